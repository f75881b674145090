import type { Finding, Manifest } from '../../../shared/contract/export-operations.ts';
import { createExportCheck, type ExportFinding } from '../../../shared/domain/export/check-export.ts';
import { formatRow, toLine } from '../../../shared/domain/export/format-row.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { type ExportPart, splitOf } from '../../../shared/domain/export/split.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { exportRowReader, groupRowReader, type StoredGroupRow } from '../../db/tables/export-rows.ts';
import { allMatchingSeqs } from '../../db/tables/item-query.ts';
import { createGroups } from './split-groups.ts';

export type ExportCounts = Manifest['counts'];

/** One line of an export, as it goes into its file. */
export interface ExportLine {
  readonly part: ExportPart;
  readonly text: string;
  readonly itemId: string;
}

export interface ExportSummary {
  readonly counts: ExportCounts;
  readonly findings: Finding[];
}

/**
 * Goes through everything a recipe exports, in import order. Each step handles some rows and yields, so that whoever
 * drives it can let others work in between; the value at the end is the summary.
 */
export type ExportPass = Generator<void, ExportSummary, void>;

/** Rows between two yields: a few milliseconds of work. */
const rowsPerStep = 100;

/**
 * Prepares a recipe; `take` gets every line. Rows that the format's readers would refuse are left out and counted by
 * the rule they break. FILTER_INVALID.
 */
export function startExportPass(
  database: Database,
  recipe: Recipe,
  take: (line: ExportLine) => void,
): Result<ExportPass> {
  const filter = filterToSql(database, recipe.filter);
  if (!filter.ok) return filter;
  return succeed(runPass(database, recipe, allMatchingSeqs(database, filter.value), take));
}

function* runPass(
  database: Database,
  recipe: Recipe,
  seqs: Float64Array,
  take: (line: ExportLine) => void,
): ExportPass {
  const partOf = yield* preparePartOf(database, recipe, seqs);
  const read = exportRowReader(database);
  const check = createExportCheck(recipe.format);
  const skipped = new Map<string, SkippedCount>();
  const rows = { training: 0, validation: 0 };
  for (const [index, seq] of seqs.entries()) {
    if (index % rowsPerStep === rowsPerStep - 1) yield;
    const stored = read(seq);
    if (stored === null) continue;
    const group = partOf.keyOf(stored);
    const formatted = formatRow(recipe.format, { ...stored, interactionId: stored.id, group }, recipe);
    if (!formatted.ok) {
      countSkipped(skipped, formatted.error);
      continue;
    }
    const part = partOf.partOf(group);
    const error = check.add(part, stored.id, formatted.value).find(({ level }) => level === 'error');
    if (error !== undefined) {
      countSkipped(skipped, error);
      continue;
    }
    rows[part]++;
    take({ part, text: toLine(formatted.value), itemId: stored.id });
  }
  const exported = rows.training + rows.validation;
  const leftOut = [...skipped.values()].toSorted((a, b) => b.rows - a.rows);
  return {
    counts: {
      matching: leftOut.reduce((sum, { rows: count }) => sum + count, exported),
      exported,
      ...rows,
      skipped: leftOut,
    },
    findings: check.finish().map(toFinding),
  };
}

function toFinding({ rule, level, message, rows, items }: ExportFinding): Finding {
  return { rule, level, message, rows, items: [...items] };
}

interface Parts {
  readonly keyOf: (row: StoredGroupRow) => string;
  readonly partOf: (group: string) => ExportPart;
}

function* preparePartOf(
  database: Database,
  recipe: Recipe,
  seqs: Float64Array,
): Generator<void, Parts, void> {
  if (recipe.validation === 0) return { keyOf: ({ id }) => id, partOf: () => 'training' };
  const groups = createGroups(recipe.groupBy);
  const read = groupRowReader(database);
  for (const [index, seq] of groups.needsAllRows ? seqs.entries() : []) {
    if (index % rowsPerStep === rowsPerStep - 1) yield;
    const row = read(seq);
    if (row !== null) groups.add(row);
  }
  return { keyOf: groups.keyOf, partOf: (group) => splitOf(group, recipe) };
}

type SkippedCount = ExportCounts['skipped'][number];

function countSkipped(
  skipped: Map<string, SkippedCount>,
  { rule, message }: { readonly rule: string; readonly message: string },
): void {
  const rows = (skipped.get(rule)?.rows ?? 0) + 1;
  skipped.set(rule, { rule, message, rows });
}
