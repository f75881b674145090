import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';
import { setDerivedThrough } from './derived.ts';

/**
 * The full-text index over input, output and edits. It holds no copy of the texts, so a row is replaced whole. Rows
 * are indexed in seq order by a job behind the import; how far it is stands in `derived`, so that it goes on after a
 * crash, and rows behind that point are left to it.
 */
export const textIndexVersion = 1;

/** Every interaction up to this seq is indexed. */
export function textIndexedThrough(database: Database): number {
  return numberOf(database, `SELECT through_seq FROM derived WHERE name = 'text'`);
}

export interface IndexedTexts {
  readonly seq: number;
  readonly input: string | null;
  readonly output: string;
  readonly edit: string | null;
}

/** Texts of the next interactions to index, in order. */
export function nextTexts(database: Database, limit: number): IndexedTexts[] {
  const rows = rowsOf<IndexedTexts>(database, `${textsSql} WHERE i.seq > ? ORDER BY i.seq LIMIT ?`);
  return rows.all(textIndexedThrough(database), limit);
}

/** Indexes one interaction; those before it are indexed already. Inside a transaction with the whole batch. */
export function indexText(database: Database, { seq, input, output, edit }: IndexedTexts): void {
  prepare(database, 'INSERT INTO interactions_text (rowid, input, output, edit) VALUES (?, ?, ?, ?)').run(
    seq,
    input,
    output,
    edit,
  );
}

export function setTextIndexedThrough(database: Database, seq: number): void {
  setDerivedThrough(database, { name: 'text', version: textIndexVersion }, seq);
}

/** Brings the index up to date with what one interaction's texts are now. Call it wherever an edit comes or goes. */
export function refreshText(database: Database, seq: number): void {
  if (seq > textIndexedThrough(database)) return;
  removeText(database, seq);
  const texts = rowsOf<IndexedTexts>(database, `${textsSql} WHERE i.seq = ?`).get(seq);
  if (texts !== undefined) indexText(database, texts);
}

export function removeText(database: Database, seq: number): void {
  prepare(database, 'DELETE FROM interactions_text WHERE rowid = ?').run(seq);
}

/** How many interactions wait to be indexed. */
export function countUnindexedTexts(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM interactions WHERE seq > ?', textIndexedThrough(database));
}

const textsSql = `
SELECT i.seq,
  (SELECT group_concat(json_extract(message.value, '$.content'), char(10)) FROM json_each(i.messages) AS message) AS input,
  i.output,
  (SELECT group_concat(e.text, char(10)) FROM edits AS e WHERE e.interaction_seq = i.seq) AS edit
FROM interactions AS i`;
