import type { Finding, Manifest } from '../../../shared/contract/export-operations.ts';
import { createExportCheck, type ExportFinding } from '../../../shared/domain/export/check-export.ts';
import { formatRows, toText } from '../../../shared/domain/export/format-row.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { noConsensus } from '../../../shared/domain/export/no-consensus.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { type ExportPart, splitOf } from '../../../shared/domain/export/split.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import {
  exportRowReader,
  groupRowReader,
  type StoredExportRow,
  type StoredGroupRow,
} from '../../db/tables/export-rows.ts';
import { type RowModes, rowModeReader } from '../../db/tables/row-modes.ts';
import { createFingerprint } from './fingerprint.ts';
import { type SelectedRows, selectRows } from './select-rows.ts';
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
 * the rule they break. FILTER_INVALID, INPUT_INVALID.
 */
export function startExportPass(
  database: Database,
  recipe: Recipe,
  take: (line: ExportLine) => void,
): Result<ExportPass> {
  const selecting = selectRows(database, recipe);
  if (!selecting.ok) return selecting;
  return succeed(runPass(database, recipe, selecting.value, take));
}

function* runPass(
  database: Database,
  recipe: Recipe,
  selecting: Generator<void, SelectedRows, void>,
  take: (line: ExportLine) => void,
): ExportPass {
  const { seqs, undecided } = yield* selecting;
  const parts = yield* prepareParts(database, recipe, seqs);
  const read = exportRowReader(database);
  const check = createExportCheck(recipe.format, createFingerprint());
  const skipped = new Map<string, SkippedCount>();
  const rows = { training: 0, validation: 0 };
  const readModes = formats[recipe.format].kind === 'evaluation' ? rowModeReader(database) : null;
  const addRow = (stored: StoredExportRow, modes: RowModes): void => {
    const group = parts.keyOf(stored);
    const row = { ...stored, interactionId: stored.id, group, modes: modes.get(stored.id) ?? [] };
    const formatted = formatRows(recipe.format, row, recipe);
    if (!formatted.ok) return countSkipped(skipped, formatted.error);
    const part = parts.partOf(group);
    for (const one of formatted.value) {
      const text = toText(recipe.format, one);
      const error = check.add(part, stored.id, one, text).find(({ level }) => level === 'error');
      if (error === undefined) {
        rows[part]++;
        take({ part, text, itemId: stored.id });
      } else countSkipped(skipped, error);
    }
  };
  for (const page of pagesOf(seqs)) {
    const modes = readModes?.(page) ?? noModes;
    for (const stored of read(page)) addRow(stored, modes);
    yield;
  }
  const open = noConsensus(undecided.questions);
  if (undecided.rows > 0)
    skipped.set(open.rule, { rule: open.rule, message: open.message, rows: undecided.rows });
  const exported = rows.training + rows.validation;
  const leftOut = [...skipped.values()].toSorted((a, b) => b.rows - a.rows);
  return {
    counts: {
      matching: seqs.length + undecided.rows,
      exported,
      ...rows,
      skipped: leftOut,
    },
    findings: [
      ...check.finish().map(toFinding),
      ...(undecided.rows === 0 ? [] : [toFinding({ ...open, rows: undecided.rows, items: undecided.items })]),
    ],
  };
}

const noModes: RowModes = new Map();

function* pagesOf(seqs: Float64Array): Generator<Float64Array> {
  for (let at = 0; at < seqs.length; at += rowsPerStep) yield seqs.subarray(at, at + rowsPerStep);
}

function toFinding({ rule, level, message, rows, items }: ExportFinding): Finding {
  return { rule, level, message, rows, items: [...items] };
}

interface Parts {
  readonly keyOf: (row: StoredGroupRow) => string;
  readonly partOf: (group: string) => ExportPart;
}

function* prepareParts(database: Database, recipe: Recipe, seqs: Float64Array): Generator<void, Parts, void> {
  if (recipe.validation === 0) return { keyOf: ({ id }) => id, partOf: () => 'training' };
  const groups = createGroups(recipe.groupBy);
  const read = groupRowReader(database);
  for (const page of groups.needsAllRows ? pagesOf(seqs) : []) {
    for (const row of read(page)) groups.add(row);
    yield;
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
