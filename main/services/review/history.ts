import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { type AnnotatorRow, findAnnotator } from '../../db/tables/annotators.ts';
import { readAppEdit, refoldAppEdit } from '../../db/tables/app-edits.ts';
import { type ActorEvent, eventsOfActor } from '../../db/tables/events.ts';
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
    for (const event of annotator ? standingNewestFirst(database, annotator, actor.device) : []) {
      if (annotator && isAct(event.type)) {
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
    for (const event of annotator ? standingNewestFirst(database, annotator, actor.device) : []) {
      if (isAct(event.type)) break;
      if (annotator && event.undoneType !== null && isAct(event.undoneType)) {
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
  event: ActorEvent,
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
  event: ActorEvent,
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

function isAct(type: string): boolean {
  return type === 'label.set' || type === 'edit.write';
}
