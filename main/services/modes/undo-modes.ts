import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { type AnnotatorRow, findAnnotator } from '../../db/tables/annotators.ts';
import { type ActorEvent, eventsOfKey, type EventRow, modeEventsOfActor } from '../../db/tables/events.ts';
import { importedMode, modeAfter } from '../../db/tables/failure-mode-fold.ts';
import { modeOfName } from '../../db/tables/failure-modes.ts';
import { type Actor, recordAct } from '../review/act.ts';
import type { ActBatch } from '../review/act-batch.ts';
import { standingNewestFirst, takeBackLatest, type TakingBack } from '../review/take-back.ts';
import { describeModeStep } from './describe-mode-step.ts';
import { isModeTarget, openModeFold } from './mode-folds.ts';
import { refreshAfter } from './mode-step.ts';

/** A step that was taken back, or came back, in words. */
export interface TakenModeStep {
  readonly description: string;
}

/**
 * Takes back this annotator's latest step on failure modes on this device, in short transactions; what they said of
 * interactions has a history of its own. NOTHING_TO_UNDO, MODE_INVALID where a name is taken meanwhile.
 */
export function* undoModes(database: Database, actor: Actor): Generator<void, Result<TakenModeStep>> {
  const step = yield* takeBack(database, actor, (event) => (isAct(event) ? 'take' : 'pass'));
  return (
    step ?? fail('NOTHING_TO_UNDO', `${actor.annotator} has done nothing here that could be taken back.`)
  );
}

/** Brings back what they last took back, unless they did something else with failure modes since. The same failures. */
export function* redoModes(database: Database, actor: Actor): Generator<void, Result<TakenModeStep>> {
  const step = yield* takeBack(database, actor, (event) => {
    if (isAct(event)) return 'stop';
    return event.undoneType !== null && acts.has(event.undoneType) ? 'take' : 'pass';
  });
  return step ?? fail('NOTHING_TO_UNDO', `There is nothing to redo for ${actor.annotator}.`);
}

const acts = new Set([
  'failure_mode.create',
  'failure_mode.change',
  'failure_mode.merge',
  'failure_mode.retire',
  'member.set',
  'cluster.decide',
  'weekly.decide',
  'prompt_version.change',
]);

/** A failure mode that a label made, in passing, stays when its maker takes back steps here. */
function isAct({ type, batch }: ActorEvent): boolean {
  return acts.has(type) && (type !== 'failure_mode.create' || batch !== null);
}

function* takeBack(
  database: Database,
  actor: Actor,
  choose: TakingBack<EventRow>['choose'],
): Generator<void, Result<TakenModeStep> | null> {
  const annotator = findAnnotator(database, actor.annotator);
  if (annotator === null) return null;
  const events = standingNewestFirst((before) =>
    modeEventsOfActor(database, annotator.seq, actor.device, before),
  );
  const taken: EventRow[] = [];
  const step = yield* takeBackLatest<EventRow>(database, events, {
    choose,
    takeOne: (event, batch) => {
      const act = takeOne(database, { actor, annotator, batch }, event);
      if (act?.ok === true) taken.push(act.value);
      return act;
    },
  });
  if (step === null || !step.ok) return step;
  return succeed({ description: describeModeStep(database, taken.toReversed()) });
}

interface Undoing {
  readonly actor: Actor;
  readonly annotator: AnnotatorRow;
  readonly batch: ActBatch | null;
}

/** Writes the event that undoes `event` and folds it; gives the act that this is about. */
function takeOne(
  database: Database,
  { actor, annotator, batch }: Undoing,
  event: ActorEvent,
): Result<EventRow> | null {
  const target = parseFoldKey(event.foldKey);
  if (!isModeTarget(target)) return null;
  const fold = openModeFold(database, target);
  const before = eventsOfKey(database, event.foldKey);
  const act = actBehind(before, event.id);
  if (fold === null || act === null) return null;
  if (target.kind === 'failure_mode') {
    const taken = nameThatIsTaken(database, target.failureModeId, before, event);
    if (taken !== null)
      return fail(
        'MODE_INVALID',
        `Another failure mode is called “${taken}” by now. Give that one another name, then undo again.`,
      );
  }
  recordAct(database, actor, annotator, {
    type: 'event.undo',
    interactionId: null,
    foldKey: event.foldKey,
    payload: batch === null ? {} : { batch: batch.next() },
    undoes: event.id,
  });
  fold.refold();
  refreshAfter(database, target);
  return succeed(act);
}

/** The act that an event, or the undo of an undo, is about. */
function actBehind(events: readonly EventRow[], id: string): EventRow | null {
  const event = events.find((one) => one.id === id);
  if (event === undefined) return null;
  return event.undoes === null ? event : actBehind(events, event.undoes);
}

/** The name that a failure mode would have without an event and that another one in use has; null where it is free. */
function nameThatIsTaken(
  database: Database,
  id: string,
  events: readonly EventRow[],
  event: ActorEvent,
): string | null {
  const last = events.at(-1);
  if (last === undefined) return null;
  const undo: EventRow = { ...last, id: '', type: 'event.undo', undoes: event.id };
  const after = modeAfter([...events, undo], importedMode(database, id));
  if (after === null || after.retired === 1 || after.mergedWith !== null) return null;
  const holder = modeOfName(database, after.name);
  return holder === null || holder === id ? null : after.name;
}
