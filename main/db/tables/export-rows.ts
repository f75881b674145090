import type { Message } from '../../../shared/domain/message.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';
import { editOrder } from './items.ts';

/** What decides which rows of an export belong together. */
export interface StoredGroupRow {
  readonly id: string;
  readonly messages: readonly Message[];
  readonly session: string | null;
  readonly user: string | null;
}

/** What an export needs of one interaction. */
export interface StoredExportRow extends StoredGroupRow {
  readonly output: string;
  /** The last edit made in the app, else the last imported one; null where nobody edited it. */
  readonly edit: string | null;
}

type AsStored<Row> = Omit<Row, 'messages'> & { readonly messages: string };

/** A reader of single rows by seq, for what groups them only. */
export function groupRowReader(database: Database): (seq: number) => StoredGroupRow | null {
  const statement = rowsOf<AsStored<StoredGroupRow>>(
    database,
    'SELECT id, messages, session, user FROM interactions WHERE seq = ?',
  );
  return (seq) => withMessages(statement.get(seq));
}

const newestFirst = editOrder.map((term) => `${term} DESC`).join(', ');
const latestEdit = `(SELECT e.text FROM edits AS e WHERE e.interaction_seq = i.seq ORDER BY ${newestFirst} LIMIT 1)`;

/** A reader of single rows by seq. */
export function exportRowReader(database: Database): (seq: number) => StoredExportRow | null {
  const statement = rowsOf<AsStored<StoredExportRow>>(
    database,
    `SELECT i.id, i.messages, i.output, i.session, i.user, CASE i.edited WHEN 1 THEN ${latestEdit} END AS edit
     FROM interactions AS i WHERE i.seq = ?`,
  );
  return (seq) => withMessages(statement.get(seq));
}

function withMessages<Row extends { readonly messages: string }>(
  row: Row | undefined,
): (Omit<Row, 'messages'> & { readonly messages: readonly Message[] }) | null {
  if (row === undefined) return null;
  const messages: readonly Message[] = JSON.parse(row.messages);
  return { ...row, messages };
}
