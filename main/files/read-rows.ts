import type { FileShape } from '../../shared/domain/file-shape.ts';
import { openByteSource, type DecompressionLimits } from './byte-source.ts';
import {
  createBatchCollector,
  type BatchCollector,
  type RowBatch,
  type RowSplitter,
  type SourceRow,
} from './row-batch.ts';
import { createCsvSplitter } from './split-csv.ts';
import { createJsonSplitter } from './split-json.ts';
import { createJsonlSplitter } from './split-jsonl.ts';

export interface ReadRowsOptions {
  /** A longer row is rejected without being held in memory. Default 32 MiB. */
  readonly maxRowBytes?: number;
  /** Stops the reading; the iteration then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly decompressionLimits?: DecompressionLimits;
}

const defaultMaxRowBytes = 32 * 2 ** 20;

/**
 * Reads a file's rows in batches, in file order, in memory that does not grow with the file. Every row is either in
 * `rows` or in `rejects`; blank lines are in neither. Throws a FileError where the file cannot be read.
 */
export async function* readRows(
  path: string,
  shape: FileShape,
  options: ReadRowsOptions = {},
): AsyncGenerator<RowBatch> {
  const { signal, maxRowBytes = defaultMaxRowBytes } = options;
  const source = openByteSource(path, shape, options.decompressionLimits);
  const collector = createBatchCollector();
  const splitter = createSplitter(shape, collector, maxRowBytes);
  const batches = (final: boolean): RowBatch[] =>
    collector.take(final).map(({ rows, rejects }) => ({
      rows,
      rejects,
      bytesRead: source.bytesRead(),
      bytesTotal: shape.bytes,
    }));
  for await (const chunk of source.chunks) {
    signal?.throwIfAborted();
    splitter.push(chunk);
    yield* batches(false);
  }
  splitter.end(source.damage());
  yield* batches(true);
}

/** The first `count` rows, for the preview of a mapping; rows that cannot be read are left out. */
export async function readHead(path: string, shape: FileShape, count: number): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of readRows(path, shape)) {
    rows.push(...batch.rows);
    if (rows.length >= count) break;
  }
  return rows.slice(0, count);
}

function createSplitter(shape: FileShape, collector: BatchCollector, maxRowBytes: number): RowSplitter {
  if (shape.format === 'jsonl') return createJsonlSplitter(collector, maxRowBytes);
  if (shape.format === 'json') return createJsonSplitter(collector, maxRowBytes, shape.member);
  return createCsvSplitter(collector, maxRowBytes, shape.delimiter ?? ',');
}
