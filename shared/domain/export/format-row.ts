import type { JsonObject } from '../json.ts';
import type { Result } from '../../result/result.ts';
import {
  evaluationExample,
  type ExampleOptions,
  preferenceExample,
  supervisedExample,
  unpairedExamples,
} from './example.ts';
import type { ExportRow } from './export-row.ts';
import type { Format } from './formats/format.ts';
import { formats } from './formats/registry.ts';
import type { ExportFormat } from './recipe.ts';
import type { SkippedRow } from './row-finding.ts';

/** The rows that an interaction gives in a format, or why it gives none. Only unpaired sets have more than one. */
export function formatRows(
  id: ExportFormat,
  row: ExportRow,
  options: ExampleOptions,
): Result<readonly JsonObject[], SkippedRow> {
  const format: Format = formats[id];
  switch (format.kind) {
    case 'supervised':
      return writeOne(supervisedExample(row, options), format.write);
    case 'preference':
      return writeOne(preferenceExample(row), format.write);
    case 'unpaired':
      return writeAll(unpairedExamples(row, options), format.write);
    case 'evaluation':
      return writeOne(evaluationExample(row, options), format.write);
  }
}

type Write<One> = (example: One) => Result<JsonObject, SkippedRow>;

function writeOne<One>(
  example: Result<One, SkippedRow>,
  write: Write<One>,
): Result<readonly JsonObject[], SkippedRow> {
  return example.ok ? writeAll({ ok: true, value: [example.value] }, write) : example;
}

function writeAll<One>(
  examples: Result<readonly One[], SkippedRow>,
  write: Write<One>,
): Result<readonly JsonObject[], SkippedRow> {
  if (!examples.ok) return examples;
  const rows: JsonObject[] = [];
  for (const example of examples.value) {
    const written = write(example);
    if (!written.ok) return written;
    rows.push(written.value);
  }
  return { ok: true, value: rows };
}

/** The row as its file has it: a line of a JSONL file, line feed included, where the format has no layout. */
export function toText(id: ExportFormat, row: JsonObject): string {
  return formats[id].layout?.rowText(row) ?? toLine(row);
}

/** The row as one line of a JSONL file, line feed included. */
export function toLine(row: JsonObject): string {
  return `${JSON.stringify(row)}\n`;
}
