import type { Brings, ImportPreview, Reject } from '../../../shared/contract/import-operations.ts';
import type { JsonObject } from '../../../shared/domain/json.ts';
import type {
  MappedAttachment,
  MappedEdit,
  MappedRow,
  MappedSpan,
} from '../../../shared/domain/mapping/mapped-row.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import { compileEntry } from '../../../shared/domain/mapping/compile-entry.ts';
import type { Mapping, MappingEntry } from '../../../shared/domain/mapping/mapping.ts';
import { profileColumns } from '../../../shared/domain/mapping/profile-columns.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { SourceRow } from '../../files/row-batch.ts';
import { detectShape, type FileInput } from './detect-shape.ts';
import { oneLine } from './example-texts.ts';
import { createFieldTally } from './field-tally.ts';
import { bringsOf, compileMapper } from './plan-import.ts';
import { type PreparedItem, prepareBatch, prepareSourceRow } from './prepare-row.ts';
import { readFirstRows } from './read-first-rows.ts';

export interface PreviewInput extends FileInput {
  readonly mapping: Mapping;
  readonly brings?: Brings | undefined;
  /** How attachments find their interactions; by id where nothing is said. */
  readonly join?: JoinMethod | undefined;
  /** How many rows to try; 100 where nothing is said. */
  readonly rows?: number | undefined;
}

const shownRows = 20;

/** What the first rows would become with this mapping. Stores nothing. MAPPING_INVALID, and what reading fails with. */
export async function previewImport(input: PreviewInput): Promise<Result<ImportPreview>> {
  const shape = await detectShape(input);
  if (!shape.ok) return shape;
  const mapper = compileMapper(input.mapping, input.brings ?? bringsOf(shape.value.adapter), {
    options: { join: input.join },
  });
  if (!mapper.ok) return mapper;
  const first = await readFirstRows(input.path, shape.value, input.rows ?? 100);
  if (!first.ok) return first;
  const { rows, rejects, skipped } = first.value;
  const items = prepareBatch({ rows, rejects, bytesRead: 0, bytesTotal: 0 }, mapper.value);
  const fields = createFieldTally(input.mapping);
  for (const { value } of rows) fields.add(value);
  for (const item of items)
    if (item.kind === 'reject' && item.target !== undefined) fields.addFailure(item.target);
  return succeed({
    read: items.length + skipped.length,
    accepted: items.filter(({ kind }) => kind !== 'reject').length,
    targets: fields.report(),
    rejects: items.flatMap((item): Reject[] => (item.kind === 'reject' ? [item.reject] : [])),
    rows: rows
      .slice(0, shownRows)
      .flatMap((source) => previewItem(source, prepareSourceRow(source, mapper.value))),
    unmapped: unmappedColumns(
      rows.map(({ value }) => value),
      input.mapping,
    ),
    skipped: countReasons(skipped),
  });
}

function previewItem({ line }: SourceRow, item: PreparedItem): ImportPreview['rows'] {
  if (item.kind === 'reject') return [];
  if (item.kind === 'row') return [previewRow(line, item.row.row)];
  const { attachment } = item.attachment;
  return [{ line, input: oneLine(joinedBy(attachment)), output: '', ...previewObservations(attachment) }];
}

/** What the row finds its interactions by. */
function joinedBy({ ids, session, match }: MappedAttachment): string {
  switch (match.by) {
    case 'id':
      return ids[0] ?? session ?? '';
    case 'session':
      return match.session;
    case 'user_window':
      return match.users[0] ?? '';
    case 'key':
      return match.keys[0] ?? '';
  }
}

function previewRow(line: number, row: MappedRow): ImportPreview['rows'][number] {
  const asked = row.messages.findLast(({ role }) => role === 'user') ?? row.messages.at(-1);
  return {
    line,
    input: oneLine(asked?.content ?? ''),
    output: oneLine(row.output),
    ...previewObservations(row),
  };
}

interface PreviewedObservations extends Pick<MappedAttachment, 'edits' | 'signals' | 'labels'> {
  readonly spans: readonly Pick<MappedSpan, 'category' | 'severity' | 'note'>[];
}

function previewObservations({
  edits,
  signals,
  labels,
  spans,
}: PreviewedObservations): Pick<ImportPreview['rows'][number], 'edit' | 'signals' | 'labels'> {
  const edit: MappedEdit | undefined = edits.at(-1);
  return {
    edit: edit === undefined ? null : oneLine(edit.text),
    signals: signals.map(({ name, number, text, unit }) =>
      oneLine([`${name}: ${number ?? text}`, unit ?? ''].join(' ')),
    ),
    labels: [
      ...labels.map(({ question, annotator, value }) =>
        oneLine(`${question}: ${String(value)} (${annotator})`),
      ),
      ...spans.map(({ category, severity, note }) =>
        oneLine(`part: ${[category, severity, note].filter((said) => said !== null).join(', ')}`),
      ),
    ],
  };
}

function countReasons(skipped: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of skipped) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** Columns of which no target takes anything, not even a part. */
function unmappedColumns(rows: readonly JsonObject[], mapping: Mapping): string[] {
  const taken = mapping.flatMap(pathsOf);
  return profileColumns(rows)
    .map(({ path }) => path)
    .filter((column) => !taken.some((path) => isInside(path, column) || isInside(column, path)));
}

function isInside(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

function pathsOf(entry: MappingEntry): string[] {
  const compiled = compileEntry(entry);
  return compiled.ok ? compiled.value.paths.map(({ text }) => text) : [];
}
