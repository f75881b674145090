import type { Message } from '../../../shared/domain/message.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';
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

/** Where an interaction comes from, and which edit it shows. */
export interface RowOrigin {
  readonly sourceSeq: number;
  readonly externalId: string | null;
  readonly editId: string | null;
  readonly editOrigin: 'import' | 'app' | null;
}

/** What an export needs of one interaction. */
export interface StoredExportRow extends StoredGroupRow, RowOrigin {
  readonly output: string;
  /** The last edit made in the app, else the last imported one; null where nobody edited it. */
  readonly edit: string | null;
}

/** Reads what is there of these seqs, in their order: a query for each row would cost twice as much. */
export type PageReader<Row> = (seqs: Float64Array) => Row[];

/** A reader of what groups rows only. */
export function groupRowReader(database: Database): PageReader<StoredGroupRow> {
  const query = rowsOf<AsStored<StoredGroupRow>>(
    database,
    `SELECT i.seq, i.id, i.messages, i.session, i.user FROM ${pageOfInteractions}`,
  );
  return (seqs) =>
    query.all(JSON.stringify([...seqs])).map(({ seq, id, messages, session, user }) => ({
      seq,
      id,
      messages: parseMessages(messages),
      session,
      user,
    }));
}

export function exportRowReader(database: Database): PageReader<StoredExportRow> {
  const query = rowsOf<AsStored<StoredExportRow>>(database, exportRowsSql);
  return (seqs) =>
    query.all(JSON.stringify([...seqs])).map((row) => ({
      // Named one by one, which takes half the time of a spread.
      seq: row.seq,
      id: row.id,
      messages: parseMessages(row.messages),
      output: row.output,
      edit: row.edit,
      session: row.session,
      user: row.user,
      sourceSeq: row.sourceSeq,
      externalId: row.externalId,
      editId: row.editId,
      editOrigin: row.editOrigin,
    }));
}

const pageOfInteractions = 'json_each(?) AS page CROSS JOIN interactions AS i ON i.seq = page.value';
const newestFirst = editOrder.map((term) => `${term} DESC`).join(', ');

/** Exported for the test of its query plan. */
export const exportRowsSql = `
SELECT i.seq, i.id, i.messages, i.output, i.session, i.user, i.source_seq AS sourceSeq, i.external_id AS externalId,
  shown.text AS edit, shown.id AS editId, shown.origin AS editOrigin
FROM ${pageOfInteractions}
LEFT JOIN edits AS shown ON shown.seq = CASE i.edited WHEN 1 THEN (
  /* Most have one edit, and putting one in order would take longer than reading it. */
  SELECT CASE WHEN EXISTS (SELECT 1 FROM edits AS o WHERE o.interaction_seq = i.seq AND o.seq <> one.seq)
    THEN (SELECT e.seq FROM edits AS e WHERE e.interaction_seq = i.seq ORDER BY ${newestFirst} LIMIT 1)
    ELSE one.seq END
  FROM edits AS one WHERE one.interaction_seq = i.seq LIMIT 1
) END`;

function parseMessages(text: string): readonly Message[] {
  const messages: readonly Message[] = JSON.parse(text);
  return messages;
}
