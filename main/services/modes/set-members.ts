import type { Unit } from '../../../shared/contract/cluster-operations.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { type MemberKey, readMember, type Verdict } from '../../db/tables/failure-mode-members.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import type { Actor } from '../review/act.ts';
import { itemNotFound } from '../review/set-label.ts';
import { findMode } from './find-mode.ts';
import { type ModeStep, startStep } from './mode-step.ts';

export interface Membership {
  readonly id: string;
  readonly units: readonly Unit[];
  /** Null takes back what was said. */
  readonly verdict: Verdict | null;
  /** Failure mode that the units are moved out of. */
  readonly from?: string | undefined;
}

/** Milliseconds after which a transaction ends that says something of a part of many units. */
const stepMs = 8;

/**
 * Says which units are examples of a failure mode and which are not, in short transactions; all of it is one step. The same
 * verdict again writes nothing. Gives the failure mode's id. MODE_NOT_FOUND, MODE_INVALID where it is moved to where it is,
 * ITEM_NOT_FOUND, all before anything is written.
 */
export function* setMembers(
  database: Database,
  actor: Actor,
  { id, units, verdict, from }: Membership,
): Generator<void, Result<string>> {
  const mode = findMode(database, id);
  if (!mode.ok) return mode;
  const source = from === undefined ? null : findMode(database, from);
  if (source !== null && !source.ok) return source;
  if (source?.value.id === mode.value.id)
    return fail('MODE_INVALID', `“${mode.value.name}” is where they are. Move them to another failure mode.`);
  const unknown = units.find(({ interactionId }) => findInteraction(database, interactionId) === null);
  if (unknown !== undefined) return itemNotFound(unknown.interactionId);
  const said = [
    ...(source === null ? [] : [{ failureModeId: source.value.id, verdict: 'out' as const }]),
    { failureModeId: mode.value.id, verdict: source === null ? verdict : ('in' as const) },
  ];
  yield* recordMembers(
    database,
    startStep(database, actor),
    units.flatMap((unit) => said.map((one) => Object.assign({}, unit, one))),
  );
  return succeed(mode.value.id);
}

export interface SaidOfUnit extends Unit {
  readonly failureModeId: string;
  readonly verdict: Verdict | null;
}

/** Writes what differs as a part of a step, in short transactions. */
export function* recordMembers(
  database: Database,
  step: ModeStep,
  said: readonly SaidOfUnit[],
): Generator<void, void> {
  for (let done = 0; done < said.length;) {
    transact(database, () => {
      for (const end = performance.now() + stepMs; done < said.length && performance.now() < end; done++) {
        const one = said[done];
        if (one !== undefined) recordMember(database, step, one);
      }
    });
    yield;
  }
}

function recordMember(database: Database, step: ModeStep, { verdict, ...unit }: SaidOfUnit): void {
  const interaction = findInteraction(database, unit.interactionId);
  if (interaction === null) return;
  const key: MemberKey = { ...unit, interaction };
  if ((readMember(database, key)?.verdict ?? null) === verdict) return;
  step.record('member.set', { kind: 'member', ...unit }, { verdict });
}
