import { fail, type Result, succeed } from '../../result/result.ts';
import type { FieldType, PlanDraft, PlanField, PlanStatus } from './plan-signal.ts';

/** An event as all signals of the plan that name it want it. */
export interface PlannedEvent {
  readonly event: string;
  readonly signals: readonly string[];
  /** Of the signals that are not for all surfaces; empty where any is. */
  readonly surfaces: readonly string[];
  readonly fields: readonly PlanField[];
}

/**
 * Events of what is not dropped, in the order of the plan. A field is required where every signal of its event requires it:
 * an event that two surfaces log may lack on one what the other has.
 */
export function plannedEvents(
  plan: readonly (PlanDraft & { readonly status: PlanStatus })[],
): PlannedEvent[] {
  const kept = plan.filter(({ status }) => status !== 'dropped');
  return [...Map.groupBy(kept, ({ event }) => event)].map(([event, signals]) => ({
    event,
    signals: [...new Set(signals.map(({ signal }) => signal))],
    surfaces: signals.some(({ surface }) => surface === '')
      ? []
      : [...new Set(signals.map(({ surface }) => surface))],
    fields: mergeFields(signals.map(({ fields }) => fields)),
  }));
}

function mergeFields(lists: readonly (readonly PlanField[])[]): PlanField[] {
  const byName = Map.groupBy(lists.flat(), ({ name }) => name);
  return [...byName].flatMap(([, [first, ...others]]) => {
    if (first === undefined) return [];
    const all = [first, ...others];
    return [{ ...first, required: all.length === lists.length && all.every(({ required }) => required) }];
  });
}

/** One event has one meaning: its fields have the same type wherever it is planned. INPUT_INVALID. */
export function checkTypes(plan: readonly PlanDraft[]): Result<null> {
  const types = new Map<string, FieldType>();
  for (const { event, fields } of plan)
    for (const { name, type } of fields) {
      const key = JSON.stringify([event, name]);
      const known = types.get(key);
      if (known !== undefined && known !== type)
        return fail(
          'INPUT_INVALID',
          `The field ${name} of the event ${event} is a ${known} in another signal of the plan, and a ${type} here. Give it one type, or another name.`,
        );
      types.set(key, type);
    }
  return succeed(null);
}
