import type { Database } from '../../db/database.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { clusteredChanges, countEdited, editedAmong } from '../../db/tables/strata.ts';
import { chunksOf } from '../queues/chunks-of.ts';

/** Parts of all interactions, by a number of each. */
export interface Strata {
  /** The strata of some interactions, one behind the other. */
  readonly of: (seqs: readonly number[]) => readonly number[];
  /** Interactions in each. */
  readonly sizes: ReadonlyMap<number, number>;
}

/** Those in no cluster; clusters have their own numbers, from 1 on. */
const unedited = 0;
const edited = -1;

/** Rows read in one step. */
const stepSize = 20_000;

/** Interactions looked up at a time. */
const pageSize = 5000;

/**
 * Every interaction's stratum: the cluster of its first change that is in one, else whether it is edited. The order of
 * strata says nothing of what was found in them.
 */
export function* strataOf(database: Database): Generator<void, Strata> {
  const clusterOf = yield* mainClusters(database);
  const sizes = new Map<number, number>();
  const clustered: number[] = [];
  for (const [seq, cluster] of clusterOf.entries()) {
    if (cluster === 0) continue;
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    clustered.push(seq);
  }
  let clusteredEdited = 0;
  for (const page of chunksOf(clustered, pageSize)) {
    clusteredEdited += editedAmong(database, page).length;
    yield;
  }
  const all = countEdited(database);
  const open = [
    [edited, all.edited - clusteredEdited],
    [unedited, all.total - all.edited - (clustered.length - clusteredEdited)],
  ] as const;
  for (const [stratum, size] of open) if (size > 0) sizes.set(stratum, size);
  return {
    sizes,
    of: (seqs) => {
      const isEdited = new Set([...chunksOf(seqs, pageSize)].flatMap((page) => editedAmong(database, page)));
      return seqs.map((seq) => clusterOf[seq] || (isEdited.has(seq) ? edited : unedited));
    },
  };
}

/** By the seq of each interaction, the number of the cluster that its first change in any is in; 0 for none. */
function* mainClusters(database: Database): Generator<void, Int32Array> {
  const length = newestInteraction(database) + 1;
  const firstChange = new Float64Array(length).fill(Infinity);
  const clusterOf = new Int32Array(length);
  let read = 0;
  for (const [interaction, change, cluster] of clusteredChanges(database)) {
    if (change < (firstChange[interaction] ?? 0)) {
      firstChange[interaction] = change;
      clusterOf[interaction] = cluster;
    }
    if (++read % stepSize === 0) yield;
  }
  return clusterOf;
}
