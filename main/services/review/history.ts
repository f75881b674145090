import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { standingEvents } from '../../../shared/domain/events/standing.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { type AnnotatorRow, findAnnotator } from '../../db/tables/annotators.ts';
import { readAppEdit, refoldAppEdit } from '../../db/tables/app-edits.ts';
import { type EventRow, eventsOfActor, eventsOfKey } from '../../db/tables/events.ts';
import { type InteractionKey, findInteraction, refreshFlags } from '../../db/tables/interaction-flags.ts';
import { readLabel, refoldLabel } from '../../db/tables/labels.ts';
import { refreshText } from '../../db/tables/text-index.ts';
import { type Actor, recordAct } from './act.ts';
import { describeEditStep, describeLabelStep } from './describe-step.ts';

export interface HistoryChange {
  readonly interactionId: string;
  /** Such as "Verdict: Good → not set". */
  readonly description: string;
}

/**
 * Takes back the annotator's latest act on this device that stands. Failure modes stay when the label that made
 * them goes: others may use them already. NOTHING_TO_UNDO.
 */
export function undo(database: Database, actor: Actor): Result<HistoryChange> {
  return transact(database, () => {
    const annotator = findAnnotator(database, actor.annotator);
    for (const event of annotator ? newestFirst(database, annotator, actor.device) : []) {
      if (annotator && isAct(event) && stands(database, event)) {
        const change = takeBack(database, actor, annotator, event);
        if (change) return succeed(change);
      }
    }
    return fail('NOTHING_TO_UNDO', `${actor.annotator} has done nothing here that could be taken back.`);
  });
}

/** Brings back what the annotator last took back, unless they did something else since. NOTHING_TO_UNDO. */
export function redo(database: Database, actor: Actor): Result<HistoryChange> {
  return transact(database, () => {
    const annotator = findAnnotator(database, actor.annotator);
    for (const event of annotator ? newestFirst(database, annotator, actor.device) : []) {
      if (isAct(event)) break;
      if (annotator && isUndoOfAct(database, event) && stands(database, event)) {
        const change = takeBack(database, actor, annotator, event);
        if (change) return succeed(change);
      }
    }
    return fail('NOTHING_TO_UNDO', `There is nothing to redo for ${actor.annotator}.`);
  });
}

/** Writes the event that undoes `event` and folds it; null where its interaction is gone from the project. */
function takeBack(
  database: Database,
  actor: Actor,
  annotator: AnnotatorRow,
  event: EventRow,
): HistoryChange | null {
  const interaction = event.interactionId === null ? null : findInteraction(database, event.interactionId);
  if (!interaction) return null;
  const step = () =>
    recordAct(database, actor, annotator, {
      type: 'event.undo',
      interactionId: interaction.id,
      foldKey: event.foldKey,
      payload: {},
      undoes: event.id,
    });
  const description = foldStep(database, interaction, annotator, event, step);
  refreshFlags(database, interaction.seq);
  return { interactionId: interaction.id, description };
}

function foldStep(
  database: Database,
  interaction: InteractionKey,
  annotator: AnnotatorRow,
  event: EventRow,
  step: () => void,
): string {
  const target = parseFoldKey(event.foldKey);
  switch (target.kind) {
    case 'label': {
      const key = { interaction, annotator, question: target.question };
      const before = readLabel(database, key)?.value ?? null;
      step();
      const after = refoldLabel(database, key)?.value ?? null;
      return describeLabelStep(database, target.question, before, after);
    }
    case 'edit': {
      const key = { interaction, annotator };
      const before = readAppEdit(database, key);
      step();
      const after = refoldAppEdit(database, key);
      refreshText(database, interaction.seq);
      return describeEditStep(before, after);
    }
    case 'failure_mode':
      throw new Error('Making a failure mode is not undone.');
  }
}

function* newestFirst(database: Database, annotator: AnnotatorRow, device: string): Generator<EventRow> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = eventsOfActor(database, annotator.seq, device, before);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    before = last.seq;
  }
}

function isAct(event: EventRow): boolean {
  return event.type === 'label.set' || event.type === 'edit.write';
}

function isUndoOfAct(database: Database, event: EventRow): boolean {
  if (event.undoes === null) return false;
  const target = eventsOfKey(database, event.foldKey).find(({ id }) => id === event.undoes);
  return target !== undefined && isAct(target);
}

function stands(database: Database, event: EventRow): boolean {
  return standingEvents(eventsOfKey(database, event.foldKey)).some(({ id }) => id === event.id);
}
