import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type LabelValue, labelValueSchema } from '../../../shared/domain/schema/label-schema.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';

/** The expected answer to one question on one interaction, whoever says so last. */
export interface GoldKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly question: string;
}

export const goldPayload = z.object({ question: z.string(), value: labelValueSchema.nullable() });

const goldRow = z.object({
  value: z.string().transform((text) => labelValueSchema.parse(JSON.parse(text))),
  annotatorSeq: z.int(),
  eventId: z.string(),
  at: z.int(),
});
export type GoldAnswer = z.infer<typeof goldRow>;

export function goldFoldKey({ interaction, question }: GoldKey): string {
  return foldKeyOf({ kind: 'gold', interactionId: interaction.id, question });
}

/** The answer as the table has it. */
export function readGoldAnswer(database: Database, { interaction, question }: GoldKey): GoldAnswer | null {
  const row = prepare(
    database,
    `SELECT value, annotator_seq AS annotatorSeq, event_id AS eventId, at FROM gold_answers
     WHERE interaction_seq = ? AND question = ?`,
  ).get(interaction.seq, question);
  return row === undefined ? null : goldRow.parse(row);
}

/** The answer as the events say it is. */
export function foldedGoldAnswer(database: Database, key: GoldKey): GoldAnswer | null {
  const act = latestAct(eventsOfKey(database, goldFoldKey(key)));
  if (!act) return null;
  const { value } = goldPayload.parse(act.payload);
  return value === null ? null : { value, annotatorSeq: act.actorSeq, eventId: act.id, at: timeOfEvent(act) };
}

/** Brings the table's row up to date and returns it. */
export function refoldGoldAnswer(database: Database, key: GoldKey): GoldAnswer | null {
  const state = foldedGoldAnswer(database, key);
  const address = [key.interaction.seq, key.question];
  if (state) {
    prepare(
      database,
      `INSERT INTO gold_answers (interaction_seq, question, value, annotator_seq, event_id, at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, annotator_seq = excluded.annotator_seq,
         event_id = excluded.event_id, at = excluded.at`,
    ).run(...address, JSON.stringify(state.value), state.annotatorSeq, state.eventId, state.at);
  } else {
    prepare(database, 'DELETE FROM gold_answers WHERE interaction_seq = ? AND question = ?').run(...address);
  }
  return state;
}

export function deleteGoldAnswers(database: Database): void {
  prepare(database, 'DELETE FROM gold_answers').run();
}

/** The gold items behind a seq, in import order. */
export function goldItems(database: Database, after: number, limit: number): number[] {
  return valuesOf<number>(
    database,
    'SELECT DISTINCT interaction_seq FROM gold_answers WHERE interaction_seq > ? ORDER BY interaction_seq LIMIT ?',
  ).all(after, limit);
}

export function countGoldItems(database: Database): number {
  return numberOf(database, 'SELECT count(DISTINCT interaction_seq) FROM gold_answers');
}

/** The expected answers of one interaction, by question. */
export function goldAnswersOf(database: Database, interactionSeq: number): Record<string, LabelValue> {
  const rows = rowsOf<{ readonly question: string; readonly value: string }>(
    database,
    'SELECT question, value FROM gold_answers WHERE interaction_seq = ? ORDER BY question',
  ).all(interactionSeq);
  return Object.fromEntries(
    rows.map(({ question, value }) => [question, labelValueSchema.parse(JSON.parse(value))]),
  );
}

export interface ComparedAnswer {
  readonly annotator: string;
  readonly question: string;
  /** JSON, as both are stored. */
  readonly expected: string;
  readonly given: string;
}

/** What annotators answered where an answer is expected; those who said what is expected are not asked themselves. */
export function comparedAnswers(database: Database): ComparedAnswer[] {
  return rowsOf<ComparedAnswer>(database, comparedAnswersSql).all();
}

export const comparedAnswersSql = `
SELECT a.name AS annotator, g.question, g.value AS expected, l.value AS given
FROM gold_answers AS g
CROSS JOIN labels AS l INDEXED BY sqlite_autoindex_labels_1 ON l.interaction_seq = g.interaction_seq
CROSS JOIN annotators AS a ON a.seq = l.annotator_seq
WHERE l.question = g.question AND l.annotator_seq <> g.annotator_seq`;
