import type { Unit } from '../../../shared/contract/cluster-operations.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { clusterDecisions } from '../../db/tables/cluster-decisions.ts';
import { standingId } from '../../db/tables/failure-modes.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import type { Actor } from '../review/act.ts';
import { itemNotFound } from '../review/set-label.ts';
import { recordDecision } from './decide-cluster.ts';
import { recordChange, recordMode } from './edit-mode.ts';
import { findMode, freeName } from './find-mode.ts';
import { type ModeStep, startStep } from './mode-step.ts';
import { recordMembers } from './set-members.ts';

export interface SplitPart {
  readonly name: string;
  readonly examples: readonly Unit[];
}

/**
 * Divides a failure mode: the first part keeps it, each other becomes one of its own beside it, with these units as
 * examples; clusters that were the failure mode are all of them. One step. Gives the ids. MODE_NOT_FOUND, MODE_INVALID for
 * a name that is taken, ITEM_NOT_FOUND, all before anything is written.
 */
export function* splitMode(
  database: Database,
  actor: Actor,
  { id, parts }: { readonly id: string; readonly parts: readonly SplitPart[] },
): Generator<void, Result<string[]>> {
  const unknown = parts
    .flatMap(({ examples }) => examples)
    .find(({ interactionId }) => findInteraction(database, interactionId) === null);
  if (unknown !== undefined) return itemNotFound(unknown.interactionId);
  const step = startStep(database, actor);
  const made = transact(database, () => recordParts(database, step, id, parts));
  if (!made.ok) return made;
  const said = parts.flatMap(({ examples }, index) => {
    const failureModeId = made.value[index];
    return failureModeId === undefined
      ? []
      : examples.map((unit) => ({ ...unit, failureModeId, verdict: 'in' as const }));
  });
  yield* recordMembers(database, step, said);
  return made;
}

/** The failure modes of the parts, and the clusters that are all of them. Inside a transaction. */
function recordParts(
  database: Database,
  step: ModeStep,
  id: string,
  parts: readonly SplitPart[],
): Result<string[]> {
  const found = findMode(database, id);
  if (!found.ok) return found;
  const mode = found.value;
  const names: string[] = [];
  for (const { name } of parts) {
    const free = freeName(database, name, mode.id);
    if (!free.ok) return free;
    names.push(free.value);
  }
  const isTwice = new Set(names.map((name) => name.toLowerCase())).size < names.length;
  if (isTwice) return fail('MODE_INVALID', 'Two parts have the same name. Give each a name of its own.');
  const [name = mode.name, ...others] = names;
  recordChange(step, mode, { name });
  const ids = [mode.id];
  for (const other of others) {
    const { parent, severity, owner } = mode;
    const part = recordMode(database, step, { name: other, parent, severity, owner });
    if (!part.ok) throw new Error(part.error.message);
    ids.push(part.value);
  }
  for (const [clusterId, { modes }] of clusterDecisions(database)) {
    const standing = modes.map((one) => standingId(database, one) ?? one);
    if (standing.includes(mode.id))
      recordDecision(database, step, clusterId, [...new Set([...standing, ...ids])]);
  }
  return succeed(ids);
}
