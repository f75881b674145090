import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type LabelValue, labelValueSchema } from '../../../shared/domain/schema/label-schema.ts';
import { type Database, prepare } from '../database.ts';
import { shownAnswer, shownAnswerJoins } from '../failure-mode-sql.ts';
import { numberOf, rowsOf } from '../query.ts';
import { type EventRow, eventsOfKey, timeOfEvent } from './events.ts';

/** What the team says to one question on one interaction; whoever resolved it last decides. */
export interface ResolutionKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly question: string;
}

export const resolutionPayload = z.object({
  question: z.string(),
  value: labelValueSchema.nullable(),
  note: z.string().nullable(),
});

/** A resolution, with the event that made it so and who that was. */
export interface ResolutionState {
  readonly value: LabelValue;
  readonly note: string | null;
  readonly annotatorSeq: number;
  readonly eventId: string;
  readonly at: number;
}

export function resolutionFoldKey({ interaction, question }: ResolutionKey): string {
  return foldKeyOf({ kind: 'resolution', interactionId: interaction.id, question });
}

/** The resolution as the table has it. */
export function readResolution(database: Database, key: ResolutionKey): ResolutionState | null {
  const row = prepare(
    database,
    `SELECT value, note, annotator_seq AS annotatorSeq, event_id AS eventId, at FROM resolutions
     WHERE interaction_seq = ? AND question = ?`,
  ).get(key.interaction.seq, key.question);
  return row === undefined ? null : resolutionRow.parse(row);
}

/** The resolution after these events of its fold key. */
export function resolutionAfter(events: readonly EventRow[]): ResolutionState | null {
  const act = latestAct(events);
  if (!act) return null;
  const { value, note } = resolutionPayload.parse(act.payload);
  if (value === null) return null;
  return { value, note, annotatorSeq: act.actorSeq, eventId: act.id, at: timeOfEvent(act) };
}

/** The resolution as the events say it is. */
export function foldedResolution(database: Database, key: ResolutionKey): ResolutionState | null {
  return resolutionAfter(eventsOfKey(database, resolutionFoldKey(key)));
}

/** Brings the table's row of one resolution up to date and returns it. */
export function refoldResolution(database: Database, key: ResolutionKey): ResolutionState | null {
  const state = foldedResolution(database, key);
  const address = [key.interaction.seq, key.question];
  prepare(database, 'DELETE FROM resolutions WHERE interaction_seq = ? AND question = ?').run(...address);
  if (state) {
    prepare(
      database,
      `INSERT INTO resolutions (interaction_seq, question, value, note, annotator_seq, event_id, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(...address, JSON.stringify(state.value), state.note, state.annotatorSeq, state.eventId, state.at);
  }
  return state;
}

export function deleteResolutions(database: Database): void {
  prepare(database, 'DELETE FROM resolutions').run();
}

/** A resolution of one question; the value is JSON. */
export interface StoredResolution {
  readonly seq: number;
  readonly value: string;
}

export const resolutionsSql = `
SELECT r.interaction_seq AS seq, r.value
FROM json_each(?) AS page CROSS JOIN resolutions AS r ON r.interaction_seq = page.value AND r.question = ?`;

/** Reads the resolutions of a question on these interactions, in their order. */
export function resolutionReader(
  database: Database,
  question: string,
): (seqs: readonly number[]) => StoredResolution[] {
  const query = rowsOf<StoredResolution>(database, resolutionsSql);
  return (seqs) => query.all(JSON.stringify(seqs), question);
}

const jsonValue = z.string().transform((text) => labelValueSchema.parse(JSON.parse(text)));

const resolutionRow = z.object({
  value: jsonValue,
  note: z.string().nullable(),
  annotatorSeq: z.int(),
  eventId: z.string(),
  at: z.int(),
});

const itemResolution = z.object({
  question: z.string(),
  value: jsonValue,
  note: z.string().nullable(),
  /** Who resolved it. */
  annotator: z.string(),
  at: z.int(),
});

/** Every resolution of one interaction, by question. */
export function resolutionsOf(database: Database, interactionSeq: number): z.infer<typeof itemResolution>[] {
  return z.array(itemResolution).parse(
    prepare(
      database,
      `SELECT l.question, ${shownAnswer} AS value, l.note, a.name AS annotator, l.at FROM resolutions AS l
       JOIN annotators AS a ON a.seq = l.annotator_seq ${shownAnswerJoins}
       WHERE l.interaction_seq = ? ORDER BY l.question`,
    ).all(interactionSeq),
  );
}

export function countResolutions(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM resolutions');
}

/** Resolutions that name an event of another fold key. */
export function countStrayResolutions(database: Database): number {
  return numberOf(
    database,
    `SELECT count(*) FROM resolutions AS r JOIN interactions AS i ON i.seq = r.interaction_seq
     JOIN events AS e ON e.id = r.event_id
     WHERE e.fold_key <> 'resolution/' || i.id || '/' || r.question`,
  );
}
