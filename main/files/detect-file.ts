import { basename, join } from 'node:path';
import type { FileFormat, FileShape } from '../../shared/domain/file-shape.ts';
import { fail, succeed, type Failure, type Result } from '../../shared/result/result.ts';
import { recogniseAdapter } from './adapters/registry.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectFormat, isTextFormat, shapeAs } from './detect-format.ts';
import { FileError } from './file-error.ts';
import { listInputFiles, rootOfInput } from './list-input-files.ts';
import { readHead, type ReadRowsOptions } from './read-file.ts';
import { readStart, type FileStart } from './read-start.ts';
import { noTables } from './table-reader.ts';

export interface DetectOptions extends ReadRowsOptions {
  /** The table of a database; the likeliest one where nothing is said. */
  readonly member?: string | undefined;
}

/**
 * Finds out how the rows of a file, a folder or the files of a pattern are written, by their content; `format` is what
 * a person says it is, where they know better. Several files are read together, each as it is written itself; the
 * shape is that of the first readable one. Fails with FILE_NOT_FOUND, FILE_UNREADABLE, FORMAT_UNKNOWN (empty, or
 * nothing that reads as rows) or FORMAT_NOT_SUPPORTED (a known format that is not read).
 */
export async function detectFile(
  path: string,
  format?: FileFormat,
  options: DetectOptions = {},
): Promise<Result<FileShape>> {
  const input = await listInputFiles(path);
  if (!input.ok) return input;
  const { files, bytes } = input.value;
  if (files === null) return detectOne(path, format, options);
  if (format !== undefined) {
    const advice = 'Leave the format out: each file is looked at by itself.';
    return fail('FORMAT_NOT_SUPPORTED', `A format can only be named for one file. ${advice}`);
  }
  const first = await detectFirst(rootOfInput(path), files, options);
  return first.ok ? succeed({ ...first.value, files, bytes }) : first;
}

/** The shape of the first file that has one; else why the first of all has none. */
async function detectFirst(
  root: string,
  files: readonly string[],
  options: DetectOptions,
): Promise<Result<FileShape>> {
  let failure: Result<FileShape> | undefined;
  for (const file of files) {
    const shape = await detectOne(join(root, file), undefined, options);
    if (shape.ok) return shape;
    failure ??= shape;
  }
  return failure ?? fail('FILE_NOT_FOUND', `There are no files in ${root}. Choose another folder.`);
}

async function detectOne(
  path: string,
  format: FileFormat | undefined,
  options: DetectOptions,
): Promise<Result<FileShape>> {
  const start = await readStart(path);
  if (!start.ok) return start;
  const container = containerOf(start.value);
  if (
    format !== undefined &&
    format !== container?.format &&
    !(container === undefined && isTextFormat(format))
  ) {
    const found = container?.name ?? 'neither a Parquet file nor an SQLite database';
    return fail('FORMAT_NOT_SUPPORTED', `${basename(path)} is ${found}. Leave the format out.`);
  }
  if (container !== undefined) return detectContainer(path, container.format, start.value.size, options);
  const unreadable = refusal(path, start.value);
  if (unreadable !== undefined) return { ok: false, error: unreadable };
  const { bytes, compression, size, isWhole } = start.value;
  const { encoding, bom } = detectEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
  if (text.trim() === '')
    return fail('FORMAT_UNKNOWN', `${basename(path)} holds no text. Choose another file.`);
  const textStart = { text, isWhole, name: path };
  const textShape =
    format !== undefined && isTextFormat(format) ? shapeAs(format, textStart) : detectFormat(textStart);
  return withColumns(path, { ...plainShape, ...textShape, compression, encoding, bom, bytes: size }, options);
}

/** A shape of which nothing is known yet. */
const plainShape = {
  compression: 'none',
  encoding: 'utf-8',
  bom: false,
  delimiter: null,
  member: null,
  members: [],
  adapter: null,
  files: null,
  columns: [],
} as const;

interface Container {
  readonly magic: string;
  readonly format: 'parquet' | 'sqlite';
  readonly name: string;
}

const containers: readonly Container[] = [
  { magic: 'PAR1', format: 'parquet', name: 'a Parquet file' },
  { magic: 'SQLite format 3\0', format: 'sqlite', name: 'an SQLite database' },
];

/** Both are read from any place in the file, which a packed one does not allow. */
function containerOf({ bytes, compression }: FileStart): Container | undefined {
  if (compression !== 'none') return undefined;
  const head = bytes.toString('latin1', 0, 16);
  return containers.find(({ magic }) => head.startsWith(magic));
}

async function detectContainer(
  path: string,
  format: Container['format'],
  bytes: number,
  options: DetectOptions,
): Promise<Result<FileShape>> {
  if (format === 'parquet') return withColumns(path, { ...plainShape, format, bytes }, options);
  const members = (options.tables ?? noTables).list(path);
  if (!members.ok) return members;
  const member = options.member ?? members.value[0];
  if (member === undefined) {
    return fail('FORMAT_UNKNOWN', `No table of ${basename(path)} holds rows. Choose another file.`);
  }
  return withColumns(path, { ...plainShape, format, bytes, member, members: members.value }, options);
}

/** How many rows are looked at for the names of the columns. */
const columnRows = 100;

async function withColumns(
  path: string,
  shape: FileShape,
  options: DetectOptions,
): Promise<Result<FileShape>> {
  try {
    const rows = await readHead(path, shape, columnRows, options);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row.value)))];
    const adapter = recogniseAdapter(rows.map(({ value }) => value))?.id ?? null;
    return succeed({ ...shape, columns, adapter });
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
}

/** First bytes of files people drop here that are not text, with what to do instead. */
const knownBinaries: readonly { readonly magic: string; readonly name: string; readonly advice: string }[] = [
  { magic: 'PAR1', name: 'a packed Parquet file', advice: 'Unpack it first' },
  { magic: 'PK\u0003\u0004', name: 'a ZIP or Excel file', advice: 'Unpack it, or save the sheet as CSV' },
  {
    magic: 'SQLite format 3\0',
    name: 'a packed SQLite database',
    advice: 'Unpack it first',
  },
  { magic: '%PDF-', name: 'a PDF', advice: 'Choose a file with rows' },
  { magic: 'BZh', name: 'packed with bzip2', advice: 'Unpack it first' },
];

function refusal(path: string, { bytes, compression }: FileStart): Failure | undefined {
  const name = basename(path);
  if (bytes.length === 0) {
    const reason = compression === 'none' ? 'is empty' : `is damaged ${compression} data`;
    return fail('FORMAT_UNKNOWN', `${name} ${reason}. Choose another file.`).error;
  }
  const head = bytes.toString('latin1', 0, 16);
  const binary = knownBinaries.find(({ magic }) => head.startsWith(magic));
  if (binary !== undefined)
    return fail('FORMAT_NOT_SUPPORTED', `${name} is ${binary.name}. ${binary.advice}.`).error;
  return isBinary(bytes)
    ? fail(
        'FORMAT_UNKNOWN',
        `${name} is of no known format. Import JSONL, JSON, CSV, TSV, Parquet or SQLite.`,
      ).error
    : undefined;
}

/** Control characters all over: a few NUL bytes are damage of single rows, and UTF-16 is text. */
function isBinary(bytes: Buffer): boolean {
  if (detectEncoding(bytes).encoding.startsWith('utf-16')) return false;
  const start = bytes.subarray(0, 64 * 1024);
  const controls = start.reduce(
    (count, byte) => count + (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) ? 1 : 0),
    0,
  );
  return controls > start.length * 0.05;
}
