import { draw, purposes } from '../../../shared/domain/queue/divide-queue.ts';
import { disagreementOf, type GivenAnswer } from '../../../shared/domain/queue/disagreement.ts';
import type { QueueSettings } from '../../../shared/domain/queue/queue-settings.ts';
import { roundRobin } from '../../../shared/domain/queue/round-robin.ts';
import type { Database } from '../../db/database.ts';
import { answerReader } from '../../db/tables/agreement.ts';
import { groupReader, orderNumberReader, stratumReader } from '../../db/tables/order-values.ts';
import { answerScale } from './answer-scale-of.ts';
import { pagesOf } from './pages-of.ts';
import { scoreUncertainty } from './score-uncertainty.ts';

export interface Ordered {
  readonly seqs: readonly number[];
  /** What the order could not do. */
  readonly note: string | null;
}

/** Work in steps of some milliseconds; each step tells how many interactions are looked at. */
export type Ordering = Generator<number, Ordered>;

/** Puts interactions, given in import order, in the order of a queue. */
export function* orderInteractions(
  database: Database,
  seqs: readonly number[],
  { order, seed }: Pick<QueueSettings, 'order' | 'seed'>,
): Ordering {
  switch (order.by) {
    case 'import':
      return ordered(seqs);
    case 'random':
      return ordered(randomOrder(seqs, seed));
    case 'stratified':
      return ordered(yield* stratify(database, seqs, order.field, seed));
    case 'one_per_group':
      return ordered(yield* firstOfGroups(database, seqs));
    case 'disagreement':
      return ordered(byNumber(seqs, yield* disagreements(database, seqs, order.question)));
    case 'uncertain': {
      const scored = yield* scoreUncertainty(database, seqs, order.question, seed);
      if (typeof scored === 'string') return { seqs: randomOrder(seqs, seed), note: scored };
      return ordered(byNumber(seqs, scored));
    }
    default: {
      const read = orderNumberReader(database, order);
      if (read === null) throw new Error(`There is no order ${order.by}.`);
      const numbers = new Map<number, number>();
      for (const [page, looked] of pagesOf(seqs)) {
        for (const { seq, value } of read(page)) numbers.set(seq, Number(value));
        yield looked;
      }
      return ordered(byNumber(seqs, numbers));
    }
  }
}

function ordered(seqs: readonly number[]): Ordered {
  return { seqs, note: null };
}

/** The smallest first; those without a number last; otherwise as they come. */
export function byNumber(seqs: readonly number[], numbers: ReadonlyMap<number, number>): number[] {
  const keys = Float64Array.from(seqs, (seq) => numbers.get(seq) ?? Infinity);
  const places = Uint32Array.from(seqs.keys());
  places.sort((a, b) => compare(keys[a] ?? 0, keys[b] ?? 0) || a - b);
  return Array.from(places, (place) => seqs[place] ?? 0);
}

/** Infinities are equal to each other, which their difference does not say. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function randomOrder(seqs: readonly number[], seed: number): number[] {
  return byNumber(seqs, new Map(seqs.map((seq) => [seq, draw(seq, seed, purposes.order)])));
}

function* stratify(
  database: Database,
  seqs: readonly number[],
  field: string,
  seed: number,
): Generator<number, number[]> {
  const read = stratumReader(database, field);
  const values = new Map<number, string>();
  for (const [page, looked] of pagesOf(seqs)) {
    for (const { seq, value } of read(page)) values.set(seq, String(value));
    yield looked;
  }
  const strata = Map.groupBy(seqs, (seq) => values.get(seq) ?? null);
  // Those without a value take their turn last.
  const inTurn = [...strata].toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return [...roundRobin(inTurn.map(([, stratum]) => randomOrder(stratum, seed)))];
}

function* firstOfGroups(database: Database, seqs: readonly number[]): Generator<number, number[]> {
  const read = groupReader(database);
  const first: number[] = [];
  const seen = new Set<string | number>();
  for (const [page, looked] of pagesOf(seqs)) {
    const groups = new Map(read(page).map(({ seq, value }) => [seq, value]));
    for (const seq of page) {
      const group = groups.get(seq);
      if (group === undefined || !seen.has(group)) first.push(seq);
      if (group !== undefined) seen.add(group);
    }
    yield looked;
  }
  return first;
}

function* disagreements(
  database: Database,
  seqs: readonly number[],
  question: string,
): Generator<number, Map<number, number>> {
  const read = answerReader(database, question);
  const place = answerScale(database, question);
  const numbers = new Map<number, number>();
  for (const [page, looked] of pagesOf(seqs)) {
    for (const [seq, answers] of Map.groupBy(read(page), (answer) => answer.seq)) {
      const given: GivenAnswer[] = answers.flatMap(({ value }) => place(value) ?? []);
      const apart = disagreementOf(given);
      if (apart !== null) numbers.set(seq, -apart);
    }
    yield looked;
  }
  return numbers;
}
