import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { type AnnotatorRow, findAnnotator } from '../../db/tables/annotators.ts';
import { readAppEdit, refoldAppEdit } from '../../db/tables/app-edits.ts';
import { refreshEditMetrics } from '../../db/tables/edit-metrics.ts';
import { type ActorEvent, type BatchPlace, eventsOfActor, eventsOfKey } from '../../db/tables/events.ts';
import { type InteractionKey, findInteraction, refreshFlags } from '../../db/tables/interaction-flags.ts';
import { readLabel, refoldLabel } from '../../db/tables/labels.ts';
import { readSpanLabel, refoldSpanLabel, spanOfEvents } from '../../db/tables/span-labels.ts';
import { readResolution, refoldResolution } from '../../db/tables/resolutions.ts';
import { refreshText } from '../../db/tables/text-index.ts';
import { type Actor, recordAct } from './act.ts';
import { describeMarkStep, openMark } from './marks.ts';
import { type ActBatch, startBatch } from './act-batch.ts';
import {
  describeEditStep,
  describeLabelStep,
  describeManyLabels,
  describeResolutionStep,
  describeSpanStep,
} from './describe-step.ts';

export interface HistoryChange {
  /** Null where it was about many interactions. */
  readonly interactionId: string | null;
  /** Such as "Verdict: Good → not set". */
  readonly description: string;
}

/**
 * Takes back the annotator's latest act on this device that stands. Failure modes stay when the label that made
 * them goes: others may use them already. NOTHING_TO_UNDO.
 */
export function undo(database: Database, actor: Actor): Result<HistoryChange> {
  return toEnd(undoSteps(database, actor));
}

/** Brings back what the annotator last took back, unless they did something else since. NOTHING_TO_UNDO. */
export function redo(database: Database, actor: Actor): Result<HistoryChange> {
  return toEnd(redoSteps(database, actor));
}

/** `undo` in steps of a short transaction each: one undo may take thousands of labels back. */
export function* undoSteps(database: Database, actor: Actor): Generator<void, Result<HistoryChange>> {
  const change = yield* takeBackLatest(database, actor, ({ type }) => (isAct(type) ? 'take' : 'pass'));
  if (change) return succeed(change);
  return fail('NOTHING_TO_UNDO', `${actor.annotator} has done nothing here that could be taken back.`);
}

/** `redo` in such steps. */
export function* redoSteps(database: Database, actor: Actor): Generator<void, Result<HistoryChange>> {
  const change = yield* takeBackLatest(database, actor, ({ type, undoneType }) => {
    if (isAct(type)) return 'stop';
    return undoneType !== null && isAct(undoneType) ? 'take' : 'pass';
  });
  return change
    ? succeed(change)
    : fail('NOTHING_TO_UNDO', `There is nothing to redo for ${actor.annotator}.`);
}

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Takes back the newest standing event that `choose` takes, and with it the others of its batch. */
function* takeBackLatest(
  database: Database,
  actor: Actor,
  choose: (event: ActorEvent) => 'take' | 'pass' | 'stop',
): Generator<void, HistoryChange | null> {
  const annotator = findAnnotator(database, actor.annotator);
  if (!annotator) return null;
  const events = standingNewestFirst(database, annotator, actor.device);
  const undoing = startBatch();
  const takeOne = (event: ActorEvent) =>
    takeBack(database, actor, annotator, event, event.batch === null ? null : undoing);
  const latest = transact(database, () => {
    for (let next = events.next(); next.done !== true; next = events.next()) {
      const event = next.value;
      const choice = choose(event);
      if (choice === 'stop') return null;
      const taken = choice === 'take' ? takeOne(event) : null;
      if (taken) return { event, change: changeOf(taken) };
    }
    return null;
  });
  if (latest === null || latest.event.batch === null) return latest?.change ?? null;
  const taken = yield* takeBackRest(database, events, latest.event.batch, takeOne);
  const { kind, question } = { question: '', ...parseFoldKey(latest.event.foldKey) };
  if (kind !== 'label') throw new Error('Only labels are given to many interactions at once.');
  return { interactionId: null, description: describeManyLabels(database, question, taken + 1) };
}

/** Milliseconds after which a transaction ends that takes back a part of many acts. */
const stepMs = 8;

