import { isJsonObject, type Json, parseJson } from '../../../shared/domain/json.ts';
import type { Scratch } from '../scratch.ts';
import type { SetFile } from '../file-set.ts';
import type { RowSink } from './row-sink.ts';

const rowsPerStep = 1000;

/**
 * RFC 4180 with line feeds: a column for each key, texts as they are, everything else as JSON, nothing for null. The
 * columns are known only after the last row, so that rows wait on disk.
 */
export function createCsvSink(file: SetFile, scratch: Scratch): RowSink {
  const columns = new Set<string>();
  return {
    add: (line) => {
      const row = parseJson(line);
      for (const key of isJsonObject(row) ? Object.keys(row) : []) columns.add(key);
      scratch.write(line);
    },
    finish: function* finish() {
      file.write(toCsvLine([...columns]));
      let rows = 0;
      for (const line of scratch.lines()) {
        const row = parseJson(line);
        file.write(toCsvLine([...columns].map((key) => (isJsonObject(row) ? (row[key] ?? null) : null))));
        rows++;
        if (rows % rowsPerStep === 0) yield;
      }
    },
  };
}

function toCsvLine(cells: readonly Json[]): string {
  return `${cells.map(toCsvCell).join(',')}\n`;
}

/** One cell. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function toCsvCell(value: Json): string {
  if (value === null) return '';
  if (typeof value !== 'string') return quoted(JSON.stringify(value));
  return quoted(startsFormula.test(value) ? `'${value}` : value);
}

/** What OWASP lists, also behind spaces and in full width, as spreadsheets read past both. */
const startsFormula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}
