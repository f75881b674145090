import type { Database } from '../../db/database.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { clusteredChanges, editedInteractions } from '../../db/tables/strata.ts';

export interface Strata {
  /** The stratum of each interaction by its seq; -1 where there is none. */
  readonly stratumOf: Int32Array;
  /** Interactions in each. */
  readonly sizes: readonly number[];
}

/** Rows read in one step. */
const stepSize = 20_000;

/**
 * Every interaction's stratum: the cluster of its first change that is in one, else whether it is edited. The order of
 * strata says nothing of what was found in them.
 */
export function* strataOf(database: Database): Generator<void, Strata> {
  const length = newestInteraction(database) + 1;
  const firstChange = new Float64Array(length).fill(Infinity);
  const clusterOf = new Int32Array(length);
  let read = 0;
  for (const { interaction, change, cluster } of clusteredChanges(database)) {
    if (change < (firstChange[interaction] ?? 0)) {
      firstChange[interaction] = change;
      clusterOf[interaction] = cluster;
    }
    if (++read % stepSize === 0) yield;
  }
  const names = new Map<string, number>();
  const sizes: number[] = [];
  const stratumOf = new Int32Array(length).fill(-1);
  for (const { seq, edited } of editedInteractions(database)) {
    const cluster = clusterOf[seq] ?? 0;
    const name = cluster === 0 ? (edited === 1 ? 'edited' : 'unedited') : String(cluster);
    const stratum = names.get(name) ?? sizes.push(0) - 1;
    names.set(name, stratum);
    sizes[stratum] = (sizes[stratum] ?? 0) + 1;
    stratumOf[seq] = stratum;
    if (++read % stepSize === 0) yield;
  }
  return { stratumOf, sizes };
}
