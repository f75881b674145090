import { Link } from 'wouter';
import type { SnapshotDifference } from '../../../../shared/contract/snapshot-operations.ts';
import { reviewPath } from '../../../app/routes.ts';
import { DiffView } from '../../../ui/diff/diff-view.tsx';
import { useDiff } from '../../../ui/diff/use-diff.ts';
import styles from './row-difference.module.css';

/** One row before and after. */
export function RowDifference({ row }: { readonly row: SnapshotDifference }) {
  const { kind, before, after, itemId } = row;
  return (
    <section className={styles['difference']} aria-label="Row before and after">
      <header className={styles['head']}>
        <span className={styles['what']}>{sentenceOf(row)}</span>
        {kind === 'out' ? null : <Link href={reviewPath([], itemId)}>Open in the review</Link>}
      </header>
      <div className={styles['text']}>
        {before !== null && after !== null && before !== after ? (
          <Pair id={itemId} before={before} after={after} />
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
          <pre className={styles['line']} tabIndex={0} role="region" aria-label="Row">
            {after ?? before ?? 'Its text is not in a file of lines.'}
          </pre>
        )}
      </div>
    </section>
  );
}

function sentenceOf({ kind, part, partBefore }: SnapshotDifference): string {
  switch (kind) {
    case 'in':
      return `Came into ${part}`;
    case 'out':
      return `Went out of ${part}`;
    case 'moved':
      return `Moved from ${partBefore ?? 'another part'} to ${part}`;
    case 'changed':
      return `Changed in ${part}`;
  }
}

interface PairProps {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

function Pair({ id, before, after }: PairProps) {
  const { diff } = useDiff(`snapshots ${id} ${before.length} ${after.length}`, before, after);
  return (
    <DiffView
      output={before}
      edit={after}
      diff={diff}
      mode="inline"
      changesOnly={false}
      currentChangeId={null}
      onSelectChange={nothing}
      outputTitle="Before and after"
      editTitle={null}
      isCode
      asText
    />
  );
}

/** Changes of a line are read here; there is nothing to choose. */
function nothing(): void {}
