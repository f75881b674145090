import { useQuery } from '@tanstack/react-query';
import type {
  SnapshotComparison as Comparison,
  SnapshotState,
} from '../../../../shared/contract/snapshot-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { Button } from '../../../ui/button.tsx';
import { fileName, formatCount } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { RecipeDifferences } from '../saved/recipe-differences.tsx';
import { DifferentRows } from './different-rows.tsx';
import styles from './snapshot-comparison.module.css';

export interface SnapshotComparisonProps {
  readonly one: SnapshotState;
  readonly other: SnapshotState;
  readonly onLeave: () => void;
}

const mostRows = 500;

/** What came into a snapshot, went out, changed or moved since an earlier one. */
export function SnapshotComparison({ one, other, onLeave }: SnapshotComparisonProps) {
  const queries = useQueries();
  const [before, after] = one.createdAt < other.createdAt ? [one, other] : [other, one];
  const { data, error } = useQuery(
    queries.snapshots.compare.queryOptions({
      input: { before: before.id, after: after.id, limit: mostRows },
    }),
  );
  const names = [before, after].map(({ path }) => fileName(path));
  return (
    <Section
      title={`From ${names[0]} to ${names[1]}`}
      actions={
        <Button variant="quiet" command="snapshots.leave" onPress={onLeave}>
          Leave the comparison
        </Button>
      }
    >
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      <Counts comparison={data} />
      {data === undefined ? null : (
        <>
          <RecipeDifferences differences={data.recipe} before="Before" after="After" />
          <DifferentRows rows={data.rows} total={data.in + data.out + data.changed + data.moved} />
        </>
      )}
    </Section>
  );
}

function Counts({ comparison }: { readonly comparison: Comparison | undefined }) {
  const entries = [
    ['The same', comparison?.same],
    ['Changed', comparison?.changed],
    ['Moved', comparison?.moved],
    ['Out', comparison?.out],
    ['In', comparison?.in],
  ] as const;
  return (
    <dl className={styles['counts']}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === undefined ? '–' : formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
