import type { FileShape } from '../../shared/domain/file-shape.ts';
import { defaultLimits, type DecompressionLimits } from './decompression-limits.ts';
import { readParquet } from './read-parquet.ts';
import { readTable } from './read-table.ts';
import { readTextRows } from './read-text-rows.ts';
import type { RowBatch, SourceRow } from './row-batch.ts';
import { noTables, type TableReader } from './table-reader.ts';

export interface ReadRowsOptions {
  /** A longer row is rejected without being held in memory. Default 32 MiB. */
  readonly maxRowBytes?: number;
  /** Stops the reading; the iteration then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly decompressionLimits?: DecompressionLimits;
  /** Reads the tables of databases; without it these are refused. */
  readonly tables?: TableReader;
}

const defaultMaxRowBytes = 32 * 2 ** 20;

/** Reads the rows of one file in batches, in file order. Throws a FileError where the file cannot be read. */
export function readFile(
  path: string,
  shape: FileShape,
  {
    signal,
    maxRowBytes = defaultMaxRowBytes,
    decompressionLimits = defaultLimits,
    tables = noTables,
  }: ReadRowsOptions = {},
): AsyncGenerator<RowBatch> {
  if (shape.format === 'sqlite') return readTable(path, shape, { tables, maxRowBytes, signal });
  const options = { limits: decompressionLimits, maxRowBytes, signal };
  return shape.format === 'parquet' ? readParquet(path, shape, options) : readTextRows(path, shape, options);
}

/** The first `count` rows of one file; rows that cannot be read are left out. */
export async function readHead(
  path: string,
  shape: FileShape,
  count: number,
  options: ReadRowsOptions = {},
): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of readFile(path, shape, options)) {
    rows.push(...batch.rows);
    if (rows.length >= count) break;
  }
  return rows.slice(0, count);
}
