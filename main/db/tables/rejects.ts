import { z } from 'zod';
import type { Reject } from '../../../shared/contract/import-operations.ts';
import { rejectReasons } from '../../../shared/domain/mapping/mapped-row.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf } from '../query.ts';

export function insertReject(database: Database, sourceSeq: number, reject: Reject): void {
  prepare(
    database,
    'INSERT INTO rejects (source_seq, line, byte_offset, reason, message, raw, file) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(sourceSeq, reject.line, reject.byteOffset, reject.reason, reject.message, reject.raw, reject.file);
}

const rejectRow = z.object({
  seq: z.int(),
  line: z.int(),
  byteOffset: z.int(),
  reason: z.enum(rejectReasons),
  message: z.string(),
  raw: z.string(),
  file: z.string().nullable(),
});
export type RejectRow = z.infer<typeof rejectRow>;

/** Rejects of a source in the order of the file, after the one with this seq. */
export function pageOfRejects(
  database: Database,
  sourceSeq: number,
  after: number,
  limit: number,
): RejectRow[] {
  return z.array(rejectRow).parse(
    prepare(
      database,
      `SELECT seq, line, byte_offset AS byteOffset, reason, message, raw, file FROM rejects
       WHERE source_seq = ? AND seq > ? ORDER BY seq LIMIT ?`,
    ).all(sourceSeq, after, limit),
  );
}

export function countRejects(database: Database, sourceSeq: number): number {
  return numberOf(database, 'SELECT count(*) FROM rejects WHERE source_seq = ?', sourceSeq);
}

/** Takes one out of the quarantine. */
export function deleteReject(database: Database, seq: number): void {
  prepare(database, 'DELETE FROM rejects WHERE seq = ?').run(seq);
}

/** Says why one was refused this time. */
export function updateReject(database: Database, seq: number, why: Pick<Reject, 'reason' | 'message'>): void {
  prepare(database, 'UPDATE rejects SET reason = ?, message = ? WHERE seq = ?').run(
    why.reason,
    why.message,
    seq,
  );
}

/** Deletes up to `limit` rejects of a source and returns how many went. */
export function deleteRejects(database: Database, sourceSeq: number, limit: number): number {
  return prepare(
    database,
    'DELETE FROM rejects WHERE seq IN (SELECT seq FROM rejects WHERE source_seq = ? LIMIT ?)',
  ).run(sourceSeq, limit).changes;
}
