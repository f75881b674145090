import type { Message } from '../../../shared/domain/message.ts';
import type { Database } from '../database.ts';
import { type Query, rowsOf } from '../query.ts';
import { editOrder } from './items.ts';

/** What decides which rows of an export belong together. */
export interface StoredGroupRow {
  readonly seq: number;
  readonly id: string;
  readonly messages: readonly Message[];
  readonly session: string | null;
  readonly user: string | null;
}

type AsStored<Row> = Omit<Row, 'messages'> & { readonly messages: string };

/** What an export needs of one interaction. */
export interface StoredExportRow extends StoredGroupRow {
  readonly output: string;
  /** The last edit made in the app, else the last imported one; null where nobody edited it. */
  readonly edit: string | null;
}

/** Reads what is there of these seqs, in their order: a query for each row would cost twice as much. */
export type PageReader<Row> = (seqs: Float64Array) => Row[];

/** A reader of what groups rows only. */
export function groupRowReader(database: Database): PageReader<StoredGroupRow> {
  const query = pageQuery<StoredGroupRow>(database, 'i.seq, i.id, i.messages, i.session, i.user');
  return (seqs) => query.all(JSON.stringify([...seqs])).map(withMessages);
}

const newestFirst = editOrder.map((term) => `${term} DESC`).join(', ');
const latestEdit = `(SELECT e.text FROM edits AS e WHERE e.interaction_seq = i.seq ORDER BY ${newestFirst} LIMIT 1)`;

export function exportRowReader(database: Database): PageReader<StoredExportRow> {
  const edit = `CASE i.edited WHEN 1 THEN ${latestEdit} END AS edit`;
  const query = pageQuery<StoredExportRow>(
    database,
    `i.seq, i.id, i.messages, i.output, i.session, i.user, ${edit}`,
  );
  return (seqs) => query.all(JSON.stringify([...seqs])).map(withMessages);
}

function pageQuery<Row>(database: Database, columns: string): Query<AsStored<Row>> {
  return rowsOf(
    database,
    `SELECT ${columns} FROM json_each(?) AS page CROSS JOIN interactions AS i ON i.seq = page.value`,
  );
}

function withMessages<Row extends { readonly messages: string }>(
  row: Row,
): Omit<Row, 'messages'> & { readonly messages: readonly Message[] } {
  const messages: readonly Message[] = JSON.parse(row.messages);
  return { ...row, messages };
}
