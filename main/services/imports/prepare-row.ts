import type { Reject } from '../../../shared/contract/import-operations.ts';
import type { RowMapper } from '../../../shared/domain/mapping/map-row.ts';
import type { MappedRow } from '../../../shared/domain/mapping/mapped-row.ts';
import { canonicalMessages, contentHash } from '../../db/content-hash.ts';
import { maxRejectRawBytes, type RowBatch, type SourceRow } from '../../files/row-batch.ts';

/** A row as it will be stored: everything that needs no database is done before the transaction begins. */
export interface PreparedRow {
  readonly row: MappedRow;
  readonly messages: string;
  readonly meta: string;
  readonly contentHash: Buffer;
}

export interface PreparedBatch {
  readonly rows: readonly PreparedRow[];
  readonly rejects: readonly Reject[];
}

/** Maps the rows of a batch. Rejects of reader and mapper come out in the order of the file. */
export function prepareBatch(batch: RowBatch, mapRow: RowMapper): PreparedBatch {
  const rows: PreparedRow[] = [];
  const rejects: Reject[] = batch.rejects.map(({ rawBytes: _rawBytes, ...reject }) => reject);
  for (const source of batch.rows) {
    const mapped = mapRow(source.value);
    if (mapped.ok) rows.push(prepareRow(mapped.value));
    else rejects.push({ ...mapped.error, ...placeOf(source), raw: cutRaw(source.raw) });
  }
  rejects.sort((a, b) => a.byteOffset - b.byteOffset || a.line - b.line);
  return { rows, rejects };
}

function prepareRow(row: MappedRow): PreparedRow {
  const messages = canonicalMessages(row.messages);
  return { row, messages, meta: JSON.stringify(row.meta), contentHash: contentHash(row, messages) };
}

function placeOf({ line, byteOffset }: SourceRow): { readonly line: number; readonly byteOffset: number } {
  return { line, byteOffset };
}

function cutRaw(raw: string): string {
  // A character takes at most three bytes a UTF-16 unit, so that most rows need no measuring.
  if (raw.length * 3 <= maxRejectRawBytes) return raw;
  return new TextDecoder().decode(Buffer.from(raw).subarray(0, maxRejectRawBytes), { stream: true });
}
