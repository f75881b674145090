import Papa from 'papaparse';
import type { FileShape } from '../../shared/domain/file-shape.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../shared/domain/json.ts';

/** Reads the text kept of a rejected row again: an object of JSON, or a table's line. Null where it cannot be read. */
export function readRawRow(
  raw: string,
  { delimiter, columns }: Pick<FileShape, 'delimiter' | 'columns'>,
): JsonObject | null {
  if (delimiter === null) return readObject(raw);
  const { data, errors } = Papa.parse<string[]>(raw.trimEnd(), { delimiter });
  const [cells] = data;
  if (cells === undefined || data.length !== 1 || errors.length > 0 || cells.length !== columns.length)
    return null;
  return Object.fromEntries(columns.map((name, at) => [name, cells[at] === '' ? null : (cells[at] ?? null)]));
}

function readObject(raw: string): JsonObject | null {
  try {
    const value = parseJson(raw);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
