import { createLazyHeap, type LazyHeap } from './lazy-heap.ts';

/** What examples are chosen from, in the order of their ids: of equal ones the first is taken. */
export interface Candidates {
  readonly count: number;
  readonly tokens: ArrayLike<number>;
  /** 0 to 1: what a candidate covers counts by how good it is. */
  readonly quality: ArrayLike<number>;
  /** Number of the group that each is in, from 0 on; groups take turns. */
  readonly group: ArrayLike<number>;
  readonly groups: number;
  /** Interactions to cover. */
  readonly size: number;
  /** Likeness of a candidate to each of them, 0 to 1; may be the same array each time. */
  readonly likeness: (candidate: number) => Float32Array;
  /** The sum of these, or somewhat more. */
  readonly total: (candidate: number) => number;
}

export interface ChoiceLimits {
  readonly budget: number;
  readonly most: number;
}

/** Looks at candidates in steps; each step tells how many it has looked at. */
export type Choosing = Generator<number, readonly number[]>;

/**
 * Facility location: the examples under which the sum, over all interactions, of quality x likeness of the nearest example
 * is greatest. The sum is monotone and submodular, so greedy choice comes near to the best (Nemhauser, Wolsey and Fisher,
 * 1978: at least 1 - 1/e of it where only the number of examples is limited). Tokens cost, so it is chosen twice, by gain
 * and by gain per token, and the better one taken (Leskovec et al., 2007: at least half as good a bound); each lazily
 * (Minoux, 1978), because what is gained never grows.
 */
export function* chooseByCoverage(candidates: Candidates, limits: ChoiceLimits): Choosing {
  const gains = new Float64Array(candidates.count);
  for (let candidate = 0; candidate < gains.length; candidate++) {
    gains[candidate] = (candidates.quality[candidate] ?? 0) * candidates.total(candidate) * (1 + rounding);
    yield candidate + 1;
  }
  const perToken = yield* greedy(candidates, limits, gains, (tokens) => 1 / Math.max(1, tokens));
  const plain = yield* greedy(candidates, limits, gains, () => 1);
  return plain.value > perToken.value ? plain.chosen : perToken.chosen;
}

/** Sums of the same numbers in another order differ by less: what bounds a gain must not be less than it. */
const rounding = 1e-5;

interface Greedy {
  readonly chosen: readonly number[];
  readonly value: number;
}

function* greedy(
  candidates: Candidates,
  { budget, most }: ChoiceLimits,
  gains: Float64Array,
  factorOf: (tokens: number) => number,
): Generator<number, Greedy> {
  const heaps = Array.from({ length: candidates.groups }, createLazyHeap);
  for (let candidate = 0; candidate < gains.length; candidate++)
    heaps[candidates.group[candidate] ?? 0]?.push(
      candidate,
      (gains[candidate] ?? 0) * factorOf(candidates.tokens[candidate] ?? 0),
    );
  const covered = new Float32Array(candidates.size);
  const chosen: number[] = [];
  let left = budget;
  let open = heaps;
  while (open.length > 0 && chosen.length < most) {
    const stillOpen: LazyHeap[] = [];
    for (const heap of open) {
      if (chosen.length === most) break;
      const next = yield* best(heap, candidates, covered, left, factorOf);
      if (next === null) continue;
      left -= candidates.tokens[next] ?? 0;
      chosen.push(next);
      cover(candidates, next, covered);
      stillOpen.push(heap);
    }
    open = stillOpen;
  }
  return { chosen, value: covered.reduce((sum, value) => sum + value, 0) };
}

/** The candidate of a group that gains most and fits; what does not fit now never will. */
function* best(
  heap: LazyHeap,
  candidates: Candidates,
  covered: Float32Array,
  left: number,
  factorOf: (tokens: number) => number,
): Generator<number, number | null> {
  /** Candidates whose bound is what they gain now. */
  const exact = new Set<number>();
  for (;;) {
    const top = heap.pop();
    if (top === null || top.bound <= 0) return null;
    const tokens = candidates.tokens[top.candidate] ?? 0;
    if (tokens > left) continue;
    if (exact.has(top.candidate)) return top.candidate;
    exact.add(top.candidate);
    heap.push(top.candidate, gainOf(candidates, top.candidate, covered) * factorOf(tokens));
    yield candidates.count;
  }
}

/** What would be covered better with one more example. */
export function gainOf(candidates: Candidates, candidate: number, covered: Float32Array): number {
  const found = candidates.likeness(candidate);
  const quality = candidates.quality[candidate] ?? 0;
  let gain = 0;
  for (let at = 0; at < covered.length; at++) {
    const better = Math.fround(quality * (found[at] ?? 0)) - (covered[at] ?? 0);
    if (better > 0) gain += better;
  }
  return gain;
}

export function cover(candidates: Candidates, candidate: number, covered: Float32Array): void {
  const found = candidates.likeness(candidate);
  const quality = candidates.quality[candidate] ?? 0;
  for (let at = 0; at < covered.length; at++)
    covered[at] = Math.max(covered[at] ?? 0, quality * (found[at] ?? 0));
}
