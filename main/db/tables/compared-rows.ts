import type { Message } from '../../../shared/domain/message.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** What decides which outputs are compared with each other. */
export interface ComparedRow {
  readonly seq: number;
  readonly messages: readonly Message[];
  readonly isEdited: boolean;
}

/** Reads a page of interactions without their outputs. */
export function comparedRowReader(database: Database): (seqs: Float64Array) => ComparedRow[] {
  const query = rowsOf<{ readonly seq: number; readonly messages: string; readonly edited: number }>(
    database,
    'SELECT i.seq, i.messages, i.edited FROM json_each(?) AS page CROSS JOIN interactions AS i ON i.seq = page.value',
  );
  return (seqs) =>
    query.all(JSON.stringify([...seqs])).map(({ seq, messages, edited }) => {
      const parsed: readonly Message[] = JSON.parse(messages);
      return { seq, messages: parsed, isEdited: edited === 1 };
    });
}

/** Reads the outputs of some interactions, by their seq. */
export function outputReader(database: Database): (seqs: readonly number[]) => ReadonlyMap<number, string> {
  const query = rowsOf<{ readonly seq: number; readonly output: string }>(
    database,
    'SELECT i.seq, i.output FROM json_each(?) AS page CROSS JOIN interactions AS i ON i.seq = page.value',
  );
  return (seqs) => new Map(query.all(JSON.stringify(seqs)).map(({ seq, output }) => [seq, output]));
}

/** Reads a field of the metadata of some interactions as text, by their seq; lists and objects are none. */
export function metaTextReader(
  database: Database,
  field: string,
): (seqs: readonly number[]) => ReadonlyMap<number, string> {
  const query = rowsOf<{ readonly seq: number; readonly text: string }>(
    database,
    `SELECT i.seq, CASE WHEN m.type IN ('true', 'false') THEN m.type ELSE CAST(m.value AS TEXT) END AS text
     FROM json_each(?) AS page CROSS JOIN interactions AS i ON i.seq = page.value
     CROSS JOIN json_each(i.meta) AS m WHERE m.key = ? AND m.type NOT IN ('null', 'array', 'object')`,
  );
  return (seqs) => new Map(query.all(JSON.stringify(seqs), field).map(({ seq, text }) => [seq, text]));
}
