import { z } from 'zod';
import { type Item, type ItemSummary, messageSchema } from '../../../shared/contract/item-operations.ts';
import { labelValueSchema } from '../../../shared/domain/schema/label-schema.ts';
import { type Database, prepare } from '../database.ts';
import { shownAnswer, shownAnswerJoins } from '../failure-mode-sql.ts';
import { valuesOf } from '../query.ts';
import { readSpans } from './item-spans.ts';
import { flagsOfItem } from './flags.ts';
import { countGroupOf } from './near-duplicates.ts';
import { resolutionsOf } from './resolutions.ts';

/** The seq an id stands for, or null where the project has no such interaction. */
export function seqOfItem(database: Database, id: string): number | null {
  return valuesOf<number>(database, 'SELECT seq FROM interactions WHERE id = ?').get(id) ?? null;
}

/** Ids of these seqs, in the order given; a seq without an interaction is left out. */
export function idsOfItems(database: Database, seqs: readonly number[]): string[] {
  const id = valuesOf<string>(database, 'SELECT id FROM interactions WHERE seq = ?');
  return seqs.flatMap((seq) => id.get(seq) ?? []);
}

/** Characters of input and output that a list shows. */
const summaryCharacters = 240;

/**
 * The text of the last user message, cut: nearly always the last message, so that the search through all of them
 * is the exception. Without any user message it is the last message, without messages nothing.
 */
const inputSummary = `substr(coalesce(
  CASE WHEN json_extract(i.messages, '$[#-1].role') = 'user' THEN json_extract(i.messages, '$[#-1].content') ELSE (
    SELECT json_extract(message.value, '$.content') FROM json_each(i.messages) AS message
    WHERE json_extract(message.value, '$.role') = 'user' ORDER BY message.key DESC LIMIT 1
  ) END,
  json_extract(i.messages, '$[#-1].content'), ''), 1, ${summaryCharacters})`;

const summarySql = `
SELECT i.id, ${inputSummary} AS input, substr(i.output, 1, ${summaryCharacters}) AS output, i.edited, i.labelled,
  s.id AS sourceId, i.created_at AS createdAt
FROM interactions AS i JOIN sources AS s ON s.seq = i.source_seq WHERE i.seq = ?`;

const summaryRow = z.object({
  id: z.string(),
  input: z.coerce.string(),
  output: z.string(),
  edited: z.int(),
  labelled: z.int(),
  sourceId: z.string(),
  createdAt: z.int().nullable(),
});

