import type { Finding, Manifest } from '../../../shared/contract/export-operations.ts';
import { createExportCheck, type ExportFinding } from '../../../shared/domain/export/check-export.ts';
import { examplesOf, toText, writeExample } from '../../../shared/domain/export/format-row.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { noConsensus } from '../../../shared/domain/export/no-consensus.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { FunnelEntry } from '../../../shared/domain/export/funnel.ts';
import { type ExportPart, splitOf } from '../../../shared/domain/export/split.ts';
import type { StageReports } from '../../../shared/domain/export/stage-reports.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { exportRowReader, groupRowReader, type StoredGroupRow } from '../../db/tables/export-rows.ts';
import { type RowModes, rowModeReader } from '../../db/tables/row-modes.ts';
import { createFingerprint } from './fingerprint.ts';
import { createFunnelTally, type FunnelTally } from './funnel-tally.ts';
import { type SelectedRows, selectRows } from './select-rows.ts';
import { createGroups } from './split-groups.ts';
import { makeStages, type Stages } from './stages/registry.ts';
import type { Candidate, Stage } from './stages/stage.ts';

export type ExportCounts = Manifest['counts'];

/** One line of an export, as it goes into its file. */
export interface ExportLine {
  readonly part: ExportPart;
  readonly text: string;
  readonly itemId: string;
  /** What it was made from. */
  readonly candidate: Candidate;
}

export interface ExportSummary {
  readonly counts: ExportCounts;
  readonly findings: Finding[];
  readonly funnel: FunnelEntry[];
  readonly reports: StageReports;
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
 * the rule they break. FILTER_INVALID, INPUT_INVALID, and what its stages fail with.
 */
export async function startExportPass(
  database: Database,
  recipe: Recipe,
  take: (line: ExportLine) => void,
): Promise<Result<ExportPass>> {
  const selecting = selectRows(database, recipe);
  if (!selecting.ok) return selecting;
  const stages = await makeStages(recipe, { database });
  if (!stages.ok) return stages;
  return succeed(runPass(database, recipe, { selecting: selecting.value, stages: stages.value }, take));
}

interface PreparedPass {
  readonly selecting: Generator<void, SelectedRows, void>;
  readonly stages: Stages;
}

function* runPass(
  database: Database,
  recipe: Recipe,
  { selecting, stages }: PreparedPass,
  take: (line: ExportLine) => void,
): ExportPass {
  const { seqs, undecided } = yield* selecting;
  const parts = yield* prepareParts(database, recipe, seqs);
  for (const stage of [...stages.rewriting, ...stages.choosing]) yield* stage.prepare?.(seqs) ?? [];
  const read = exportRowReader(database);
  const check = createExportCheck(recipe.format, createFingerprint());
  const funnel = createFunnelTally();
  openSteps(funnel, stages);
  const rows = { training: 0, validation: 0, test: 0 };
  const readModes = formats[recipe.format].kind === 'evaluation' ? rowModeReader(database) : null;

  const passAll = (some: readonly Stage[], from: Candidate): Candidate | null => {
    let candidate = from;
    for (const { step, pass } of some) {
      const passed = pass(candidate);
      if (!passed.ok) {
        funnel.lose(step, passed.error);
        return null;
      }
      candidate = passed.value;
      funnel.pass(step);
    }
    return candidate;
  };
  const addCandidate = (from: Candidate): void => {
    const candidate = passAll(stages.rewriting, from);
    if (candidate === null) return;
    const written = writeExample(recipe.format, candidate.example);
    if (!written.ok) return funnel.lose('valid', written.error);
    const itemId = candidate.row.interactionId;
    const error = check.checkRow(itemId, written.value).find(({ level }) => level === 'error');
    if (error !== undefined) return funnel.lose('valid', error);
    funnel.pass('valid');
    if (passAll(stages.choosing, candidate) === null) return;
    const part = parts.partOf(candidate.row.group);
    const text = toText(recipe.format, written.value);
    check.addRow(part, itemId, written.value, text);
    funnel.pass('split');
    rows[part] += 1;
    take({ part, text, itemId, candidate });
  };
  for (const page of pagesOf(seqs)) {
    const modes = readModes?.(page) ?? noModes;
    for (const stored of read(page)) {
      const group = parts.keyOf(stored);
      const row = { ...stored, interactionId: stored.id, group, modes: modes.get(stored.id) ?? [] };
      const examples = examplesOf(recipe.format, row, recipe);
      if (!examples.ok) {
        funnel.lose('paired', examples.error);
        continue;
      }
      funnel.pass('paired', examples.value.length);
      for (const example of examples.value) addCandidate({ seq: stored.seq, row, example });
    }
    yield;
  }

  funnel.pass('selected', seqs.length);
  const open = noConsensus(undecided.questions);
  if (undecided.rows > 0) funnel.lose('selected', open, undecided.rows);
  const { training, validation, test } = rows;
  return {
    counts: {
      matching: seqs.length + undecided.rows,
      exported: training + validation + test,
      training,
      validation,
      ...(recipe.test === undefined ? {} : { test }),
      skipped: funnel.lost(),
    },
    findings: [
      ...check.finish().map(toFinding),
      ...(undecided.rows === 0 ? [] : [toFinding({ ...open, rows: undecided.rows, items: undecided.items })]),
    ],
    funnel: funnel.entries(),
    reports: Object.assign(
      {},
      ...[...stages.rewriting, ...stages.choosing].map((stage) => stage.report?.() ?? {}),
    ),
  };
}

/** Steps that nothing reaches are part of the funnel as well. */
function openSteps(funnel: FunnelTally, { rewriting, choosing }: Stages): void {
  for (const step of ['selected', 'paired', 'valid', 'split'] as const) funnel.open(step);
  for (const { step } of [...rewriting, ...choosing]) funnel.open(step);
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
  if (recipe.validation === 0 && recipe.test === undefined)
    return { keyOf: ({ id }) => id, partOf: () => 'training' };
  const groups = createGroups(recipe.groupBy);
  const read = groupRowReader(database);
  for (const page of groups.needsAllRows ? pagesOf(seqs) : []) {
    for (const row of read(page)) groups.add(row);
    yield;
  }
  return { keyOf: groups.keyOf, partOf: (group) => splitOf(group, recipe) };
}
