import type { FileShape } from '../../shared/domain/file-shape.ts';
import type { Adapter, ArrivingRow, Expander, Expansion } from './adapters/adapter.ts';
import { findAdapter } from './adapters/registry.ts';
import type { ReadRowsOptions } from './read-file.ts';
import { readRows } from './read-rows.ts';
import { maxRejectRawBytes, type RejectedRow, type RowBatch, type SourceRow } from './row-batch.ts';

/** A batch of rows as they are mapped, and why some of the file's rows are none. */
export interface ArrivingBatch extends RowBatch {
  readonly skipped: readonly string[];
}

/**
 * Reads a file's rows like `readRows`, each turned into those that its adapter makes of it where the shape names one. A
 * row that makes the adapter fail is a reject. Throws what `readRows` throws.
 */
export async function* readArrivingRows(
  path: string,
  shape: FileShape,
  options: ReadRowsOptions = {},
): AsyncGenerator<ArrivingBatch> {
  const adapter = findAdapter(shape.adapter);
  if (adapter === null) {
    for await (const batch of readRows(path, shape, options)) yield { ...batch, skipped: [] };
    return;
  }
  const expander = adapter.open();
  let last: { readonly batch: RowBatch; readonly row: SourceRow | undefined } | undefined;
  for await (const batch of readRows(path, shape, options)) {
    yield expandBatch(adapter, expander, batch);
    last = { batch, row: batch.rows.at(-1) ?? last?.row };
  }
  if (last?.row === undefined) return;
  const { rows, skipped } = expander.end();
  const place = last.row;
  yield { ...last.batch, rows: rows.map((row) => arrived(row, place)), rejects: [], skipped };
}

function expandBatch(adapter: Adapter, expander: Expander, batch: RowBatch): ArrivingBatch {
  const rows: SourceRow[] = [];
  const skipped: string[] = [];
  const rejects: RejectedRow[] = [...batch.rejects];
  for (const source of batch.rows) {
    const expansion = attempt(expander, source);
    if ('reason' in expansion) {
      rejects.push({ ...expansion, message: `${adapter.title}: ${expansion.message}` });
      continue;
    }
    for (const row of expansion.rows) rows.push(arrived(row, source));
    skipped.push(...expansion.skipped);
  }
  return { ...batch, rows, rejects, skipped };
}

/** An adapter that fails on one row is a bug of ours; it must not cost the rows around it. */
function attempt(expander: Expander, source: SourceRow): Expansion | RejectedRow {
  try {
    return expander.push(source.value);
  } catch (error) {
    const { raw, ...place } = placeOf(source);
    return {
      ...place,
      reason: 'adapter_failed',
      message: `the row could not be read (${error instanceof Error ? error.message : String(error)}). The other rows are not touched by this.`,
      raw: raw.slice(0, maxRejectRawBytes),
      rawBytes: raw.length,
    };
  }
}

function arrived(row: ArrivingRow, source: SourceRow): SourceRow {
  const { raw: _raw, ...place } = placeOf(source);
  return {
    ...place,
    value: row,
    // Only a reject needs its text, and making it for every row would cost as much as parsing it did.
    get raw() {
      return JSON.stringify(row);
    },
  };
}

function placeOf({ value: _value, ...place }: SourceRow): Omit<SourceRow, 'value'> {
  return place;
}
