import type { Json, JsonObject } from '../json.ts';
import { succeed, type Result } from '../../result/result.ts';
import type { MappedRow, RejectReason, RowProblem } from './mapped-row.ts';
import { compileMapping } from './map-row.ts';
import type { Mapping, Target } from './mapping.ts';
import { compilePath, parsePath } from './path.ts';
import { profileColumns } from './profile-columns.ts';

/** What the import screen shows beside each field before anything is imported. */
export interface MappingPreview {
  readonly rows: number;
  /** Rows that would be imported. */
  readonly importable: number;
  readonly targets: readonly TargetPreview[];
  readonly columns: readonly ColumnPreview[];
  /** Why the others would not be, most frequent first. */
  readonly problems: readonly ProblemCount[];
  /** The first rows as they would be imported. */
  readonly examples: readonly MappedRow[];
}

export interface TargetPreview {
  readonly target: Target;
  readonly path: string;
  /** First real values as one-line text, at most `maxPreviewLength` characters each. */
  readonly values: readonly string[];
  readonly filled: number;
  readonly empty: number;
  /** Rows rejected because of this target's value; they are also counted as filled or empty. */
  readonly failed: number;
}

export interface ColumnPreview {
  readonly path: string;
  readonly values: readonly string[];
  readonly filled: number;
  /** The target this exact path fills, if any. */
  readonly target: Target | null;
}

export interface ProblemCount {
  readonly reason: RejectReason;
  /** The sentence of the first row with this reason. */
  readonly message: string;
  readonly count: number;
}

export const maxPreviewLength = 200;

const maxValues = 3;
const maxExamples = 20;

/** Tries a mapping on the first rows. Fails with MAPPING_INVALID like `compileMapping`. */
export function previewMapping(rows: readonly JsonObject[], mapping: Mapping): Result<MappingPreview> {
  const mapper = compileMapping(mapping);
  if (!mapper.ok) return mapper;
  const examples: MappedRow[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const mapped = mapper.value(row);
    if (!mapped.ok) problems.push(mapped.error);
    else if (examples.length < maxExamples) examples.push(mapped.value);
  }
  return succeed({
    rows: rows.length,
    importable: rows.length - problems.length,
    targets: mapping.map((entry) => previewTarget(rows, entry.target, entry.path, problems)),
    columns: previewColumns(rows, mapping),
    problems: countProblems(problems),
    examples,
  });
}

/** The columns of the rows with example values, for a screen that has no mapping yet. */
export function previewColumns(rows: readonly JsonObject[], mapping: Mapping): readonly ColumnPreview[] {
  return profileColumns(rows).map(({ path, filled, values }) => ({
    path,
    filled,
    values: values.slice(0, maxValues).map(shortText),
    target: mapping.find((entry) => entry.path === path)?.target ?? null,
  }));
}

function previewTarget(
  rows: readonly JsonObject[],
  target: Target,
  pathText: string,
  problems: readonly RowProblem[],
): TargetPreview {
  const path = parsePath(pathText);
  const read = path.ok ? compilePath(path.value) : () => undefined;
  const values = rows.map((row) => read(row) ?? '').filter((value) => value !== '');
  return {
    target,
    path: pathText,
    values: values.slice(0, maxValues).map(shortText),
    filled: values.length,
    empty: rows.length - values.length,
    failed: problems.filter((problem) => problem.target === target).length,
  };
}

function countProblems(problems: readonly RowProblem[]): readonly ProblemCount[] {
  const counts = new Map<RejectReason, ProblemCount>();
  for (const { reason, message } of problems) {
    const known = counts.get(reason);
    counts.set(reason, { reason, message: known?.message ?? message, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

function shortText(value: Json): string {
  const text =
    typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const line = text
    .slice(0, maxPreviewLength * 2)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= maxPreviewLength ? line : `${line.slice(0, maxPreviewLength - 1).toWellFormed()}…`;
}
