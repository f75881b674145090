import type { RegionKind } from '../../../shared/domain/diff/three-way.ts';
import { classNames } from '../class-names.ts';
import diffStyles from './diff-view.module.css';
import { MarkedText } from './marked-text.tsx';
import type { ThreeWayRow, ThreeWaySegment } from './three-way-rows.ts';
import styles from './three-way.module.css';

export interface ThreeWayCellsProps {
  readonly row: ThreeWayRow;
  readonly currentId: string | null;
}

/** One row of an output between two of its edits. */
export function ThreeWayCells({ row, currentId }: ThreeWayCellsProps) {
  return (
    <div
      className={classNames(diffStyles['row'], styles['cells'])}
      data-changed={row.changeIds.length > 0 || undefined}
    >
      <Cell segments={row.left} side="left" currentId={currentId} />
      <Cell segments={row.output} side="output" currentId={currentId} />
      <Cell segments={row.right} side="right" currentId={currentId} />
    </div>
  );
}

interface CellProps {
  readonly segments: readonly ThreeWaySegment[];
  readonly side: 'left' | 'output' | 'right';
  readonly currentId: string | null;
}

function Cell({ segments, side, currentId }: CellProps) {
  const isEmpty = segments.every(({ text }) => text === '');
  return (
    <div className={diffStyles['cell']} dir="auto" data-side={side} data-empty={isEmpty || undefined}>
      {segments.map((segment, index) => (
        // Segments never move within a row.
        // oxlint-disable-next-line react/no-array-index-key
        <Segment key={index} segment={segment} side={side} currentId={currentId} />
      ))}
    </div>
  );
}

interface SegmentProps {
  readonly segment: ThreeWaySegment;
  readonly side: CellProps['side'];
  readonly currentId: string | null;
}

function Segment({ segment, side, currentId }: SegmentProps) {
  const { text, pieces, kind, region, changeId } = segment;
  if (changeId === null) return text;
  const isCurrent = changeId === currentId || undefined;
  const badge = side === 'output' ? <Badge region={region} /> : null;
  if (text === '')
    return (
      <>
        {badge}
        <span className={diffStyles['gap']} data-change={changeId} data-current={isCurrent} />
      </>
    );
  const Element = side === 'output' ? 'del' : kind === 'changed' ? 'ins' : 'span';
  return (
    <>
      {badge}
      <Element
        className={classNames(
          styles['segment'],
          kind === 'changed' && styles[side === 'output' ? 'before' : 'after'],
        )}
        data-region={region}
        data-change={changeId}
        data-current={isCurrent}
      >
        {kind === 'changed' ? <MarkedText pieces={pieces} at={0} colours={null} /> : text}
      </Element>
    </>
  );
}

/** What a region is, by sign and by name. The text stays as it is when it is copied. */
function Badge({ region }: { readonly region: RegionKind }) {
  return (
    <span className={styles['badge']} data-region={region} title={regionNames[region]}>
      <span aria-hidden>{regionSigns[region]}</span>
      <span className={styles['hidden']}>{regionNames[region]}: </span>
    </span>
  );
}

export const regionSigns: Readonly<Record<RegionKind, string>> = {
  same: '',
  left: 'A',
  right: 'B',
  agree: '=',
  conflict: '≠',
};

export const regionNames: Readonly<Record<RegionKind, string>> = {
  same: 'Unchanged',
  left: 'Only A',
  right: 'Only B',
  agree: 'Agree',
  conflict: 'Conflict',
};
