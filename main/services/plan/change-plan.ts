import { draftSignal } from '../../../shared/domain/plan/draft-signal.ts';
import { checkTypes } from '../../../shared/domain/plan/planned-events.ts';
import {
  outputSignal,
  type PlanDraft,
  planDraftSchema,
  type PlanSignal,
} from '../../../shared/domain/plan/plan-signal.ts';
import { fail, type Failure, type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, transact } from '../../db/database.ts';
import {
  deletePlanSignal,
  insertPlanSignal,
  listPlanSignals,
  orderPlanSignals,
  updatePlanSignal,
} from '../../db/tables/plan-signals.ts';

/**
 * Adds signals at the end of the plan. Before the first of a surface come its outputs: events about an output that nothing
 * logs could not be imported. INPUT_INVALID where a field would have two types.
 */
export function addToPlan(
  database: Database,
  drafts: readonly PlanDraft[],
  now = Date.now(),
): Result<PlanSignal[]> {
  return transact(database, () => {
    const plan = listPlanSignals(database);
    const added: PlanSignal[] = [];
    for (const draft of drafts) {
      const all = [...plan, ...added];
      const hasOutput = all.some(
        ({ surface, signal }) => signal === outputSignal && (surface === '' || surface === draft.surface),
      );
      if (!hasOutput && draft.signal !== outputSignal) added.push(planned(outputOf(draft), now));
      added.push(planned(draft, now));
    }
    const checked = checkTypes([...plan, ...added]);
    if (!checked.ok) return checked;
    for (const signal of added) insertPlanSignal(database, signal);
    return succeed(added);
  });
}

function planned(draft: PlanDraft, now: number): PlanSignal {
  return { ...draft, id: createId(), changedAt: now };
}

function outputOf({ surface }: PlanDraft): PlanDraft {
  return draftSignal(surface, outputSignal, 'The events of all other signals are about it.');
}

/** PLAN_SIGNAL_NOT_FOUND; INPUT_INVALID where a field would have two types. */
export function changePlanSignal(
  database: Database,
  id: string,
  changes: { readonly [Key in keyof PlanDraft]?: PlanDraft[Key] | undefined },
  now = Date.now(),
): Result<PlanSignal> {
  return transact(database, () => {
    const plan = listPlanSignals(database);
    const known = plan.find((signal) => signal.id === id);
    if (known === undefined) return notFound;
    const draft = planDraftSchema.parse({ ...known, ...changes });
    const checked = checkTypes([...plan.filter((signal) => signal.id !== id), draft]);
    if (!checked.ok) return checked;
    updatePlanSignal(database, id, draft, now);
    return succeed({ ...draft, id, changedAt: now });
  });
}

/** PLAN_SIGNAL_NOT_FOUND. */
export function removeFromPlan(database: Database, id: string): Result<null> {
  return transact(database, () => (deletePlanSignal(database, id) ? succeed(null) : notFound));
}

/** One place up (-1) or down (1); at an end nothing happens. PLAN_SIGNAL_NOT_FOUND. */
export function moveInPlan(database: Database, id: string, by: -1 | 1): Result<null> {
  return transact(database, () => {
    const ids = listPlanSignals(database).map((signal) => signal.id);
    const place = ids.indexOf(id);
    const other = ids[place + by];
    if (place < 0) return notFound;
    if (other === undefined) return succeed(null);
    orderPlanSignals(database, ids.with(place, other).with(place + by, id));
    return succeed(null);
  });
}

/** Sets signals to verified, all or none. PLAN_SIGNAL_NOT_FOUND. */
export function verifyPlanSignals(
  database: Database,
  ids: readonly string[],
  now = Date.now(),
): Result<null> {
  return transact(database, () => {
    const plan = new Map(listPlanSignals(database).map((signal) => [signal.id, signal]));
    const chosen = ids.map((id) => plan.get(id));
    if (chosen.includes(undefined)) return notFound;
    for (const signal of chosen)
      if (signal !== undefined && signal.status !== 'verified')
        updatePlanSignal(database, signal.id, planDraftSchema.parse({ ...signal, status: 'verified' }), now);
    return succeed(null);
  });
}

const notFound: { readonly ok: false; readonly error: Failure } = fail(
  'PLAN_SIGNAL_NOT_FOUND',
  'The plan has no such signal any more. Look at the plan again.',
);
