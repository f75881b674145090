import type { ModeDefinition } from '../../../shared/contract/cluster-operations.ts';
import { standingParents } from '../../../shared/domain/modes/standing-mode.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, transact } from '../../db/database.ts';
import { freeColour, modesInTree, standingId } from '../../db/tables/failure-modes.ts';
import type { Actor } from '../review/act.ts';
import { findMode, freeName } from './find-mode.ts';
import { type ModeStep, startStep } from './mode-step.ts';

/** Fields that are not given stay as they are. */
export type ModeChange = { readonly [Field in keyof ModeDefinition]?: ModeDefinition[Field] | undefined };

/** Makes a failure mode and gives its id. MODE_INVALID for a name that is taken or a parent that is not in use. */
export function createMode(
  database: Database,
  actor: Actor,
  mode: ModeChange & { readonly name: string },
): Result<string> {
  return transact(database, () => recordMode(database, startStep(database, actor), mode));
}

/** The same as a part of a step. Inside a transaction. */
export function recordMode(
  database: Database,
  step: ModeStep,
  mode: ModeChange & { readonly name: string },
): Result<string> {
  const id = createId();
  const checked = checkChange(database, id, mode);
  if (!checked.ok) return checked;
  const colour = mode.colour ?? freeColour(database);
  step.record(
    'failure_mode.create',
    { kind: 'failure_mode', failureModeId: id },
    { ...checked.value, colour },
  );
  return succeed(id);
}

/**
 * Says something else of a failure mode; what stays the same writes nothing. MODE_NOT_FOUND, MODE_INVALID (a name that is
 * taken, a parent that is the failure mode itself or one of its kinds).
 */
export function updateMode(
  database: Database,
  actor: Actor,
  { id, change }: { readonly id: string; readonly change: ModeChange },
): Result<string> {
  return transact(database, () => {
    const found = findMode(database, id);
    if (!found.ok) return found;
    const mode = found.value;
    const checked = checkChange(database, mode.id, change);
    if (!checked.ok) return checked;
    recordChange(startStep(database, actor), mode, checked.value);
    return succeed(mode.id);
  });
}

/** Writes what differs. Inside a transaction. */
export function recordChange(
  step: ModeStep,
  mode: ModeDefinition & { readonly id: string },
  change: Partial<ModeDefinition>,
): void {
  const before = new Map<string, unknown>(Object.entries(mode));
  const different = Object.entries(change).filter(([field, value]) => before.get(field) !== value);
  if (different.length === 0) return;
  step.record(
    'failure_mode.change',
    { kind: 'failure_mode', failureModeId: mode.id },
    Object.fromEntries(different),
  );
}

/** Takes a failure mode out of use; labels that name it stay. MODE_NOT_FOUND. */
export function retireMode(database: Database, actor: Actor, id: string): Result<null> {
  return transact(database, () => {
    const found = findMode(database, id);
    if (!found.ok) return found;
    const target = { kind: 'failure_mode', failureModeId: found.value.id } as const;
    startStep(database, actor).record('failure_mode.retire', target, {});
    return succeed(null);
  });
}

/**
 * One stands for the others from now on. Gives the id of the one that stands. MODE_NOT_FOUND, MODE_INVALID where it is
 * among those that are merged.
 */
export function mergeModes(
  database: Database,
  actor: Actor,
  { from, into }: { readonly from: readonly string[]; readonly into: string },
): Result<string> {
  return transact(database, () => {
    const target = findMode(database, into);
    if (!target.ok) return target;
    const merged = new Set<string>();
    for (const one of from) {
      const mode = findMode(database, one);
      if (!mode.ok) return mode;
      if (mode.value.id === target.value.id)
        return fail(
          'MODE_INVALID',
          `“${mode.value.name}” cannot be merged into itself. Choose another failure mode.`,
        );
      merged.add(mode.value.id);
    }
    const step = startStep(database, actor);
    for (const failureModeId of merged)
      step.record('failure_mode.merge', { kind: 'failure_mode', failureModeId }, { into: target.value.id });
    return succeed(target.value.id);
  });
}

/** The change with its name trimmed and its parent the one that is meant, without what is not given. */
function checkChange(database: Database, id: string, change: ModeChange): Result<Partial<ModeDefinition>> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const name = change.name === undefined ? null : freeName(database, change.name, id);
  if (name !== null && !name.ok) return name;
  const parent = typeof change.parent === 'string' ? checkParent(database, id, change.parent) : null;
  if (parent !== null && !parent.ok) return parent;
  return succeed({
    ...given,
    ...(name === null ? {} : { name: name.value }),
    ...(parent === null ? {} : { parent: parent.value }),
  });
}

function checkParent(database: Database, id: string, named: string): Result<string> {
  const found = findMode(database, named);
  if (!found.ok) return found;
  const parent = found.value;
  const parents = standingParents(modesInTree(database), (one) => standingId(database, one) ?? one);
  for (let above: string | undefined = parent.id; above !== undefined; above = parents.get(above)) {
    if (above === id)
      return fail(
        'MODE_INVALID',
        parent.id === id
          ? 'A failure mode is no kind of itself. Choose another parent.'
          : `“${parent.name}” is a kind of this failure mode already, so that it cannot be its parent too.`,
      );
  }
  return succeed(parent.id);
}