/** Takes back what else belongs to the batch, going on from where `events` are; how many acts that were. */
function* takeBackRest(
  database: Database,
  events: Generator<ActorEvent>,
  from: BatchPlace,
  takeOne: (event: ActorEvent) => TakenBack | null,
): Generator<void, number> {
  let taken = 0;
  if (from.index === 0) return taken;
  const takeSome = () => {
    for (const end = performance.now() + stepMs; performance.now() < end;) {
      const next = events.next();
      if (next.done === true) return 'through';
      if (next.value.batch?.id !== from.id) continue;
      if (takeOne(next.value)) taken += 1;
      if (next.value.batch.index === 0) return 'through';
    }
    return 'more';
  };
  for (;;) {
    yield;
    if (transact(database, takeSome) === 'through') return taken;
  }
}

function changeOf({ interactionId, describe }: TakenBack): HistoryChange {
  return { interactionId, description: describe() };
}

interface TakenBack {
  readonly interactionId: string;
  readonly describe: () => string;
}

/** Writes the event that undoes `event` and folds it; null where its interaction is gone from the project. */
function takeBack(
  database: Database,
  actor: Actor,
  annotator: AnnotatorRow,
  event: ActorEvent,
  batch: ActBatch | null,
): TakenBack | null {
  const interaction = event.interactionId === null ? null : findInteraction(database, event.interactionId);
  if (!interaction) return null;
  const step = () =>
    recordAct(database, actor, annotator, {
      type: 'event.undo',
      interactionId: interaction.id,
      foldKey: event.foldKey,
      payload: batch === null ? {} : { batch: batch.next() },
      undoes: event.id,
    });
  const describe = foldStep(database, interaction, annotator, event, step);
  refreshFlags(database, interaction.seq);
  return { interactionId: interaction.id, describe };
}

function foldStep(
  database: Database,
  interaction: InteractionKey,
  annotator: AnnotatorRow,
  event: ActorEvent,
  step: () => void,
): () => string {
  const target = parseFoldKey(event.foldKey);
  switch (target.kind) {
    case 'label': {
      const key = { interaction, annotator, question: target.question };
      const before = readLabel(database, key)?.value ?? null;
      step();
      const after = refoldLabel(database, key)?.value ?? null;
      return () => describeLabelStep(database, target.question, before, after);
    }
    case 'edit': {
      const key = { interaction, annotator };
      const before = readAppEdit(database, key);
      step();
      const after = refoldAppEdit(database, key);
      refreshText(database, interaction.seq);
      refreshEditMetrics(database, interaction.seq);
      return () => describeEditStep(before, after);
    }
    case 'span': {
      const key = { interaction, annotator, place: target.place };
      const before = readSpanLabel(database, key);
      step();
      const after = refoldSpanLabel(database, key);
      const place = before ?? after ?? spanOfEvents(eventsOfKey(database, event.foldKey));
      return () => describeSpanStep(database, place, before, after);
    }
    case 'resolution': {
      const key = { interaction, question: target.question };
      const before = readResolution(database, key);
      step();
      const after = refoldResolution(database, key);
      return () => describeResolutionStep(database, target.question, before, after);
    }
    case 'skip':
    case 'flag':
    case 'gold': {
      const before = eventsOfKey(database, event.foldKey);
      step();
      openMark(database, interaction, target)?.refold();
      return () => describeMarkStep(database, target, before, eventsOfKey(database, event.foldKey));
    }
    case 'failure_mode':
    case 'member':
    case 'cluster':
    case 'weekly':
      throw new Error('What people say about failure modes has a history of its own.');
    case 'label_schema':
      throw new Error('Saving a label schema is not undone: an earlier version can be saved again.');
  }
}

/**
 * What a person did on a device and nothing took back, newest first. Only they themselves, on the same device,
 * undo what they did there, so their own events tell; see `standingEvents` for the rule.
 */
function* standingNewestFirst(
  database: Database,
  annotator: AnnotatorRow,
  device: string,
): Generator<ActorEvent> {
  const undone = new Set<string>();
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = eventsOfActor(database, annotator.seq, device, before);
    for (const event of page) {
      before = event.seq;
      if (undone.has(event.id)) continue;
      if (event.undoes !== null) undone.add(event.undoes);
      yield event;
    }
    if (page.length === 0) return;
  }
}

/** The types of acts that people take back one by one. */
const acts = new Set([
  'label.set',
  'edit.write',
  'span.set',
  'resolution.set',
  'item.skip',
  'item.flag',
  'gold.set',
]);

function isAct(type: string): boolean {
  return acts.has(type);
}
