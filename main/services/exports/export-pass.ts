import { hash } from 'node:crypto';
import type { Finding, Manifest } from '../../../shared/contract/export-operations.ts';
import { type Balancer, balanceProblem, createBalancer } from '../../../shared/domain/export/balance.ts';
import { createExportCheck, type ExportFinding } from '../../../shared/domain/export/check-export.ts';
import { examplesOf, toText, writeExample } from '../../../shared/domain/export/format-row.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { noConsensus } from '../../../shared/domain/export/no-consensus.ts';
import { pairingProblem } from '../../../shared/domain/export/pairing-judgement.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { FunnelEntry } from '../../../shared/domain/export/funnel.ts';
import { type ExportPart, splitProblem } from '../../../shared/domain/export/split.ts';
import type { StageReports } from '../../../shared/domain/export/stage-reports.ts';
import { createUnpairedGuard } from '../../../shared/domain/export/unpaired-guard.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { frozenSnapshotIds } from '../../db/tables/frozen-rows.ts';
import { emptyParts } from './empty-parts.ts';
import { createFingerprint } from './fingerprint.ts';
import { createFunnelTally, type FunnelTally } from './funnel-tally.ts';
import { type SelectedRows, selectRows } from './select-rows.ts';
import { createFrozenCheck, inFrozenTestSet } from './frozen-check.ts';
import { pagesOf } from './pages.ts';
import { createRowReader, type ReadRow, type RowReader } from './row-reader.ts';
import { prepareSides } from './split-sides.ts';
import { notTypical, type TypicalRows, typicalRows } from './typical-rows.ts';
import { passStages } from './stages/pass-stages.ts';
import { makeStages, type Stages } from './stages/registry.ts';
import type { Candidate } from './stages/stage.ts';

export type ExportCounts = Manifest['counts'];

/** One line of an export, as it goes into its file. */
export interface ExportLine {
  readonly part: ExportPart;
  readonly text: string;
  /** Of its text without the line feed, in hexadecimal. */
  readonly sha256: string;
  readonly itemId: string;
  /** What it was made from. */
  readonly candidate: Candidate;
  readonly row: ReadRow;
}

export interface ExportSummary {
  readonly counts: ExportCounts;
  readonly findings: Finding[];
  readonly funnel: FunnelEntry[];
  readonly reports: StageReports;
  /** Ids of the frozen snapshots whose test sets were kept out; not there where there are none. */
  readonly frozen?: string[];
}

export interface PassOptions {
  /** Ids of the snapshots whose test sets are kept out; without it, those of all that are frozen now. */
  readonly frozen?: readonly string[];
}

/**
 * Goes through everything a recipe exports, in import order. Each step handles some rows and yields, so that whoever
 * drives it can let others work in between; the value at the end is the summary.
 */
export type ExportPass = Generator<void, ExportSummary, void>;

/**
 * Prepares a recipe; `take` gets every line. Rows that the format's readers would refuse are left out and counted by
 * the rule they break. FILTER_INVALID, INPUT_INVALID, and what its stages fail with.
 */
export async function startExportPass(
  database: Database,
  recipe: Recipe,
  take: (line: ExportLine) => void,
  { frozen = frozenSnapshotIds(database) }: PassOptions = {},
): Promise<Result<ExportPass>> {
  const problem = splitProblem(recipe) ?? pairingProblem(recipe) ?? balanceProblem(recipe);
  if (problem !== null) return fail('INPUT_INVALID', problem);
  const rows = createRowReader(database, recipe);
  const balancer = recipe.balance === undefined ? null : createBalancer(recipe.balance, recipe.seed);
  const counting = balancer === null ? succeed(null) : await preparePass(database, recipe, rows, null);
  if (!counting.ok) return counting;
  const prepared = await preparePass(database, recipe, rows, balancer);
  if (!prepared.ok) return prepared;
  return succeed(
    (function* run(): ExportPass {
      if (counting.value !== null) {
        const count = ({ candidate: { row, example } }: ExportLine) => balancer?.count(row, example);
        yield* runPass(database, recipe, { ...counting.value, frozen }, count);
      }
      return yield* runPass(database, recipe, { ...prepared.value, frozen }, take);
    })(),
  );
}

/** What groups are balanced by is counted by a pass of its own, through all steps but the balance. */
async function preparePass(
  database: Database,
  recipe: Recipe,
  rows: RowReader,
  balancer: Balancer | null,
): Promise<Result<Omit<PreparedPass, 'frozen'>>> {
  const selecting = selectRows(database, recipe);
  if (!selecting.ok) return selecting;
  const stages = await makeStages(recipe, { database, rows, balancer });
  return stages.ok ? succeed({ selecting: selecting.value, rows, stages: stages.value }) : stages;
}

/** Hexadecimal digits of 52 bits, by which equal lines are found. */
const keyDigits = 13;

interface PreparedPass {
  readonly selecting: Generator<void, SelectedRows, void>;
  readonly rows: RowReader;
  readonly stages: Stages;
  readonly frozen: readonly string[];
}

