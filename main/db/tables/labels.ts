import { z } from 'zod';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { type LabelValue, labelValueSchema } from '../../../shared/domain/schema/label-schema.ts';
import { type Database, prepare } from '../database.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';
import { refreshDone } from './queue-done.ts';
import { markStaleByAnswer } from './stale-changes.ts';

/** One annotator's answer to one question on one interaction. */
export interface LabelKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly annotator: { readonly seq: number; readonly id: string };
  readonly question: string;
}

export const labelPayload = z.object({ question: z.string(), value: labelValueSchema.nullable() });

/** What a label is now, with the event that made it so; `eventId` null where an import brought it. */
export interface LabelState {
  readonly value: LabelValue;
  readonly eventId: string | null;
  readonly at: number | null;
}

export function labelFoldKey(key: LabelKey): string {
  return foldKeyOf({
    kind: 'label',
    interactionId: key.interaction.id,
    annotatorId: key.annotator.id,
    question: key.question,
  });
}

/** The label as the table has it. */
export function readLabel(database: Database, key: LabelKey): LabelState | null {
  const row = prepare(
    database,
    `SELECT value, event_id AS eventId, at FROM labels
     WHERE interaction_seq = ? AND annotator_seq = ? AND question = ?`,
  ).get(key.interaction.seq, key.annotator.seq, key.question);
  return row === undefined ? null : labelRow.parse(row);
}

/** The label as events and import say it is: the latest act that stands, else the imported label, else nothing. */
export function foldedLabel(database: Database, key: LabelKey): LabelState | null {
  const act = latestAct(eventsOfKey(database, labelFoldKey(key)));
  if (!act) return importedLabel(database, key);
  const { value } = labelPayload.parse(act.payload);
  return value === null ? null : { value, eventId: act.id, at: timeOfEvent(act) };
}

/** Brings the table's row of one label up to date and returns it. */
export function refoldLabel(database: Database, key: LabelKey): LabelState | null {
  const state = foldedLabel(database, key);
  const { seq } = key.interaction;
  for (const answer of [readLabel(database, key), state]) markStaleByAnswer(database, seq, answer?.value);
  const address = [key.interaction.seq, key.annotator.seq, key.question];
  if (state) {
    prepare(
      database,
      `INSERT INTO labels (interaction_seq, annotator_seq, question, value, event_id, at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, event_id = excluded.event_id, at = excluded.at`,
    ).run(...address, JSON.stringify(state.value), state.eventId, state.at);
  } else {
    prepare(
      database,
      'DELETE FROM labels WHERE interaction_seq = ? AND annotator_seq = ? AND question = ?',
    ).run(...address);
  }
  refreshDone(database, { interactionSeq: key.interaction.seq, annotatorSeq: key.annotator.seq });
  return state;
}

/** Sets all labels back to what imports brought; the events are folded over it afterwards. */
export function resetLabelsToImported(database: Database): void {
  prepare(database, 'DELETE FROM labels').run();
  prepare(
    database,
    `INSERT INTO labels (interaction_seq, annotator_seq, question, value, event_id, at)
     SELECT interaction_seq, annotator_seq, question, value, NULL, NULL FROM imported_labels`,
  ).run();
}

const labelRow = z.object({
  value: z.string().transform((text) => labelValueSchema.parse(JSON.parse(text))),
  eventId: z.string().nullable(),
  at: z.int().nullable(),
});

function importedLabel(database: Database, key: LabelKey): LabelState | null {
  const row = prepare(
    database,
    `SELECT value, NULL AS eventId, NULL AS at FROM imported_labels
     WHERE interaction_seq = ? AND annotator_seq = ? AND question = ?`,
  ).get(key.interaction.seq, key.annotator.seq, key.question);
  return row === undefined ? null : labelRow.parse(row);
}
