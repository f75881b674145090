import type { JsonObject } from '../json.ts';
import type { Result } from '../../result/result.ts';
import { type ExampleOptions, preferenceExample, supervisedExample } from './example.ts';
import type { ExportRow } from './export-row.ts';
import type { Format } from './formats/format.ts';
import { formats } from './formats/registry.ts';
import type { ExportFormat } from './recipe.ts';
import type { SkippedRow } from './row-finding.ts';

/** One row of an export, or why the interaction gives none. */
export function formatRow(
  id: ExportFormat,
  row: ExportRow,
  options: ExampleOptions,
): Result<JsonObject, SkippedRow> {
  const format: Format = formats[id];
  if (format.kind === 'supervised') {
    const example = supervisedExample(row, options);
    return example.ok ? format.write(example.value) : example;
  }
  const example = preferenceExample(row);
  return example.ok ? format.write(example.value) : example;
}

/** The row as its file has it: a line of a JSONL file, line feed included, where the format has no layout. */
export function toText(id: ExportFormat, row: JsonObject): string {
  return formats[id].layout?.rowText(row) ?? toLine(row);
}

/** The row as one line of a JSONL file, line feed included. */
export function toLine(row: JsonObject): string {
  return `${JSON.stringify(row)}\n`;
}
