import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { Retired, SnapshotState } from '../../../../shared/contract/snapshot-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useCommands } from '../../../app/key-map.ts';
import { paths, snapshotPath } from '../../../app/routes.ts';
import { KeyHint } from '../../../ui/keys/key-hint.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { commandFor } from '../export-command.ts';
import { ExportFrame } from '../export-frame.tsx';
import { SnapshotDetails } from './snapshot-details.tsx';
import { SnapshotList } from './snapshot-list.tsx';
import styles from './snapshots-screen.module.css';

const none: readonly never[] = [];

/** What was exported, whether it still is as it was, and how one snapshot differs from another. */
export function SnapshotsScreen() {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const list = useQuery(queries.snapshots.list.queryOptions());
  const retired: readonly Retired[] = useQuery(queries.snapshots.retired.queryOptions()).data ?? none;
  const snapshots: readonly SnapshotState[] = list.data ?? none;
  const wanted = search.get('id');
  const index = Math.max(
    0,
    snapshots.findIndex(({ id }) => id === wanted),
  );
  const opened = snapshots[index];
  const before = snapshots.find(({ id }) => id === search.get('before'));
  const step = (by: number) => {
    const next = snapshots[index + by];
    if (next !== undefined) navigate(snapshotPath(next.id), { replace: true });
  };
  useCommands('snapshots.list', [
    commandFor('snapshots.next', () => step(1), snapshots.length > 0),
    commandFor('snapshots.previous', () => step(-1), snapshots.length > 0),
  ]);
  const retiredRows = useMemo(() => new Map(retired.map((entry) => [entry.snapshotId, entry])), [retired]);

  return (
    <ExportFrame subtitle="Every export that was made: its files, how to make them again, and what changed since.">
      {list.error === null ? null : <Notice tone="error">{failureOf(list.error).message}</Notice>}
      {list.data !== undefined && snapshots.length === 0 ? (
        <p className={styles['empty']}>
          Nothing was exported yet. Make a recipe (<KeyHint command="go.export" />) and export it; its
          snapshot is kept here.
        </p>
      ) : (
        <div className={styles['panes']}>
          <SnapshotList
            snapshots={snapshots}
            retired={retiredRows}
            opened={opened?.id ?? null}
            onOpen={(id) => navigate(snapshotPath(id), { replace: true })}
          />
          {opened === undefined ? (
            <span />
          ) : (
            <SnapshotDetails
              key={opened.id}
              snapshot={opened}
              retired={retiredRows.get(opened.id)}
              others={snapshots.filter(({ id }) => id !== opened.id)}
              comparedWith={before ?? null}
              onCompare={(id) =>
                navigate(id === null ? snapshotPath(opened.id) : snapshotPath(opened.id, id))
              }
              onRecipe={() => navigate(paths.export)}
            />
          )}
        </div>
      )}
    </ExportFrame>
  );
}
