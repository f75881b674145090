import { deserialize, serialize } from 'node:v8';
import type { Failure } from '../../../shared/result/result.ts';
import type { Findings } from './import-findings.ts';
import type { ImportJobInput, ImportPlan } from './import-input.ts';
import type { PreparedItem, PreparedRow } from './prepare-row.ts';
import type { PreparedBatch } from './row-reader.ts';

/** What a thread that reads rows is started with: functions cannot be sent, so it compiles the mapping again. */
export type RowThreadStart = Omit<ImportPlan, 'mapper'> & {
  readonly brings: ImportPlan['mapper']['brings'];
  readonly pseudonymKey: ImportJobInput['pseudonymKey'];
};

/** Its items are serialised: as bytes they cost no collection of garbage while they wait. */
export interface SentBatch extends Omit<PreparedBatch, 'items'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the thread says. It is answered with numbers: how many batches the writer has taken. */
export type RowThreadMessage =
  | { readonly type: 'batch'; readonly batch: SentBatch }
  | { readonly type: 'end'; readonly findings: Findings }
  | { readonly type: 'failed'; readonly failure: Failure };

/** A hash as text, each of its bytes a character, because a buffer takes as long to serialise as the rest of a row. */
type SentRow = Omit<PreparedRow, 'contentHash'> & { readonly contentHash: string };

type SentItem = Exclude<PreparedItem, { kind: 'row' }> | { readonly kind: 'row'; readonly row: SentRow };

export function packItems(items: readonly PreparedItem[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(serialize(items.map(toSent)));
}

/** Makes the items one after the other. */
export function* unpackItems(bytes: Uint8Array): Generator<PreparedItem> {
  const items: readonly SentItem[] = deserialize(bytes);
  for (const item of items) yield fromSent(item);
}

function toSent(item: PreparedItem): SentItem {
  if (item.kind !== 'row') return item;
  const { row, messages, meta, contentHash } = item.row;
  // Both are there as JSON already.
  const slim = { ...row, messages: [], meta: {} };
  return { kind: 'row', row: { row: slim, messages, meta, contentHash: contentHash.toString('latin1') } };
}

function fromSent(item: SentItem): PreparedItem {
  if (item.kind !== 'row') return item;
  const { row, messages, meta, contentHash } = item.row;
  return { kind: 'row', row: { row, messages, meta, contentHash: Buffer.from(contentHash, 'latin1') } };
}
