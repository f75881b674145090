import type { ClusterRun } from '../../../shared/contract/cluster-operations.ts';
import type { Database } from '../../db/database.ts';
import { numberOf } from '../../db/query.ts';
import { assignedThrough } from '../../db/tables/change-clusters.ts';
import { changesThrough, countInteractionsAfter } from '../../db/tables/changes.ts';
import { findRun, type RunRow } from '../../db/tables/cluster-runs.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { countStale } from '../../db/tables/stale-changes.ts';

export interface ClusterState {
  readonly current: ClusterRun | null;
  readonly pending: ClusterRun | null;
  readonly waiting: number;
}

/** Which runs there are, and how many interactions wait for the next. Quick, however large the project. */
export function clusterState(database: Database): ClusterState {
  const current = findRun(database, 'current');
  const pending = findRun(database, 'pending');
  return {
    current: current === null ? null : describe(current),
    pending: pending === null ? null : describe(pending),
    waiting: countWaiting(database, current),
  };
}

function describe({ id, settings, stats, createdAt }: RunRow): ClusterRun {
  const { changes, noise, clusters, seconds } = stats;
  const noiseShare = changes === 0 ? 0 : noise / changes;
  return { id, settings, createdAt, changes, clusters, noiseShare, seconds };
}

/** Whether there are clusters that what came since should join. */
export function needsClusters(database: Database): boolean {
  const current = findRun(database, 'current');
  if (current === null || countWaiting(database, current) === 0) return false;
  // Where a new version of the vectors asks for other clusters, what came is in those that wait to be accepted.
  const pending = findRun(database, 'pending');
  return pending === null || countWaiting(database, pending) > 0;
}

/** Of more the number of what is behind the point reached is taken, gaps in it or not. */
const mostCounted = 50_000;

/** Interactions that came, or whose edit changed, since changes were made and put into clusters. */
export function countWaiting(database: Database, current: RunRow | null): number {
  const through = changesThrough(database);
  const behind = numberOf(
    database,
    'SELECT count(*) FROM (SELECT 1 FROM interactions WHERE seq > ? LIMIT ?)',
    through,
    mostCounted,
  );
  const came = behind < mostCounted ? behind : newestInteraction(database) - through;
  const unassigned =
    current === null
      ? 0
      : countInteractionsAfter(database, assignedThrough(database, current.seq), mostCounted);
  return came + countStale(database) + unassigned;
}
