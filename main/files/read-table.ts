import type { FileShape } from '../../shared/domain/file-shape.ts';
import { addCellRow, placeOfRow } from './cell-row.ts';
import { FileError } from './file-error.ts';
import { addReject } from './parse-json-row.ts';
import { createBatchCollector, maxBatchRows, type RowBatch } from './row-batch.ts';
import type { TableReader } from './table-reader.ts';

/** Reads the rows of one table of a database in batches, in the order in which the file holds them. */
export async function* readTable(
  path: string,
  shape: FileShape,
  options: {
    readonly tables: TableReader;
    readonly maxRowBytes: number;
    readonly signal: AbortSignal | undefined;
  },
): AsyncGenerator<RowBatch> {
  const opened = options.tables.open(path, shape.member ?? '');
  if (!opened.ok) throw new FileError(opened.error);
  const table = opened.value;
  const collector = createBatchCollector();
  let index = 0;
  const batches = (final: boolean): RowBatch[] =>
    collector.take(final).map(({ rows, rejects }) => ({
      rows,
      rejects,
      bytesRead: final ? shape.bytes : Math.floor((shape.bytes * index) / Math.max(table.rowCount, index, 1)),
      bytesTotal: shape.bytes,
    }));
  try {
    for (const cells of table.rows) {
      addCellRow(collector, { columns: table.columns, cells, index }, options.maxRowBytes);
      index += 1;
      if (index % maxBatchRows !== 0) continue;
      options.signal?.throwIfAborted();
      yield* batches(false);
    }
    const damage = table.damage();
    if (damage !== null)
      addReject(collector, { ...placeOfRow(index), bytes: Buffer.alloc(0) }, 'truncated_file', damage);
    yield* batches(true);
  } finally {
    table.close();
  }
}
