import type { Cluster } from '../../../shared/contract/cluster-operations.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { numberOf } from '../../db/query.ts';
import { clusterWeeks, type ClusterWeek } from '../../db/tables/change-clusters.ts';
import { type ClusterDecision, clusterDecisions } from '../../db/tables/cluster-decisions.ts';
import { findRun } from '../../db/tables/cluster-runs.ts';
import { type ClusterRow, clustersOfRun } from '../../db/tables/clusters.ts';
import { failureModeNames, standingIds } from '../../db/tables/failure-modes.ts';
import { type LoggedWeek, loggedWeeks, weekCounts } from './logged-weeks.ts';
import { clusterNotFound } from './not-found.ts';

/**
 * Cosine between what a cluster was made of and what joined since below which it drifts. Where the second half of LAMP joined
 * clusters of the first half, all were between 0.91 and 0.98; where a third of what joined was of another kind, at 0.76.
 */
export const driftingBelow = 0.8;

/** All clusters of the current run, the largest first; none before the first run. */
export async function listClusters(database: Database): Promise<Result<Cluster[]>> {
  const run = findRun(database, 'current');
  if (run === null) return succeed([]);
  const counted = Map.groupBy(clusterWeeks(database, run.seq), ({ clusterSeq }) => clusterSeq);
  const context = {
    logged: loggedWeeks(database),
    interactions: numberOf(database, 'SELECT count(*) FROM interactions'),
    decisions: clusterDecisions(database),
    standing: standingIds(database),
    names: failureModeNames(database),
  };
  const clusters = clustersOfRun(database, run.seq).map((row) =>
    describe(row, counted.get(row.seq) ?? [], context),
  );
  return succeed(clusters.toSorted((a, b) => b.changes - a.changes || a.name.localeCompare(b.name, 'en')));
}

/** CLUSTER_NOT_FOUND. */
export async function getCluster(
  database: Database,
  { id }: { readonly id: string },
): Promise<Result<Cluster>> {
  const clusters = await listClusters(database);
  if (!clusters.ok) return clusters;
  const cluster = clusters.value.find((one) => one.id === id);
  return cluster === undefined ? clusterNotFound() : succeed(cluster);
}

interface Context {
  readonly logged: readonly LoggedWeek[];
  readonly interactions: number;
  readonly decisions: ReadonlyMap<string, ClusterDecision>;
  readonly standing: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

function describe(row: ClusterRow, weeks: readonly ClusterWeek[], context: Context): Cluster {
  const interactions = sumOf(weeks, (week) => week.interactions);
  const decision = context.decisions.get(row.id);
  const seen = new Map(
    weeks.flatMap((one) => (one.week === null ? [] : [[one.week, one.interactions] as const])),
  );
  const failureModes = namedModes(decision?.modes ?? [], context);
  return {
    id: row.id,
    name: row.name,
    colour: row.colour,
    terms: row.terms,
    drift: row.drift,
    changes: sumOf(weeks, (week) => week.changes),
    interactions,
    share: wilsonInterval(interactions, context.interactions),
    weeks: weekCounts(context.logged, seen),
    isDrifting: row.drift !== null && row.drift < driftingBelow,
    state: decision === undefined ? 'proposed' : decision.modes.length === 0 ? 'dismissed' : 'confirmed',
    failureModes,
    suggestedName: null,
  };
}

/** Those that a decision names, or that stand for them since they were merged. */
function namedModes(modes: readonly string[], { standing, names }: Context): Cluster['failureModes'] {
  const ids = new Set(modes.flatMap((id) => standing.get(id) ?? []));
  return [...ids].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

function sumOf<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + amount(row), 0);
}
