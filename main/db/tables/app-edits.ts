import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type Database, prepare } from '../database.ts';
import { valuesOf } from '../query.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';

/** The edit that one annotator made in the app; each has at most one of an interaction. */
export interface EditKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly annotator: { readonly seq: number; readonly id: string };
}

export const editPayload = z.object({ text: z.string().nullable() });

/** `id` is the id of the event that wrote it: what an id stands for never changes. */
const appEditRow = z.object({ id: z.string(), text: z.string(), at: z.int() });
export type AppEdit = z.infer<typeof appEditRow>;

export function editFoldKey(key: EditKey): string {
  return foldKeyOf({ kind: 'edit', interactionId: key.interaction.id, annotatorId: key.annotator.id });
}

/** The edit as the table has it. */
export function readAppEdit(database: Database, key: EditKey): AppEdit | null {
  const row = prepare(
    database,
    `SELECT id, text, edited_at AS at FROM edits
     WHERE interaction_seq = ? AND annotator_seq = ? AND origin = 'app'`,
  ).get(key.interaction.seq, key.annotator.seq);
  return row === undefined ? null : appEditRow.parse(row);
}

/** The edit as the events say it is. */
export function foldedAppEdit(database: Database, key: EditKey): AppEdit | null {
  const act = latestAct(eventsOfKey(database, editFoldKey(key)));
  if (!act) return null;
  const { text } = editPayload.parse(act.payload);
  return text === null ? null : { id: act.id, text, at: timeOfEvent(act) };
}

/** Brings the table's row of one annotator's edit up to date and returns it. */
export function refoldAppEdit(database: Database, key: EditKey): AppEdit | null {
  const state = foldedAppEdit(database, key);
  prepare(
    database,
    `DELETE FROM edits WHERE interaction_seq = ? AND annotator_seq = ? AND origin = 'app'`,
  ).run(key.interaction.seq, key.annotator.seq);
  if (state) {
    prepare(
      database,
      `INSERT INTO edits (id, interaction_seq, annotator_seq, origin, source_seq, event_id, text, edited_at)
       VALUES (?, ?, ?, 'app', NULL, ?, ?, ?)`,
    ).run(state.id, key.interaction.seq, key.annotator.seq, state.id, state.text, state.at);
  }
  return state;
}

/** The interactions that were edited in the app. */
export function editedInApp(database: Database): number[] {
  return valuesOf<number>(database, `SELECT DISTINCT interaction_seq FROM edits WHERE origin = 'app'`).all();
}

export function deleteAppEdits(database: Database): void {
  prepare(database, `DELETE FROM edits WHERE origin = 'app'`).run();
}
