import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { fail } from '../../shared/result/result.ts';
import { FileError, readFailure } from './file-error.ts';
import { parquetParsers } from './parquet-parsers.ts';

/** An open Parquet file, read in ranges of rows. */
export interface ParquetFile {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Ranges that fit into memory, in file order; none reaches over the end of a row group. */
  readonly ranges: readonly RowRange[];
  /** The cells of a range's rows in the order of `columns`, or why they cannot be read. */
  readonly read: (range: RowRange) => Promise<readonly (readonly unknown[])[] | ParquetDamage>;
  readonly close: () => Promise<void>;
}

export interface RowRange {
  readonly start: number;
  readonly end: number;
}

export interface ParquetDamage {
  readonly damage: string;
}

/** Opens a file and reads its index. Throws a FileError where it cannot be read or is damaged there. */
export async function openParquetFile(path: string): Promise<ParquetFile> {
  const handle = await open(path).catch((error: unknown) => throwReadError(path, error));
  try {
    const { size } = await handle.stat();
    const file: AsyncBuffer = {
      byteLength: size,
      slice: (start, end = size) => readSlice(handle, path, clamp(start, size), clamp(end, size)),
    };
    const metadata = await parquetMetadataAsync(file, { parsers: parquetParsers, geoparquet: false });
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
    const ranges = rangesOf(metadata);
    return {
      columns,
      rowCount: ranges.at(-1)?.end ?? 0,
      ranges,
      read: (range) => readRange({ file, metadata, columns }, range),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    if (error instanceof FileError) throw error;
    throw new FileError(
      fail(
        'FILE_UNREADABLE',
        `${basename(path)} is a damaged Parquet file (${reasonOf(error)}). Get the file again.`,
      ).error,
    );
  }
}

async function readRange(
  source: { readonly file: AsyncBuffer; readonly metadata: FileMetaData; readonly columns: string[] },
  { start, end }: RowRange,
): Promise<readonly (readonly unknown[])[] | ParquetDamage> {
  let rows: readonly (readonly unknown[])[] = [];
  try {
    await parquetRead({
      ...source,
      rowStart: start,
      rowEnd: end,
      rowFormat: 'array',
      compressors: boundedCompressors,
      parsers: parquetParsers,
      useOffsetIndex: true,
      onComplete: (read) => {
        rows = read;
      },
    });
  } catch (error) {
    if (error instanceof FileError) throw error;
    return { damage: reasonOf(error) };
  }
  // Null is a value of the file, undefined one that its data does not have, however many rows its index claims.
  return rows.some((cells) => cells.every((cell) => cell === undefined))
    ? { damage: 'it holds fewer rows than it claims' }
    : rows;
}

/** Unpacked, as far as the file tells the truth about it. */
const rangeBytes = 128 * 2 ** 20;
const maxRangeRows = 200_000;
/** Looking at the first rows must not read all of the first group. */
const firstRangeRows = 1000;
/** Each range of a group reads the group's pages anew, so that tiny ranges would never come to an end. */
const maxRangesPerGroup = 64;

function rangesOf({ row_groups: groups }: FileMetaData): readonly RowRange[] {
  const ranges: RowRange[] = [];
  let groupStart = 0;
  for (const group of groups) {
    const rows = Number(group.num_rows);
    if (!(rows >= 0 && rows < 2 ** 32)) throw new Error(`a group of ${rows} rows`);
    const fitting = Math.floor((rows * rangeBytes) / Math.max(Number(group.total_byte_size), 1));
    const step = Math.min(maxRangeRows, Math.max(fitting, Math.ceil(rows / maxRangesPerGroup), 1));
    const groupEnd = groupStart + rows;
    for (let start = groupStart; start < groupEnd;) {
      const end = Math.min(groupEnd, start === 0 ? firstRangeRows : start + step);
      ranges.push({ start, end });
      start = end;
    }
    groupStart = groupEnd;
  }
  return ranges;
}

const maxPageBytes = 2 ** 29;

/** A page's header says how large it becomes; what it may claim, and what it may become, has an end. */
const boundedCompressors: Compressors = Object.fromEntries(
  Object.entries<Compressors[keyof Compressors]>({ ...compressors, ZSTD: unpackZstd }).map(
    ([codec, unpack]) => [
      codec,
      (input: Uint8Array, length: number) => {
        if (!(length >= 0 && length <= maxPageBytes)) throw new Error(`a page of ${length} bytes`);
        return unpack?.(input, length) ?? new Uint8Array();
      },
    ],
  ),
);

/** The one of hyparquet-compressors does not stop at the length. */
function unpackZstd(input: Uint8Array, length: number): Uint8Array {
  return zstdDecompressSync(input, { maxOutputLength: Math.max(length, 1) });
}

async function readSlice(handle: FileHandle, path: string, start: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(end - start, 0));
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await handle
      .read(bytes, at, bytes.length - at, start + at)
      .catch((error: unknown) => throwReadError(path, error));
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return at === bytes.length ? bytes.buffer : bytes.buffer.slice(0, at);
}

function clamp(offset: number, size: number): number {
  return Math.min(Math.max(offset, 0), size);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^parquet /, '') : String(error);
}

function throwReadError(path: string, error: unknown): never {
  const failure = readFailure(path, error);
  throw failure === undefined ? error : new FileError(failure);
}
