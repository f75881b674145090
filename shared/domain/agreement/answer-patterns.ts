import { type AnswerTable, itemCount } from './answer-table.ts';

/**
 * Items on which the same answers were given equally often, by whomever, are one pattern. Percent agreement, Fleiss'
 * kappa and Krippendorff's alpha depend on nothing else, and there are few patterns even of a million items.
 */
export interface AnswerPatterns {
  /** How many answers there are; they are numbers from 0. */
  readonly answerCount: number;
  /** The entries of pattern p are those from `starts[p]` to before `starts[p + 1]`. */
  readonly starts: readonly number[];
  /** An entry is an answer and how often it was given. */
  readonly answers: readonly number[];
  readonly times: readonly number[];
  /** Labels on an item of the pattern: at least 2. */
  readonly labels: readonly number[];
  /** The share of the pairs of labels on an item that are equal. */
  readonly agreeing: readonly number[];
  /** How many items have the pattern. */
  readonly items: Counts;
}

/** How often each pattern or cell occurs: in the data, or in a draw from it. */
export type Counts = ArrayLike<number> & Iterable<number>;

/** What a measure of agreement comes to; null where it is not defined, as when all labels are equal. */
export type Measure = (items: Counts) => number | null;

/** Items between two yields. */
const step = 2000;

export function* countPatterns(table: AnswerTable): Generator<void, AnswerPatterns> {
  const numbers = new Map<string, number>();
  const items: number[] = [];
  const patterns = { starts: [0], answers: [] as number[], times: [] as number[] };
  const labels: number[] = [];
  const agreeing: number[] = [];
  for (let item = 0; item < itemCount(table); item++) {
    const given = table.answers.slice(table.starts[item], table.starts[item + 1]).toSorted((a, b) => a - b);
    const key = given.join();
    const known = numbers.get(key);
    if (known === undefined) {
      numbers.set(key, items.push(1) - 1);
      labels.push(given.length);
      agreeing.push(addEntries(patterns, given));
    } else {
      items[known] = (items[known] ?? 0) + 1;
    }
    if (item % step === step - 1) yield;
  }
  return { answerCount: table.scale.length, ...patterns, labels, agreeing, items };
}

interface Entries {
  readonly starts: number[];
  readonly answers: number[];
  readonly times: number[];
}

/** Adds a pattern, given its answers in order, and returns the share of equal pairs. */
function addEntries({ starts, answers, times }: Entries, given: readonly number[]): number {
  let equal = 0;
  for (let at = 0; at < given.length;) {
    const answer = given[at] ?? 0;
    const from = at;
    while (given[at] === answer) at++;
    answers.push(answer);
    times.push(at - from);
    equal += (at - from) * (at - from - 1);
  }
  starts.push(answers.length);
  return equal / (given.length * (given.length - 1));
}
