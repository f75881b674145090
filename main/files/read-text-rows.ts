import type { FileShape } from '../../shared/domain/file-shape.ts';
import { openByteSource } from './byte-source.ts';
import type { DecompressionLimits } from './decompression-limits.ts';
import { createBatchCollector, type BatchCollector, type RowBatch, type RowSplitter } from './row-batch.ts';
import { createCsvSplitter } from './split-csv.ts';
import { createJsonSplitter } from './split-json.ts';
import { createJsonlSplitter } from './split-jsonl.ts';

/** Splits a text file into rows, in batches and memory that do not grow with it. */
export async function* readTextRows(
  path: string,
  shape: FileShape,
  options: {
    readonly limits: DecompressionLimits;
    readonly maxRowBytes: number;
    readonly signal: AbortSignal | undefined;
  },
): AsyncGenerator<RowBatch> {
  const source = openByteSource(path, shape, options.limits);
  const collector = createBatchCollector();
  const splitter = createSplitter(shape, collector, options.maxRowBytes);
  const batches = (final: boolean): RowBatch[] =>
    collector.take(final).map(({ rows, rejects }) => ({
      rows,
      rejects,
      bytesRead: source.bytesRead(),
      bytesTotal: shape.bytes,
    }));
  for await (const chunk of source.chunks) {
    options.signal?.throwIfAborted();
    splitter.push(chunk);
    yield* batches(false);
  }
  splitter.end(source.damage());
  yield* batches(true);
}

function createSplitter(shape: FileShape, collector: BatchCollector, maxRowBytes: number): RowSplitter {
  if (shape.format === 'jsonl') return createJsonlSplitter(collector, maxRowBytes);
  if (shape.format === 'json') return createJsonSplitter(collector, maxRowBytes, shape.member);
  return createCsvSplitter(collector, maxRowBytes, shape.delimiter ?? ',');
}
