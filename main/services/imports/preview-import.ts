import type { ImportPreview, TargetPreview } from '../../../shared/contract/import-operations.ts';
import type { FileFormat } from '../../../shared/domain/file-shape.ts';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { compileMapping } from '../../../shared/domain/mapping/map-row.ts';
import type { MappedRow } from '../../../shared/domain/mapping/mapped-row.ts';
import type { Mapping, MappingEntry } from '../../../shared/domain/mapping/mapping.ts';
import { compilePath, parsePath } from '../../../shared/domain/mapping/path.ts';
import { profileColumns } from '../../../shared/domain/mapping/profile-columns.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { detectFile } from '../../files/detect-file.ts';
import { exampleTexts, oneLine } from './example-texts.ts';
import { prepareBatch } from './prepare-row.ts';
import { readFirstRows } from './read-first-rows.ts';

export interface PreviewInput {
  readonly path: string;
  readonly format?: FileFormat | undefined;
  readonly mapping: Mapping;
  /** How many rows to try; 100 where nothing is said. */
  readonly rows?: number | undefined;
}

const shownRows = 20;

/** What the first rows would become with this mapping. Stores nothing. MAPPING_INVALID, and what reading fails with. */
export async function previewImport(input: PreviewInput): Promise<Result<ImportPreview>> {
  const mapRow = compileMapping(input.mapping);
  if (!mapRow.ok) return mapRow;
  const shape = await detectFile(input.path, input.format);
  if (!shape.ok) return shape;
  const first = await readFirstRows(input.path, shape.value, input.rows ?? 100);
  if (!first.ok) return first;
  const { rows, rejects } = first.value;
  const batch = prepareBatch({ rows, rejects, bytesRead: 0, bytesTotal: 0 }, mapRow.value);
  const values = rows.map(({ value }) => value);
  return succeed({
    read: rows.length + rejects.length,
    accepted: batch.rows.length,
    targets: input.mapping.map((entry) => previewTarget(values, entry)),
    rejects: [...batch.rejects],
    rows: rows
      .flatMap(({ line, value }) => {
        const mapped = mapRow.value(value);
        return mapped.ok ? [previewRow(line, mapped.value)] : [];
      })
      .slice(0, shownRows),
    unmapped: unmappedColumns(values, input.mapping),
  });
}

function previewTarget(rows: readonly JsonObject[], { target, path }: MappingEntry): TargetPreview {
  const parsed = parsePath(path);
  const read = parsed.ok ? compilePath(parsed.value) : () => undefined;
  const filled = rows.flatMap((row) => {
    const value = read(row);
    return value === undefined || value === null || value === '' ? [] : [value];
  });
  return {
    target,
    path,
    filled: filled.length,
    empty: rows.length - filled.length,
    distinct: new Set(filled.map((value) => JSON.stringify(value))).size,
    examples: exampleTexts(filled),
  };
}

function previewRow(line: number, row: MappedRow): ImportPreview['rows'][number] {
  return {
    line,
    input: oneLine(
      row.messages.findLast(({ role }) => role === 'user')?.content ?? row.messages.at(-1)?.content ?? '',
    ),
    output: oneLine(row.output),
    edit: row.edit === null ? null : oneLine(row.edit),
    signals: row.signals.map(({ name, number, text, unit }) =>
      oneLine([`${name}: ${number ?? text}`, unit ?? ''].join(' ')),
    ),
    labels: row.labels.map(({ question, annotator, value }) =>
      oneLine(`${question}: ${String(value)} (${annotator})`),
    ),
  };
}

/** Columns of which no target takes anything, not even a part. */
function unmappedColumns(rows: readonly JsonObject[], mapping: Mapping): string[] {
  return profileColumns(rows)
    .map(({ path }) => path)
    .filter((column) => !mapping.some(({ path }) => isInside(path, column) || isInside(column, path)));
}

function isInside(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}
