import type { Agreement, Confusion, PairAgreement } from '../../../shared/contract/agreement-operations.ts';
import type { Measure } from '../../../shared/domain/agreement/answer-patterns.ts';
import type { PlacedAnswer } from '../../../shared/domain/agreement/answer-scale.ts';
import type { AnswerTable } from '../../../shared/domain/agreement/answer-table.ts';
import { bootstrap, type BootstrapOptions } from '../../../shared/domain/agreement/bootstrap.ts';
import {
  cohenKappa,
  type KappaWeights,
  pairAgreement,
} from '../../../shared/domain/agreement/cohen-kappa.ts';
import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import { mostFrequent } from '../../../shared/domain/agreement/most-frequent.ts';
import type { PairTable } from '../../../shared/domain/agreement/pair-table.ts';
import { createSpanTally, type Span, spansOf } from '../../../shared/domain/agreement/span-agreement.ts';

type Pair = PairAgreement['pair'];
type Estimate = Pick<PairAgreement, 'value' | 'low' | 'high'>;

export interface PairSettings {
  readonly pair: Pair;
  readonly level: MeasurementLevel;
  /** Those of all answers, by their number. */
  readonly positions: readonly number[];
  readonly options: BootstrapOptions;
}

/** Cohen's kappa of one pair, with its interval over the items of the pair. */
export function* measurePair(
  table: PairTable,
  { pair, level, positions, options }: PairSettings,
): Generator<void, PairAgreement> {
  const weights: readonly KappaWeights[] = level === 'nominal' ? ['none'] : ['none', 'linear', 'quadratic'];
  const kappas: Measure[] = [];
  const share = pairAgreement(table);
  for (const weight of weights) {
    kappas.push(cohenKappa(table, weight, positions));
    yield;
  }
  const [shares = null, ...intervals] = yield* bootstrap(table.items, [share, ...kappas], options);
  const estimates = kappas.map((kappa, index): Estimate => {
    const interval = intervals[index];
    return { value: kappa(table.items), low: interval?.low ?? null, high: interval?.high ?? null };
  });
  const [unweighted = { value: null, low: null, high: null }, linear = null, quadratic = null] = estimates;
  return {
    pair,
    items: table.itemCount,
    percent: 100 * (share(table.items) ?? 0),
    percent_interval: shares === null ? null : [100 * shares.low, 100 * shares.high],
    ...unweighted,
    linear,
    quadratic,
  };
}

export interface ConfusionSettings {
  readonly pair: Pair;
  readonly scale: readonly PlacedAnswer[];
  /** Cells that are listed, those with the most items. */
  readonly most: number;
}

export function* confusionOf(
  { first, second, items }: PairTable,
  { pair, scale, most }: ConfusionSettings,
): Generator<void, Confusion> {
  const shown = yield* mostFrequent(items, most);
  const cells = shown.map((cell) => ({
    first: scale[first[cell] ?? 0]?.value ?? '',
    second: scale[second[cell] ?? 0]?.value ?? '',
    items: items[cell] ?? 0,
  }));
  return { pair, cells, cells_left_out: items.length - cells.length };
}

/** Cells between two yields. */
const step = 2000;

/** F1 for each pair, or null where an answer is no span. */
export function* measureSpans(
  { scale }: AnswerTable,
  tables: readonly PairTable[],
  pairOf: (table: PairTable) => Pair,
): Generator<void, Agreement['spans']> {
  const spans: (readonly Span[])[] = [];
  for (const { value } of scale) {
    const ofAnswer = spansOf(value);
    if (ofAnswer === null) return null;
    spans.push(ofAnswer);
  }
  if (spans.length === 0) return null;
  const pairs = [];
  for (const table of tables) {
    const tally = createSpanTally();
    for (const [cell, answer] of table.first.entries()) {
      tally.add(spans[answer] ?? [], spans[table.second[cell] ?? 0] ?? [], table.items[cell]);
      if (cell % step === step - 1) yield;
    }
    pairs.push({ pair: pairOf(table), ...tally.finish() });
  }
  return pairs;
}
