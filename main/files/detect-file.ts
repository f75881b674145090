import { basename } from 'node:path';
import type { FileFormat, FileShape } from '../../shared/domain/file-shape.ts';
import { fail, succeed, type Failure, type Result } from '../../shared/result/result.ts';
import { recogniseAdapter } from './adapters/registry.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectFormat, shapeAs } from './detect-format.ts';
import { FileError } from './file-error.ts';
import { readHead } from './read-rows.ts';
import { readStart, type FileStart } from './read-start.ts';

/**
 * Finds out how a file's rows are written, by its content; `format` is what a person says it is, where they know
 * better. Fails with FILE_NOT_FOUND, FILE_UNREADABLE,
 * FORMAT_UNKNOWN (empty, or nothing that reads as rows) or FORMAT_NOT_SUPPORTED (a known format not read yet).
 */
export async function detectFile(path: string, format?: FileFormat): Promise<Result<FileShape>> {
  const start = await readStart(path);
  if (!start.ok) return start;
  const unreadable = refusal(path, start.value);
  if (unreadable !== undefined) return { ok: false, error: unreadable };
  const { bytes, compression, size, isWhole } = start.value;
  const { encoding, bom } = detectEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
  if (text.trim() === '')
    return fail('FORMAT_UNKNOWN', `${basename(path)} holds no text. Choose another file.`);
  const textStart = { text, isWhole, name: path };
  const shape: FileShape = {
    ...(format === undefined ? detectFormat(textStart) : shapeAs(format, textStart)),
    compression,
    encoding,
    bom,
    adapter: null,
    bytes: size,
    columns: [],
  };
  return withColumns(path, shape);
}

/** How many rows are looked at for the names of the columns. */
const columnRows = 100;

async function withColumns(path: string, shape: FileShape): Promise<Result<FileShape>> {
  try {
    const rows = await readHead(path, shape, columnRows);
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
  { magic: 'PAR1', name: 'a Parquet file', advice: 'Save it as JSONL or CSV first' },
  { magic: 'PK\u0003\u0004', name: 'a ZIP or Excel file', advice: 'Unpack it, or save the sheet as CSV' },
  {
    magic: 'SQLite format 3\0',
    name: 'an SQLite database',
    advice: 'Open it as a project, or export its table as CSV',
  },
  { magic: '%PDF-', name: 'a PDF', advice: 'Choose a file with rows' },
  { magic: '\u0028\u00b5\u002f\u00fd', name: 'packed with Zstandard', advice: 'Unpack it first' },
  { magic: 'BZh', name: 'packed with bzip2', advice: 'Unpack it first' },
];

function refusal(path: string, { bytes, compression }: FileStart): Failure | undefined {
  const name = basename(path);
  if (bytes.length === 0) {
    const reason = compression === 'gzip' ? 'is damaged gzip data' : 'is empty';
    return fail('FORMAT_UNKNOWN', `${name} ${reason}. Choose another file.`).error;
  }
  const head = bytes.toString('latin1', 0, 16);
  const binary = knownBinaries.find(({ magic }) => head.startsWith(magic));
  if (binary !== undefined)
    return fail('FORMAT_NOT_SUPPORTED', `${name} is ${binary.name}. ${binary.advice}.`).error;
  return isBinary(bytes)
    ? fail('FORMAT_UNKNOWN', `${name} is not a text file. Import JSONL, JSON, CSV or TSV.`).error
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
