import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { readClusterDecision } from '../../db/tables/cluster-decisions.ts';
import { modeOfName } from '../../db/tables/failure-modes.ts';
import { type KnownCluster, knownCluster } from '../../db/tables/mode-lookups.ts';
import type { Actor } from '../review/act.ts';
import { recordMode } from './edit-mode.ts';
import { findMode } from './find-mode.ts';
import { type ModeStep, startStep } from './mode-step.ts';

export interface ClusterDeciding {
  readonly cluster: string;
  /** None dismisses the cluster; null takes the decision back. */
  readonly modes: readonly string[] | null;
  /** Name of one failure mode more, which is made where there is none of this name. */
  readonly create?: string | undefined;
}

/** Says what a cluster is. The same again writes nothing. CLUSTER_NOT_FOUND, MODE_NOT_FOUND. */
export function decideCluster(
  database: Database,
  actor: Actor,
  { cluster: clusterId, modes, create }: ClusterDeciding,
): Result<null> {
  return transact(database, () => {
    const cluster = knownCluster(database, clusterId);
    if (cluster === null)
      return fail(
        'CLUSTER_NOT_FOUND',
        'This cluster is not there any more. Go back to the list, which shows those of the newest run.',
      );
    const decided: string[] = [];
    for (const id of modes ?? []) {
      const mode = findMode(database, id);
      if (!mode.ok) return mode;
      decided.push(mode.value.id);
    }
    const step = startStep(database, actor);
    if (create !== undefined) {
      const made = namedMode(database, step, create, cluster);
      if (!made.ok) return made;
      decided.push(made.value);
    }
    const isTakenBack = modes === null && create === undefined;
    recordDecision(database, step, clusterId, isTakenBack ? null : [...new Set(decided)]);
    return succeed(null);
  });
}

/** Writes what a cluster is, where that differs, as a part of a step. Inside a transaction. */
export function recordDecision(
  database: Database,
  step: ModeStep,
  clusterId: string,
  modes: readonly string[] | null,
): void {
  const before = readClusterDecision(database, clusterId)?.modes ?? null;
  if (JSON.stringify(before) === JSON.stringify(modes)) return;
  step.record('cluster.decide', { kind: 'cluster', clusterId }, { modes });
}

/** The failure mode of a name; a new one has the colour of its cluster where no other has it. */
function namedMode(
  database: Database,
  step: ModeStep,
  name: string,
  { colour, isColourFree }: KnownCluster,
): Result<string> {
  const known = modeOfName(database, name.trim());
  if (known !== null) return succeed(known);
  return recordMode(database, step, isColourFree ? { name, colour } : { name });
}
