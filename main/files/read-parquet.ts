import type { FileShape } from '../../shared/domain/file-shape.ts';
import { addCellRow, placeOfRow } from './cell-row.ts';
import { decompressionDamage, type DecompressionLimits } from './decompression-limits.ts';
import { addReject } from './parse-json-row.ts';
import { openParquetFile } from './parquet-file.ts';
import { createBatchCollector, maxBatchRows, type BatchCollector, type RowBatch } from './row-batch.ts';

/** Reads a Parquet file's rows in batches. Rows that cannot be read for damage are one reject; others go on. */
export async function* readParquet(
  path: string,
  shape: FileShape,
  options: {
    readonly limits: DecompressionLimits;
    readonly maxRowBytes: number;
    readonly signal: AbortSignal | undefined;
  },
): AsyncGenerator<RowBatch> {
  const file = await openParquetFile(path);
  const { columns } = file;
  const collector = createBatchCollector();
  let index = 0;
  let size = 0;
  const batches = (final: boolean): RowBatch[] =>
    collector.take(final).map(({ rows, rejects }) => ({
      rows,
      rejects,
      bytesRead: Math.floor((shape.bytes * index) / Math.max(file.rowCount, 1)),
      bytesTotal: shape.bytes,
    }));
  try {
    for (const range of file.ranges) {
      options.signal?.throwIfAborted();
      index = range.start;
      const read = await file.read(range);
      if ('damage' in read) {
        const message = `Rows ${range.start + 1} to ${range.end} cannot be read: the Parquet data is damaged there (${read.damage}). Get the file again.`;
        addDamage(collector, index, message);
        continue;
      }
      for (const cells of read) {
        size += addCellRow(collector, { columns, cells, index }, options.maxRowBytes);
        index += 1;
        if (index % maxBatchRows !== 0) continue;
        options.signal?.throwIfAborted();
        const damage = decompressionDamage(options.limits, size, shape.bytes);
        if (damage !== null) {
          addDamage(collector, index, damage);
          yield* batches(true);
          return;
        }
        yield* batches(false);
      }
    }
    yield* batches(true);
  } finally {
    await file.close();
  }
}

function addDamage(collector: BatchCollector, index: number, message: string): void {
  addReject(collector, { ...placeOfRow(index), bytes: Buffer.alloc(0) }, 'truncated_file', message);
}
