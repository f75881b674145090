import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { StoredText } from '../stored-text.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** One interaction as it is stored; texts are JSON where the column is. */
export interface NewInteraction {
  readonly id: string;
  readonly sourceSeq: number;
  readonly contentHash: Uint8Array;
  readonly externalId: string | null;
  readonly session: string | null;
  readonly user: string | null;
  readonly model: string | null;
  readonly promptVersionSeq: number | null;
  readonly createdAt: Instant | null;
  readonly edited: boolean;
  readonly labelled: boolean;
  readonly messages: StoredText;
  readonly output: StoredText;
  readonly meta: StoredText;
}

/**
 * Adds an interaction and returns its seq, or null where one of the same content is there already. The unique index
 * answers that in the same step, so that no set of hashes grows with the file.
 */
export function insertInteraction(database: Database, row: NewInteraction): number | null {
  const { changes, lastInsertRowid } = prepare(database, insertSql).run(
    row.id,
    row.sourceSeq,
    row.contentHash,
    row.externalId,
    row.session,
    row.user,
    row.model,
    row.promptVersionSeq,
    row.createdAt?.ms,
    row.createdAt?.offsetMinutes,
    row.edited ? 1 : 0,
    row.labelled ? 1 : 0,
    row.messages,
    row.output,
    row.meta,
  );
  return changes === 0 ? null : Number(lastInsertRowid);
}

const insertSql = `
INSERT INTO interactions (id, source_seq, content_hash, external_id, session, user, model, prompt_version_seq,
  created_at, created_offset_minutes, edited, labelled, messages, output, meta)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))
ON CONFLICT (content_hash) DO NOTHING`;

/** Seq of the last interaction; 0 where there is none. */
export function newestInteraction(database: Database): number {
  return numberOf(database, 'SELECT max(seq) FROM interactions');
}

export interface StoredInteraction {
  readonly seq: number;
  readonly id: string;
}

export function findByContent(database: Database, contentHash: Uint8Array): StoredInteraction | null {
  const find = rowsOf<StoredInteraction>(database, 'SELECT seq, id FROM interactions WHERE content_hash = ?');
  return find.get(contentHash) ?? null;
}

/** Seqs of up to `limit` interactions of a source, in no particular order. */
export function someOfSource(database: Database, sourceSeq: number, limit: number): number[] {
  return valuesOf<number>(
    database,
    'SELECT seq FROM interactions INDEXED BY interactions_by_source WHERE source_seq = ? LIMIT ?',
  ).all(sourceSeq, limit);
}

/** Up to `limit` interactions of a user, in no particular order. */
export function someOfUser(
  database: Database,
  user: string,
  limit: number,
): { readonly seq: number; readonly sourceSeq: number }[] {
  return rowsOf<{ readonly seq: number; readonly sourceSeq: number }>(
    database,
    'SELECT seq, source_seq AS sourceSeq FROM interactions INDEXED BY interactions_by_user WHERE user = ? LIMIT ?',
  ).all(user, limit);
}

/** Deletes an interaction with its edits, signals and labels; returns how many edits and labels went with it. */
export function deleteInteraction(
  database: Database,
  seq: number,
): { readonly edits: number; readonly labels: number } {
  const gone = {
    edits: numberOf(database, 'SELECT count(*) FROM edits WHERE interaction_seq = ?', seq),
    labels:
      numberOf(database, 'SELECT count(*) FROM labels WHERE interaction_seq = ?', seq) +
      numberOf(database, 'SELECT count(*) FROM span_labels WHERE interaction_seq = ?', seq),
  };
  prepare(database, 'DELETE FROM interactions WHERE seq = ?').run(seq);
  return gone;
}
