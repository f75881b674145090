import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';
import { editOrder } from './items.ts';

/** What an export needs of one interaction. `messages` is JSON. */
export interface StoredExportRow {
  readonly id: string;
  readonly messages: string;
  readonly output: string;
  readonly session: string | null;
  readonly user: string | null;
  /** The last edit made in the app, else the last imported one; null where nobody edited it. */
  readonly edit: string | null;
}

const newestFirst = editOrder.map((term) => `${term} DESC`).join(', ');
const latestEdit = `(SELECT e.text FROM edits AS e WHERE e.interaction_seq = i.seq ORDER BY ${newestFirst} LIMIT 1)`;

/** A reader of single rows by seq. */
export function exportRowReader(database: Database): (seq: number) => StoredExportRow | undefined {
  const statement = rowsOf<StoredExportRow>(
    database,
    `SELECT i.id, i.messages, i.output, i.session, i.user, CASE i.edited WHEN 1 THEN ${latestEdit} END AS edit
     FROM interactions AS i WHERE i.seq = ?`,
  );
  return (seq) => statement.get(seq);
}
