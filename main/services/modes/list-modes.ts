import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import { standingParents } from '../../../shared/domain/modes/standing-mode.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readMode } from '../../db/tables/failure-mode-fold.ts';
import { modesInTree, standingIds } from '../../db/tables/failure-modes.ts';
import {
  countInteractions,
  countUnclassified,
  type ModeWeek,
  modeWeeks,
} from '../../db/tables/mode-counts.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { currentRunSeq, decidedClusters, modeNumbers } from '../../db/tables/mode-lookups.ts';
import { clustersOfRun } from '../../db/tables/clusters.ts';
import { type LoggedWeek, loggedWeeks, weekCounts } from '../clusters/logged-weeks.ts';
import { failureModes } from '../review/failure-modes.ts';
import { findMode } from './find-mode.ts';

export interface ModeList {
  readonly modes: Mode[];
  /** Changes that have no failure mode and are in no cluster. */
  readonly unclassified: number;
  readonly interactions: number;
}

/** Up to so many interactions, counting takes less than starting a thread for it. */
const quickUpTo = 20_000;

/** Whether failure modes are counted faster than a thread is started. */
export function isQuickToCount(database: Database): boolean {
  return newestInteraction(database) <= quickUpTo;
}

/** Every failure mode in use with its counts, by name. It counts all of their changes, see `isQuickToCount`. */
export function listModes(database: Database): ModeList {
  const runSeq = currentRunSeq(database);
  const interactions = countInteractions(database);
  return {
    modes: readModes(database, interactions, null),
    unclassified: countUnclassified(database, runSeq),
    interactions,
  };
}

/** One failure mode with its counts; of one that was merged, the one that stands for it. MODE_NOT_FOUND. */
export function getMode(database: Database, id: string): Result<Mode> {
  const found = findMode(database, id);
  if (!found.ok) return found;
  const [mode] = readModes(database, countInteractions(database), found.value.id);
  if (mode === undefined) throw new Error('A failure mode that was just found is not there.');
  return succeed(mode);
}

/** @param only the id of the only one to read; null for all */
function readModes(database: Database, interactions: number, only: string | null): Mode[] {
  const standing = standingIds(database);
  const parents = standingParents(modesInTree(database), (id) => standing.get(id) ?? id);
  const numbers = modeNumbers(database);
  const seqs = Map.groupBy(standing.keys(), (id) => standing.get(id));
  const weeks = loggedWeeks(database);
  const clusters = clustersOfModes(database, standing);
  const listed = failureModes(database).filter(({ id }) => only === null || id === only);
  // Changes of those that were merged into it may not be assigned anew yet.
  const seqsOf = (id: string) => (seqs.get(id) ?? []).flatMap((one) => numbers.get(one) ?? []);
  const wanted = listed.flatMap(({ id }) => seqsOf(id));
  const counted = Map.groupBy(modeWeeks(database, wanted), ({ modeSeq }) => modeSeq);
  return listed.flatMap(({ id, count: labels }) => {
    const state = readMode(database, id);
    if (state === null) return [];
    const { mergedWith: _mergedWith, retired: _retired, eventId: _eventId, ...mode } = state;
    const rows = seqsOf(id).flatMap((seq) => counted.get(seq) ?? []);
    return Object.assign(mode, countsOf(rows, weeks, interactions), {
      id,
      parent: parents.get(id) ?? null,
      labels,
      clusters: clusters.get(id) ?? [],
    });
  });
}

type ModeCounts = Pick<Mode, 'changes' | 'interactions' | 'share' | 'weeks'>;

function countsOf(rows: readonly ModeWeek[], weeks: readonly LoggedWeek[], of: number): ModeCounts {
  const seen = new Map<number, number>();
  let changes = 0;
  let interactions = 0;
  for (const row of rows) {
    changes += row.changes;
    interactions += row.interactions;
    if (row.week !== null) seen.set(row.week, (seen.get(row.week) ?? 0) + row.interactions);
  }
  const share = wilsonInterval(Math.min(interactions, of), of);
  return { changes, interactions, share, weeks: weekCounts(weeks, seen) };
}

function clustersOfModes(
  database: Database,
  standing: ReadonlyMap<string, string>,
): Map<string, Mode['clusters']> {
  const runSeq = currentRunSeq(database);
  const known = new Map(clustersOfRun(database, runSeq).map((cluster) => [cluster.seq, cluster]));
  const clusters = new Map<string, Mode['clusters']>();
  for (const { clusterSeq, modes } of decidedClusters(database, runSeq)) {
    const cluster = known.get(clusterSeq);
    if (cluster === undefined) continue;
    for (const id of new Set(modes.map((one) => standing.get(one) ?? one))) {
      const { id: clusterId, name } = cluster;
      clusters.set(id, [...(clusters.get(id) ?? []), { id: clusterId, name }]);
    }
  }
  return clusters;
}
