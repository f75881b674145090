import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import type { TextKind } from '../../../shared/domain/format/text-kind.ts';
import type { Compared } from '../../ui/diff/diff-source.ts';
import { DiffView } from '../../ui/diff/diff-view.tsx';
import { formatCount } from '../../ui/format.ts';
import { MarkdownView } from '../../ui/present/markdown-view.tsx';
import { type ColouringOptions, useColours } from '../../ui/present/use-colours.ts';
import type { ComparedPair } from './compared-pair.ts';
import styles from './comparison.module.css';
import { sideTitle } from './edit-names.ts';
import { FormatLine } from './format-line.tsx';
import type { Reading } from './reading.ts';
import type { ChangeCursor } from './use-changes.ts';

export interface PairTextsProps {
  readonly item: Item;
  readonly edit: Edit;
  /** What the edit is compared with; null for the output. */
  readonly against: Edit | null;
  readonly pair: ComparedPair;
  readonly compared: Compared;
  readonly reverted: ReadonlySet<string>;
  readonly onSelectLabel?: ((number: number) => void) | undefined;
  readonly changes: ChangeCursor;
  readonly reading: Reading;
  readonly annotator: string;
  readonly onReading: (part: Partial<Reading>) => void;
}

/** Two texts with their differences, and what has to be said about them. */
export function PairTexts(props: PairTextsProps) {
  const { item, edit, against, pair, compared, changes, reading, annotator, onReading } = props;
  const { diff, isFinal } = compared;
  const { kind } = pair;
  const output = useColours(pair.output, colouring[kind]);
  const edited = useColours(pair.edit, colouring[kind]);
  const isRendered = kind === 'markdown' && reading.rendered;
  const isPair = reading.diffMode === 'side-by-side';
  const titles = {
    outputTitle: sideTitle(item, against, annotator),
    editTitle: sideTitle(item, edit, annotator),
  };
  return (
    <div className={styles['texts']}>
      <FormatLine pair={pair} reading={reading} onReading={onReading} />
      <div className={styles['views']}>
        {isRendered && isPair ? null : (
          <div className={styles['view']}>
            <DiffView
              key={`${item.id} ${edit.id} ${against?.id}`}
              output={pair.output}
              edit={pair.edit}
              diff={diff}
              mode={reading.diffMode}
              changesOnly={reading.changesOnly}
              currentChangeId={changes.currentId}
              onSelectChange={changes.select}
              reverted={props.reverted}
              onSelectLabel={props.onSelectLabel}
              isCode={kind === 'code' || kind === 'json'}
              colours={output === null && edited === null ? null : { output, edit: edited }}
              {...titles}
            />
          </div>
        )}
        {isRendered ? (
          <div className={styles['view']}>
            <MarkdownView output={pair.output} edit={pair.edit} isPair={isPair} {...titles} />
          </div>
        ) : null}
      </div>
      {pair.output === pair.edit ? (
        <p className={styles['notice']} role="status">
          {against === null ? 'The edit equals the output.' : 'The two edits are equal.'}
        </p>
      ) : null}
      {isFinal && diff?.coarse ? (
        <p className={styles['notice']} role="status">
          The texts differ so much that a part of them is shown as replaced as a whole.
        </p>
      ) : null}
      {isFinal ? null : (
        <p className={styles['notice']} role="status">
          Comparing {formatCount(pair.output.length + pair.edit.length)} characters…
        </p>
      )}
    </div>
  );
}

const colouring: Readonly<Record<TextKind, ColouringOptions | null>> = {
  prose: null,
  code: { allCode: true, language: null },
  json: { allCode: true, language: 'json' },
  markdown: { allCode: false, language: null },
};
