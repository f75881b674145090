import type { JsonObject } from '../json.ts';
import type { Result } from '../../result/result.ts';
import {
  type Example,
  evaluationExamples,
  type ExampleOptions,
  preferenceExample,
  stepwiseExample,
  supervisedExample,
  unpairedExamples,
} from './example.ts';
import type { ExportRow } from './export-row.ts';
import { formats } from './formats/registry.ts';
import type { ExportFormat } from './recipe.ts';
import type { SkippedRow } from './row-finding.ts';

/** The examples that an interaction gives for a format, or why it gives none. Only unpaired and eval sets have more than one. */
export function examplesOf(
  id: ExportFormat,
  row: ExportRow,
  options: ExampleOptions,
): Result<readonly Example[], SkippedRow> {
  switch (formats[id].kind) {
    case 'supervised':
      return oneOf(supervisedExample(row, options));
    case 'preference':
      return oneOf(preferenceExample(row, options));
    case 'unpaired':
      return unpairedExamples(row, options);
    case 'stepwise':
      return oneOf(stepwiseExample(row, options));
    case 'evaluation':
      return evaluationExamples(row, options);
  }
}

function oneOf(example: Result<Example, SkippedRow>): Result<readonly Example[], SkippedRow> {
  return example.ok ? { ok: true, value: [example.value] } : example;
}

/** An example as the format writes it, or why it cannot. */
export function writeExample(id: ExportFormat, example: Example): Result<JsonObject, SkippedRow> {
  const format = formats[id];
  if (format.kind === 'supervised' && example.kind === 'supervised') return format.write(example);
  if (format.kind === 'preference' && example.kind === 'preference') return format.write(example);
  if (format.kind === 'unpaired' && example.kind === 'unpaired') return format.write(example);
  if (format.kind === 'stepwise' && example.kind === 'stepwise') return format.write(example);
  if (format.kind === 'evaluation' && example.kind === 'evaluation') return format.write(example);
  throw new Error(`${id} cannot write a ${example.kind} example`);
}

/** The rows that an interaction gives in a format, or why it gives none. */
export function formatRows(
  id: ExportFormat,
  row: ExportRow,
  options: ExampleOptions,
): Result<readonly JsonObject[], SkippedRow> {
  const examples = examplesOf(id, row, options);
  if (!examples.ok) return examples;
  const rows: JsonObject[] = [];
  for (const example of examples.value) {
    const written = writeExample(id, example);
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
