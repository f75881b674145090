import type { Reject } from '../../../shared/contract/import-operations.ts';
import type { AttachmentMapper, RowMapper } from '../../../shared/domain/mapping/map-row.ts';
import type {
  MappedAttachment,
  MappedEdit,
  MappedRow,
  RowProblem,
} from '../../../shared/domain/mapping/mapped-row.ts';
import { canonicalMessages, contentHash } from '../../db/content-hash.ts';
import type { StoredText } from '../../db/stored-text.ts';
import { maxRejectRawBytes, type RejectedRow, type RowBatch, type SourceRow } from '../../files/row-batch.ts';

/** A row as it will be stored: everything that needs no database is done before the transaction begins. */
export interface RowToWrite {
  readonly row: Omit<MappedRow, 'messages' | 'output' | 'edits' | 'meta'>;
  /** JSON, as is `meta`. */
  readonly messages: StoredText;
  readonly output: StoredText;
  readonly meta: StoredText;
  readonly edits: readonly EditToWrite[];
  /** Whether an edit differs from the output. */
  readonly isEdited: boolean;
  readonly contentHash: Uint8Array;
}

export interface EditToWrite extends Omit<MappedEdit, 'text'> {
  readonly text: StoredText;
}

/** The same with all that was read, in the thread that read it. */
export interface PreparedRow extends RowToWrite {
  readonly row: MappedRow;
  readonly messages: string;
  readonly meta: string;
  readonly contentHash: Buffer;
}

/** A row that belongs to an interaction of another row, with what a person needs where that one is not there. */
export interface PreparedAttachment {
  readonly attachment: MappedAttachment;
  readonly source: SourceRow;
}

export type PreparedItem = { readonly kind: 'row'; readonly row: PreparedRow } | AttachmentOrReject;

export type ItemToWrite = { readonly kind: 'row'; readonly row: RowToWrite } | AttachmentOrReject;

export type AttachmentOrReject =
  | { readonly kind: 'attachment'; readonly attachment: PreparedAttachment }
  | {
      readonly kind: 'reject';
      readonly reject: Reject;
      /** The target whose value was at fault, where one was. */
      readonly target?: string | undefined;
    };

/** How the rows of a file are mapped, by what they bring. */
export type ImportMapper =
  | { readonly brings: 'interactions'; readonly mapRow: RowMapper; readonly changeUser: ChangeUser }
  | { readonly brings: 'attachments'; readonly mapRow: AttachmentMapper };

/** What is stored for a user id: a pseudonym, where one is wanted. */
export type ChangeUser = (user: string) => string;

export const keepUser: ChangeUser = (user) => user;

/**
 * Maps the rows of a batch. What comes of them is in the order of the file, rejects of the reader among them: how far an import
 * got is a number of these.
 */
export function prepareBatch(batch: RowBatch, mapper: ImportMapper): readonly PreparedItem[] {
  const items = batch.rows.map((row) => prepareSourceRow(row, mapper));
  if (batch.rejects.length === 0) return items;
  const placed = [
    ...batch.rows.map((row, at) => ({ place: row, item: items[at] })),
    ...batch.rejects.map((reject) => ({ place: reject, item: rejected(reject) })),
  ];
  return placed
    .toSorted((a, b) => a.place.byteOffset - b.place.byteOffset || a.place.line - b.place.line)
    .flatMap(({ item }) => (item === undefined ? [] : [item]));
}

/** Maps one row. */
export function prepareSourceRow(source: SourceRow, mapper: ImportMapper): PreparedItem {
  if (mapper.brings === 'attachments') {
    const mapped = mapper.mapRow(source.value);
    if (!mapped.ok)
      return { kind: 'reject', reject: toReject(source, mapped.error), target: mapped.error.target };
    return { kind: 'attachment', attachment: { attachment: mapped.value, source } };
  }
  const mapped = mapper.mapRow(source.value);
  if (!mapped.ok)
    return { kind: 'reject', reject: toReject(source, mapped.error), target: mapped.error.target };
  return { kind: 'row', row: prepareRow(mapped.value, mapper.changeUser) };
}

function prepareRow(mapped: MappedRow, changeUser: ChangeUser): PreparedRow {
  const { user } = mapped;
  const row = user === null || changeUser === keepUser ? mapped : { ...mapped, user: changeUser(user) };
  const messages = canonicalMessages(row.messages);
  const { output, edits } = row;
  return {
    row,
    messages,
    output,
    meta: JSON.stringify(row.meta),
    edits,
    isEdited: edits.some(({ text }) => text !== output),
    contentHash: contentHash(row, messages),
  };
}

/** The reject that a row is which could not be used. */
export function toReject(
  source: SourceRow,
  { reason, message }: Pick<RowProblem, 'reason' | 'message'>,
): Reject {
  const { line, byteOffset, raw } = source;
  return { reason, message, line, byteOffset, raw: cutRaw(raw), file: source.file ?? null };
}

function rejected({ rawBytes: _rawBytes, ...reject }: RejectedRow): PreparedItem {
  return { kind: 'reject', reject: { ...reject, file: reject.file ?? null } };
}

function cutRaw(raw: string): string {
  // A character takes at most three bytes a UTF-16 unit, so that most rows need no measuring.
  if (raw.length * 3 <= maxRejectRawBytes) return raw;
  return new TextDecoder().decode(Buffer.from(raw).subarray(0, maxRejectRawBytes), { stream: true });
}
