import type { Counts, Measure } from './answer-patterns.ts';
import { drawBinomial } from './binomial.ts';
import { createRandomNumber, type RandomNumber } from './seeded-random.ts';

export interface BootstrapOptions {
  readonly draws: number;
  readonly seed: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The share of draws that lies within an interval. */
export const confidence = 0.95;

/** Kinds of items between two yields. */
const step = 20_000;

/**
 * Percentile intervals of measures over items: each draw takes as many items as there are, with replacement, and the
 * interval holds the middle 95 % of what the measures come to. Items of one kind (the same pattern, the same cell) are
 * drawn together, by their number, so that a draw costs what there is in kinds. Draws for which a measure is not
 * defined are left out of its interval; null where none is left. The same seed gives the same intervals.
 *
 * Source: B. Efron and R. Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13.
 */
export function* bootstrap(
  items: Counts,
  measures: readonly Measure[],
  { draws, seed }: BootstrapOptions,
): Generator<void, (Interval | null)[]> {
  const random = createRandomNumber(seed);
  const total = sum(items);
  const drawn = new Float64Array(items.length);
  const values = measures.map((): number[] => []);
  for (let draw = 0; draw < draws; draw++) {
    yield* drawItems(items, total, random, drawn);
    for (const [index, measure] of measures.entries()) {
      yield;
      const value = measure(drawn);
      if (value !== null) values[index]?.push(value);
    }
  }
  return values.map((ofMeasure) => intervalOf(ofMeasure));
}

/** As many draws as there are items, counted by kind: a multinomial as a row of binomials. */
function* drawItems(
  items: Counts,
  total: number,
  random: RandomNumber,
  drawn: Float64Array,
): Generator<void, void> {
  let left = total;
  let among = total;
  for (let kind = 0; kind < drawn.length; kind++) {
    const count = items[kind] ?? 0;
    const taken = drawBinomial(left, count / among, random);
    drawn[kind] = taken;
    left -= taken;
    among -= count;
    if (kind % step === step - 1) yield;
  }
}

function intervalOf(values: number[]): Interval | null {
  if (values.length === 0) return null;
  const ascending = Float64Array.from(values).toSorted();
  return { low: quantile(ascending, (1 - confidence) / 2), high: quantile(ascending, (1 + confidence) / 2) };
}

/** Linear between the two nearest values (definition 7 of R. Hyndman and Y. Fan 1996, "Sample quantiles"). */
function quantile(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const below = Math.floor(place);
  const low = ascending[below] ?? 0;
  const high = ascending[below + 1] ?? low;
  return low + (place - below) * (high - low);
}

function sum(numbers: Counts): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
