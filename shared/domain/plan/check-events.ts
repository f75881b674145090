import type { PlanCheck } from '../../contract/plan-operations.ts';
import type { JsonObject } from '../json.ts';
import { fieldProblem } from './field-problem.ts';
import { type PlannedEvent, plannedEvents } from './planned-events.ts';
import type { PlanField, PlanSignal } from './plan-signal.ts';

/** Problems and unplanned events that are listed; a file may hold any number of both. */
const mostProblems = 100;
const mostUnplanned = 50;
const mostNames = 10_000;

interface FieldTally {
  readonly field: PlanField;
  filled: number;
  wrong: number;
}

interface EventTally {
  readonly planned: PlannedEvent;
  readonly fields: readonly FieldTally[];
  events: number;
  faulty: number;
}

interface SignalTally {
  readonly signal: PlanSignal;
  events: number;
  faulty: number;
}

/** Counts the rows of a file by the plan, in memory that does not grow with it. */
export interface EventCheck {
  readonly addRow: (line: number, row: JsonObject) => void;
  /** A row that is none, with why. */
  readonly addUnreadable: (line: number, message: string) => void;
  readonly finish: () => PlanCheck;
}

export function createEventCheck(plan: readonly PlanSignal[]): EventCheck {
  const events = new Map(plannedEvents(plan).map((planned) => [planned.event, tallyOf(planned)]));
  const signals: SignalTally[] = plan
    .filter(({ status }) => status !== 'dropped')
    .map((signal) => ({ signal, events: 0, faulty: 0 }));
  const signalsOf = Map.groupBy(signals, ({ signal }) => signal.event);
  const unplanned = new Map<string, number>();
  const problems: PlanCheck['problems'] = [];
  let problemCount = 0;
  let rows = 0;
  let unreadable = 0;
  let first: number | null = null;
  let last: number | null = null;

  const tell = (line: number, event: string | null, message: string) => {
    problemCount += 1;
    if (problems.length < mostProblems) problems.push({ line, event, message });
  };

  const addPlanned = (line: number, row: JsonObject, tally: EventTally) => {
    const { event } = tally.planned;
    tally.events += 1;
    const wrong = tally.fields.flatMap((counted) => {
      const problem = fieldProblem(counted.field, row[counted.field.name]);
      if (problem !== null) counted.wrong += 1;
      else if ((row[counted.field.name] ?? null) !== null) counted.filled += 1;
      return problem === null ? [] : [problem];
    });
    for (const problem of wrong) tell(line, event, problem);
    if (wrong.length > 0) tally.faulty += 1;
    for (const counted of signalsOf.get(event) ?? []) {
      if (!isOfSurface(counted.signal, row)) continue;
      counted.events += 1;
      const own = counted.signal.fields.find((field) => fieldProblem(field, row[field.name]) !== null);
      if (own === undefined) continue;
      counted.faulty += 1;
      // What the event as a whole may lack, this signal may not.
      if (wrong.length === 0) tell(line, event, fieldProblem(own, row[own.name]) ?? '');
    }
  };

  return {
    addRow: (line, row) => {
      rows += 1;
      const at = timeOf(row);
      if (at !== null) {
        first = Math.min(first ?? at, at);
        last = Math.max(last ?? at, at);
      }
      const event = row['event'];
      if (typeof event !== 'string') {
        unreadable += 1;
        tell(line, null, 'event is missing: the name of the event');
        return;
      }
      const tally = events.get(event);
      if (tally !== undefined) addPlanned(line, row, tally);
      else if (unplanned.has(event) || unplanned.size < mostNames)
        unplanned.set(event, (unplanned.get(event) ?? 0) + 1);
    },
    addUnreadable: (line, message) => {
      rows += 1;
      unreadable += 1;
      tell(line, null, message);
    },
    finish: () => ({
      rows,
      unreadable,
      signals: signals.map(({ signal: { id, surface, signal, event }, events: count, faulty }) => ({
        id,
        surface,
        signal,
        event,
        verdict: count === 0 ? 'missing' : faulty > 0 ? 'faulty' : 'complete',
        events: count,
        faulty,
      })),
      events: [...events.values()].map(({ planned, fields, events: count, faulty }) => ({
        event: planned.event,
        events: count,
        faulty,
        fields: fields.map(({ field: { name, required }, filled, wrong }) => ({
          name,
          required,
          filled,
          wrong,
        })),
      })),
      unplanned: [...unplanned]
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, mostUnplanned)
        .map(([event, count]) => ({ event, events: count })),
      first,
      last,
      problems: problems.toSorted((one, other) => one.line - other.line),
      problemsNotListed: problemCount - problems.length,
    }),
  };
}

function tallyOf(planned: PlannedEvent): EventTally {
  return {
    planned,
    fields: planned.fields.map((field) => ({ field, filled: 0, wrong: 0 })),
    events: 0,
    faulty: 0,
  };
}

function isOfSurface({ surface }: PlanSignal, row: JsonObject): boolean {
  return surface === '' || row['surface'] === surface;
}

function timeOf(row: JsonObject): number | null {
  const at = row['at'];
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
