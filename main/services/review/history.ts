import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { type AnnotatorRow, findAnnotator } from '../../db/tables/annotators.ts';
import { readAppEdit, refoldAppEdit } from '../../db/tables/app-edits.ts';
import { refreshEditMetrics } from '../../db/tables/edit-metrics.ts';
import { type ActorEvent, eventsOfActor, eventsOfKey } from '../../db/tables/events.ts';
import { type InteractionKey, findInteraction, refreshFlags } from '../../db/tables/interaction-flags.ts';
import { readLabel, refoldLabel } from '../../db/tables/labels.ts';
import { readSpanLabel, refoldSpanLabel, spanOfEvents } from '../../db/tables/span-labels.ts';
import { readResolution, refoldResolution } from '../../db/tables/resolutions.ts';
import { markChangesStale } from '../../db/tables/stale-changes.ts';
import { refreshText } from '../../db/tables/text-index.ts';
import { type Actor, recordAct } from './act.ts';
import { refreshChangeMode, wholeOutput } from '../modes/refresh-change-modes.ts';
import { describeMarkStep, openMark } from './marks.ts';
import type { ActBatch } from './act-batch.ts';
import {
  describeEditStep,
  describeLabelStep,
  describeManyLabels,
  describeResolutionStep,
  describeSpanStep,
} from './describe-step.ts';
import { standingNewestFirst, takeBackLatest, type TakingBack } from './take-back.ts';

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
  const change = yield* takeBackStep(database, actor, ({ type }) => (isAct(type) ? 'take' : 'pass'));
  if (change) return succeed(change);
  return fail('NOTHING_TO_UNDO', `${actor.annotator} has done nothing here that could be taken back.`);
}

/** `redo` in such steps. */
export function* redoSteps(database: Database, actor: Actor): Generator<void, Result<HistoryChange>> {
  const change = yield* takeBackStep(database, actor, ({ type, undoneType }) => {
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

function* takeBackStep(
  database: Database,
  actor: Actor,
  choose: TakingBack<TakenBack>['choose'],
): Generator<void, HistoryChange | null> {
  const annotator = findAnnotator(database, actor.annotator);
  if (!annotator) return null;
  const events = standingNewestFirst((before) =>
    eventsOfActor(database, annotator.seq, actor.device, before),
  );
  const step = yield* takeBackLatest(database, events, {
    choose,
    takeOne: (event, batch) => takeBack(database, actor, annotator, event, batch),
  });
  if (step?.ok !== true) return null;
  const { event, taken, count } = step.value;
  if (event.batch === null) return { interactionId: taken.interactionId, description: taken.describe() };
  const { kind, question } = { question: '', ...parseFoldKey(event.foldKey) };
  if (kind !== 'label') throw new Error('Only labels are given to many interactions at once.');
  return { interactionId: null, description: describeManyLabels(database, question, count) };
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
): Result<TakenBack> | null {
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
  refreshAfterStep(database, interaction.seq, event);
  refreshFlags(database, interaction.seq);
  return succeed({ interactionId: interaction.id, describe });
}

/** What people say of a failure mode may be another one now. */
function refreshAfterStep(database: Database, interactionSeq: number, { foldKey }: ActorEvent): void {
  const target = parseFoldKey(foldKey);
  if (target.kind === 'span') refreshChangeMode(database, interactionSeq, target.place);
  if (target.kind === 'label' || target.kind === 'resolution')
    refreshChangeMode(database, interactionSeq, wholeOutput);
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
      markChangesStale(database, interaction.seq);
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
    case 'gold':
    case 'requery': {
      const before = eventsOfKey(database, event.foldKey);
      step();
      openMark(database, interaction, target)?.refold();
      return () => describeMarkStep(database, target, before, eventsOfKey(database, event.foldKey));
    }
    case 'failure_mode':
    case 'member':
    case 'cluster':
    case 'weekly':
    case 'prompt_version':
      throw new Error('What people say about failure modes has a history of its own.');
    case 'label_schema':
      throw new Error('Saving a label schema is not undone: an earlier version can be saved again.');
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
  'requery.judge',
]);

function isAct(type: string): boolean {
  return acts.has(type);
}
