import type { Agreement, PairAgreement } from '../../../shared/contract/agreement-operations.ts';
import { countPatterns } from '../../../shared/domain/agreement/answer-patterns.ts';
import {
  type AnswerTable,
  createAnswerTable,
  itemCount,
} from '../../../shared/domain/agreement/answer-table.ts';
import { bootstrap, type BootstrapOptions, confidence } from '../../../shared/domain/agreement/bootstrap.ts';
import { fleissItems, fleissKappa } from '../../../shared/domain/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../../shared/domain/agreement/krippendorff-alpha.ts';
import { countPairs, type PairTable } from '../../../shared/domain/agreement/pair-table.ts';
import { percentAgreement } from '../../../shared/domain/agreement/percent-agreement.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { confusionOf, measurePair, measureSpans } from './measure-pairs.ts';
import { type AgreementPlan, type AgreementQuestion, planAgreement } from './plan-agreement.ts';
import { readAnswers } from './read-answers.ts';
import { runInSlices } from './run-in-slices.ts';

export interface AgreementInput extends AgreementQuestion {
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
}

const defaultDraws = 1000;

/** All pairs of 15 annotators; of a crowd, those with the most items in common. */
const mostPairs = 105;

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
  const options = { draws: input.draws ?? defaultDraws, seed: input.seed ?? 0 };
  return runInSlices(measure(database, plan.value, options), signal);
}

function* measure(
  database: Database,
  plan: AgreementPlan,
  options: BootstrapOptions,
): Generator<void, Agreement> {
  const builder = createAnswerTable(plan.place);
  for (const items of readAnswers(database, plan)) {
    for (const { labels } of items) builder.addItem(labels);
    yield;
  }
  const table = builder.finish();
  const nameOf = (rater: number) => plan.raters[rater]?.name ?? '';
  const overall = yield* measureOverall(table, plan, options);
  const { tables, pairs } = yield* countPairs(table, mostPairs);
  const pairOf = ({ raters: [a, b] }: PairTable): [string, string] => [nameOf(a), nameOf(b)];
  const positions = table.scale.map(({ position }) => position);
  const cohen: PairAgreement[] = [];
  for (const pair of tables) {
    const settings = { pair: pairOf(pair), level: plan.level, positions, options };
    cohen.push(yield* measurePair(pair, settings));
  }
  return {
    question: plan.question,
    level: plan.level,
    items: itemCount(table),
    labels: table.raters.length,
    labels_left_out: builder.leftOut,
    raters: [...new Set(table.raters)].toSorted((a, b) => a - b).map(nameOf),
    ...overall,
    cohen,
    pairs_left_out: pairs - tables.length,
    confusion: tables.map((pair) => confusionOf(pair, pairOf(pair), table.scale)),
    spans: measureSpans(table, tables, pairOf),
  };
}

type Overall = Pick<
  Agreement,
  'percent' | 'fleiss_kappa' | 'fleiss_raters' | 'fleiss_items' | 'krippendorff_alpha' | 'intervals'
>;

function* measureOverall(
  table: AnswerTable,
  { level }: AgreementPlan,
  options: BootstrapOptions,
): Generator<void, Overall> {
  const patterns = yield* countPatterns(table);
  const share = percentAgreement(patterns);
  const measures = {
    percent: (items: Parameters<typeof share>[0]) => percentOf(share(items)),
    fleiss: fleissKappa(patterns),
    alpha: krippendorffAlpha(
      patterns,
      level,
      table.scale.map(({ position }) => position),
    ),
  };
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
