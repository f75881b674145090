import type { Item } from '../../../shared/contract/item-operations.ts';
import { formatCount } from '../../ui/format.ts';
import { regionNames, regionSigns } from '../../ui/diff/three-way-row.tsx';
import { ThreeWayView } from '../../ui/diff/three-way-view.tsx';
import styles from './comparison.module.css';
import { sideTitle } from './edit-names.ts';
import { FormatLine } from './format-line.tsx';
import type { Reading } from './reading.ts';
import threeWayStyles from './three-way-texts.module.css';
import type { ChangeCursor } from './use-changes.ts';
import type { ThreeWay } from './use-three-way.ts';

export interface ThreeWayTextsProps {
  readonly item: Item;
  readonly threeWay: ThreeWay;
  readonly changes: ChangeCursor;
  readonly reading: Reading;
  readonly annotator: string;
  readonly onReading: (part: Partial<Reading>) => void;
}

/** An output between two of its edits. */
export function ThreeWayTexts(props: ThreeWayTextsProps) {
  const { item, threeWay, changes, reading, annotator, onReading } = props;
  const { key, texts, pair, regions, left, right } = threeWay;
  return (
    <div className={styles['texts']}>
      <FormatLine pair={pair} reading={reading} onReading={onReading} isThreeWay />
      <div className={styles['views']}>
        <div className={styles['view']}>
          <ThreeWayView
            key={key}
            texts={texts}
            regions={regions}
            changesOnly={reading.changesOnly}
            currentId={changes.currentId}
            onSelect={changes.select}
            isCode={pair.kind === 'code' || pair.kind === 'json'}
            titles={[
              `A · ${sideTitle(item, left, annotator)}`,
              sideTitle(item, null, annotator),
              `B · ${sideTitle(item, right, annotator)}`,
            ]}
          />
        </div>
      </div>
    </div>
  );
}

const counted = ['agree', 'conflict', 'left', 'right'] as const;

/** In how many places two edits agree, differ, or are alone. */
export function ThreeWayCounts({ threeWay }: { readonly threeWay: ThreeWay }) {
  const { regions, walk } = threeWay;
  if (regions === null)
    return <p className={threeWayStyles['counts']}>Comparing both edits with the output…</p>;
  return (
    <dl className={threeWayStyles['counts']} aria-label="What two edits made of the output">
      {counted.map((kind) => (
        <div key={kind} className={threeWayStyles['count']}>
          <dt>
            <span aria-hidden className={threeWayStyles['sign']}>
              {regionSigns[kind]}
            </span>
            {regionNames[kind]}
          </dt>
          <dd>{formatCount(walk.changes.filter((region) => region.kind === kind).length)}</dd>
        </div>
      ))}
    </dl>
  );
}
