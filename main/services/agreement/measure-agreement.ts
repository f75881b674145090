import type { Agreement, Confusion, PairAgreement } from '../../../shared/contract/agreement-operations.ts';
import {
  type AnswerPatterns,
  countPatterns,
  type Counts,
} from '../../../shared/domain/agreement/answer-patterns.ts';
import { createAnswerTable, itemCount } from '../../../shared/domain/agreement/answer-table.ts';
import { bootstrap, confidence } from '../../../shared/domain/agreement/bootstrap.ts';
import { fleissItems, fleissKappa } from '../../../shared/domain/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../../shared/domain/agreement/krippendorff-alpha.ts';
import { countPairs, type PairTable } from '../../../shared/domain/agreement/pair-table.ts';
import { percentAgreement } from '../../../shared/domain/agreement/percent-agreement.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { confusionOf, measurePair, measureSpans, type PairSettings } from './measure-pairs.ts';
import { type AgreementPlan, type AgreementQuestion, planAgreement } from './plan-agreement.ts';
import { readAnswers } from './read-answers.ts';
import { runInSlices } from './run-in-slices.ts';

export interface AgreementInput extends AgreementQuestion {
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
  readonly cells?: number | undefined;
}

/**
 * Draws where nobody says how many: fewer where a draw takes long because nearly every item has answers of its own.
 * Enough items for that need fewer draws as well.
 */
const mostDraws = 1000;
const fewestDraws = 100;
const mostKindsDrawn = 100_000_000;

/** More different answers than this are no answers to choose from. */
const mostAnswers = 50_000;

/** All pairs of 15 annotators; of a crowd, those with the most items in common. */
const mostPairs = 105;

/** Cells of a confusion matrix that are listed. */
const mostCells = 2500;

/**
 * How far annotators agree on one question, over the items that at least two of them labelled. Keeps two numbers for
 * each label in memory. Fails as {@link planAgreement} does, and with JOB_CANCELLED.
 */
export async function measureAgreement(
  database: Database,
  input: AgreementInput,
  signal?: AbortSignal,
): Promise<Result<Agreement>> {
  const plan = planAgreement(database, input);
  if (!plan.ok) return plan;
  const measured = await runInSlices(measure(database, plan.value, input), signal);
  return measured.ok ? measured.value : measured;
}

function* measure(
  database: Database,
  plan: AgreementPlan,
  input: AgreementInput,
): Generator<void, Result<Agreement>> {
  const builder = createAnswerTable(plan.place);
  for (const items of readAnswers(database, plan)) {
    for (const { labels } of items) builder.addItem(labels);
    if (builder.answerCount > mostAnswers) return tooManyAnswers(plan.question);
    yield;
  }
  const table = builder.finish();
  const patterns = yield* countPatterns(table);
  const { tables, pairs } = yield* countPairs(table, mostPairs);
  const kinds = tables.reduce((sum, { items }) => sum + items.length, patterns.items.length);
  const options = { draws: input.draws ?? drawsFor(kinds), seed: input.seed ?? 0 };
  const positions = table.scale.map(({ position }) => position);
  const overall = yield* measureOverall(patterns, { level: plan.level, positions, options });
  const nameOf = (rater: number) => plan.raters[rater]?.name ?? '';
  const pairOf = ({ raters: [a, b] }: PairTable): [string, string] => [nameOf(a), nameOf(b)];
  const cellsOfEach = Math.min(mostCells, Math.floor((input.cells ?? Infinity) / Math.max(1, tables.length)));
  const cohen: PairAgreement[] = [];
  const confusion: Confusion[] = [];
  for (const pair of tables) {
    cohen.push(yield* measurePair(pair, { pair: pairOf(pair), level: plan.level, positions, options }));
    confusion.push(yield* confusionOf(pair, { pair: pairOf(pair), scale: table.scale, most: cellsOfEach }));
  }
  return succeed({
    question: plan.question,
    level: plan.level,
    items: itemCount(table),
    labels: table.raters.length,
    labels_left_out: builder.leftOut,
    raters: [...table.ratersSeen].toSorted((a, b) => a - b).map(nameOf),
    ...overall,
    cohen,
    pairs_left_out: pairs - tables.length,
    confusion,
    spans: yield* measureSpans(table, tables, pairOf),
  });
}

function drawsFor(kinds: number): number {
  return Math.max(fewestDraws, Math.min(mostDraws, Math.floor(mostKindsDrawn / Math.max(1, kinds))));
}

function tooManyAnswers(question: string): Result<never> {
  return fail(
    'LABEL_INVALID',
    `"${question}" has more than ${mostAnswers} different answers. Compare fewer interactions, or ask for another question.`,
  );
}

type Overall = Pick<
  Agreement,
  'percent' | 'fleiss_kappa' | 'fleiss_raters' | 'fleiss_items' | 'krippendorff_alpha' | 'intervals'
>;

function* measureOverall(
  patterns: AnswerPatterns,
  { level, positions, options }: Pick<PairSettings, 'level' | 'positions' | 'options'>,
): Generator<void, Overall> {
  const share = percentAgreement(patterns);
  const measures = {
    percent: (items: Counts) => percentOf(share(items)),
    fleiss: fleissKappa(patterns),
    alpha: krippendorffAlpha(patterns, level, positions),
  };
  yield;
  const drawn = yield* bootstrap(
    patterns.items,
    [measures.percent, measures.fleiss, measures.alpha],
    options,
  );
  const [percent = null, fleiss = null, alpha = null] = drawn.map((interval): [number, number] | null =>
    interval === null ? null : [interval.low, interval.high],
  );
  const { ratersPerItem, items } = fleissItems(patterns);
  return {
    percent: measures.percent(patterns.items),
    fleiss_kappa: measures.fleiss(patterns.items),
    fleiss_raters: ratersPerItem,
    fleiss_items: items,
    krippendorff_alpha: measures.alpha(patterns.items),
    intervals: { confidence, ...options, percent, fleiss_kappa: fleiss, krippendorff_alpha: alpha },
  };
}

function percentOf(share: number | null): number | null {
  return share === null ? null : 100 * share;
}