/** One line each for a list, in the order of `seqs`, with the answers of one annotator, or of anybody. */
export function readSummaries(
  database: Database,
  seqs: readonly number[],
  annotatorSeq: number | null,
): ItemSummary[] {
  const summary = prepare(database, summarySql);
  return seqs.flatMap((seq) => {
    const found = summary.get(seq);
    if (found === undefined) return [];
    const row = summaryRow.parse(found);
    return {
      ...row,
      input: oneLine(row.input),
      output: oneLine(row.output),
      edited: row.edited === 1,
      labelled: row.labelled === 1,
      answers: readAnswers(database, seq, annotatorSeq),
    };
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

const answerRow = z.object({ question: z.string(), value: z.string() });

function readAnswers(database: Database, seq: number, annotatorSeq: number | null): ItemSummary['answers'] {
  // Where several people answered, the latest answer stands for all in a list.
  const rows =
    annotatorSeq === null
      ? prepare(
          database,
          `SELECT l.question, ${shownAnswer} AS value FROM labels AS l ${shownAnswerJoins}
           WHERE l.interaction_seq = ? ORDER BY l.at`,
        ).all(seq)
      : prepare(
          database,
          `SELECT l.question, ${shownAnswer} AS value FROM labels AS l ${shownAnswerJoins}
           WHERE l.interaction_seq = ? AND l.annotator_seq = ?`,
        ).all(seq, annotatorSeq);
  return Object.fromEntries(
    z
      .array(answerRow)
      .parse(rows)
      .map(({ question, value }) => [question, labelValueSchema.parse(JSON.parse(value))]),
  );
}

const itemSql = `
SELECT i.seq, i.id, i.external_id AS externalId, s.id AS sourceId, s.name AS sourceName, i.messages, i.output, i.model,
  p.name AS promptVersion, i.session, i.user, i.created_at AS createdAt,
  i.created_offset_minutes AS createdOffsetMinutes, i.meta
FROM interactions AS i
JOIN sources AS s ON s.seq = i.source_seq
LEFT JOIN prompt_versions AS p ON p.seq = i.prompt_version_seq
WHERE i.id = ?`;

const itemRow = z.object({
  seq: z.int(),
  id: z.string(),
  externalId: z.string().nullable(),
  sourceId: z.string(),
  sourceName: z.string(),
  messages: z.string(),
  output: z.string(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  session: z.string().nullable(),
  user: z.string().nullable(),
  createdAt: z.int().nullable(),
  createdOffsetMinutes: z.int().nullable(),
  meta: z.string(),
});

/** Everything of one interaction, or null where there is none of this id. */
export function readItem(database: Database, id: string): Item | null {
  const found = prepare(database, itemSql).get(id);
  if (found === undefined) return null;
  const { seq, messages, meta, ...row } = itemRow.parse(found);
  return {
    ...row,
    messages: z.array(messageSchema).parse(JSON.parse(messages)),
    meta: z.record(z.string(), z.json()).parse(JSON.parse(meta)),
    nearDuplicates: countGroupOf(database, seq),
    edits: readEdits(database, seq),
    signals: readSignals(database, seq),
    labels: readLabels(database, seq),
    flags: flagsOfItem(database, seq),
    resolutions: resolutionsOf(database, seq),
    spans: readSpans(database, seq),
  };
}

/**
 * What edits of an interaction are ordered by: imported ones by their time, then those made in the app, so that the
 * last one is the edit that counts. Seqs of app edits change with undo and redo, their ids do not.
 */
export const editOrder = [
  `e.origin = 'app'`,
  'e.edited_at',
  `CASE e.origin WHEN 'app' THEN e.id END`,
  'e.seq',
];

const editRow = z.object({
  id: z.string(),
  text: z.string(),
  annotator: z.string().nullable(),
  origin: z.enum(['import', 'app']),
  at: z.int().nullable(),
});

function readEdits(database: Database, seq: number): Item['edits'] {
  return z.array(editRow).parse(
    prepare(
      database,
      `SELECT e.id, e.text, a.name AS annotator, e.origin, e.edited_at AS at
       FROM edits AS e LEFT JOIN annotators AS a ON a.seq = e.annotator_seq
       WHERE e.interaction_seq = ? ORDER BY ${editOrder.join(', ')}`,
    ).all(seq),
  );
}

const signalRow = z.object({
  kind: z.enum(['explicit', 'implicit', 'outcome']),
  name: z.string(),
  number: z.number().nullable(),
  text: z.string().nullable(),
  unit: z.string().nullable(),
  at: z.int().nullable(),
  origin: z.string().nullable(),
});

function readSignals(database: Database, seq: number): Item['signals'] {
  return z
    .array(signalRow)
    .parse(
      prepare(
        database,
        'SELECT kind, name, number, text, unit, at, origin FROM signals WHERE interaction_seq = ? ORDER BY seq',
      ).all(seq),
    );
}

const labelRow = z.object({
  question: z.string(),
  annotator: z.string(),
  value: z.string(),
  origin: z.enum(['import', 'app']),
  at: z.int().nullable(),
});

function readLabels(database: Database, seq: number): Item['labels'] {
  const rows = prepare(
    database,
    `SELECT l.question, a.name AS annotator, ${shownAnswer} AS value,
       CASE WHEN l.event_id IS NULL THEN 'import' ELSE 'app' END AS origin, l.at
     FROM labels AS l JOIN annotators AS a ON a.seq = l.annotator_seq ${shownAnswerJoins}
     WHERE l.interaction_seq = ? ORDER BY l.question, a.name`,
  ).all(seq);
  return z
    .array(labelRow)
    .parse(rows)
    .map(({ value, ...row }) => Object.assign(row, { value: labelValueSchema.parse(JSON.parse(value)) }));
}