function* runPass(
  database: Database,
  recipe: Recipe,
  { selecting, rows: reader, stages, frozen }: PreparedPass,
  take: (line: ExportLine) => void,
): ExportPass {
  const { seqs: selected, undecided } = yield* selecting;
  const typical = yield* typicalOnly(database, recipe, selected);
  const seqs = typical?.seqs ?? selected;
  const sideOf = yield* prepareSides(database, recipe, seqs);
  yield* reader.prepare(seqs);
  for (const stage of stages.all) yield* stage.prepare?.(seqs) ?? [];
  const findFrozen = createFrozenCheck(database, recipe.format, frozen);
  const check = createExportCheck(recipe.format, createFingerprint());
  const funnel = createFunnelTally();
  openSteps(funnel, stages);
  const isSplit = recipe.validation > 0 || recipe.test !== undefined || frozen.length > 0;
  if (isSplit) funnel.open('split');
  const guard = createUnpairedGuard(recipe.badFrom);
  const counts = { training: 0, validation: 0, test: 0 };

  const listeners = stages.all.flatMap(({ take: hear }) => hear ?? []);
  const addCandidate = (from: Candidate, stored: ReadRow, isFrozen: boolean): void => {
    const candidate = passStages(stages.rewriting, from, funnel);
    if (candidate === null) return;
    const written = writeExample(recipe.format, candidate.example);
    const itemId = candidate.row.interactionId;
    if (!written.ok) return funnel.lose('valid', written.error, [itemId]);
    const error = check.checkRow(itemId, written.value).find(({ level }) => level === 'error');
    if (error !== undefined) return funnel.lose('valid', error, [itemId]);
    funnel.pass('valid');
    if (passStages(stages.choosing, candidate, funnel) === null) return;
    const side = sideOf(stored);
    if (!side.ok) return funnel.lose('split', side.error, [itemId]);
    const part = side.value;
    if (isFrozen && part !== 'test') return funnel.lose('split', inFrozenTestSet, [itemId]);
    if (isSplit) funnel.pass('split');
    if (passStages(stages.limiting, candidate, funnel) === null) return;
    const text = toText(recipe.format, written.value);
    const sha256 = hash('sha256', text.endsWith('\n') ? text.slice(0, -1) : text);
    check.addRow(part, itemId, written.value, Number.parseInt(sha256.slice(0, keyDigits), 16));
    guard.add(candidate.row, candidate.example);
    funnel.pass('written');
    counts[part] += 1;
    for (const hear of listeners) hear(candidate, part);
    take({ part, text, sha256, itemId, candidate, row: stored });
  };
  for (const page of pagesOf(seqs)) {
    const rows = reader.read(page);
    const frozenIds = findFrozen(rows);
    for (const stored of rows) {
      const row = typical === null ? stored : { ...stored, modes: typical.modesOf(stored.seq) };
      const examples = examplesOf(recipe.format, row, recipe);
      if (!examples.ok) {
        funnel.lose('paired', examples.error, [row.interactionId]);
        continue;
      }
      funnel.pass('paired', examples.value.length);
      const isFrozen = frozenIds.has(row.interactionId);
      for (const example of examples.value) addCandidate({ seq: row.seq, row, example }, row, isFrozen);
    }
    yield;
  }

  funnel.pass('selected', selected.length);
  if (seqs.length < selected.length) funnel.lose('paired', notTypical, [], selected.length - seqs.length);
  const open = noConsensus(undecided.questions);
  if (undecided.rows > 0) funnel.lose('selected', open, undecided.items, undecided.rows);
  const lessGood = guard.finish();
  const { training, validation, test } = counts;
  return {
    counts: {
      matching: selected.length + undecided.rows,
      exported: training + validation + test,
      training,
      validation,
      ...(recipe.test === undefined ? {} : { test }),
      skipped: funnel.lost(),
    },
    findings: [
      ...stages.all.flatMap(({ findings }) => findings?.() ?? []).map(toFinding),
      ...check.finish().map(toFinding),
      ...emptyParts(recipe, counts).map(toFinding),
      ...(lessGood === null ? [] : [toFinding(lessGood)]),
      ...(undecided.rows === 0 ? [] : [toFinding({ ...open, rows: undecided.rows, items: undecided.items })]),
    ],
    funnel: funnel.entries(),
    reports: Object.assign({}, ...stages.all.map((stage) => stage.report?.() ?? {})),
    ...(frozen.length === 0 ? {} : { frozen: [...frozen] }),
  };
}

/** Null where the recipe does not ask for tests of failure modes. */
function* typicalOnly(
  database: Database,
  { format, target, perMode }: Recipe,
  seqs: Float64Array,
): Generator<void, TypicalRows | null, void> {
  if (perMode === undefined || formats[format].kind !== 'evaluation') return null;
  return yield* typicalRows(database, { target, perMode }, seqs);
}

/** Steps that nothing reaches are part of the funnel as well. */
function openSteps(funnel: FunnelTally, { all }: Stages): void {
  for (const step of ['selected', 'paired', 'valid', 'written'] as const) funnel.open(step);
  for (const { step } of all) funnel.open(step);
}

function toFinding({ rule, level, message, rows, items }: ExportFinding): Finding {
  return { rule, level, message, rows, items: [...items] };
}
