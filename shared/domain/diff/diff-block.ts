import { Diff } from 'diff';

/** What has been spent so far, and the most that may be: what keeps any input bounded. */
export interface Work {
  /** Comparisons made by jsdiff; never more than `limit`. */
  comparisons: number;
  readonly limit: number;
  /** Tokens looked at in search of anchors. */
  scanned: number;
}

/** A changed stretch in token indexes, ends exclusive; one of the two sides may be empty. */
export interface Hunk {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
}

/**
 * Shortest edit script of two short blocks by jsdiff (Myers 1986), within a budget of comparisons.
 * @param offsetA token index of `a[0]`, added to the answer; the same for `offsetB`
 * @returns false, with nothing appended, when the budget did not suffice
 */
export function diffBlock(
  a: number[],
  b: number[],
  offsetA: number,
  offsetB: number,
  work: Work,
  budget: number,
  hunks: Hunk[],
): boolean {
  const engine = new BudgetedDiff(Math.min(budget, work.limit - work.comparisons));
  const changes = engine.run(a, b);
  work.comparisons += engine.steps;
  if (!changes) return false;
  let posA = offsetA;
  let posB = offsetB;
  for (let i = 0; i < changes.length;) {
    const startA = posA;
    const startB = posB;
    let change = changes[i];
    while (change && (change.removed || change.added)) {
      if (change.removed) posA += change.count;
      else posB += change.count;
      change = changes[++i];
    }
    if (posA > startA || posB > startB) hunks.push({ startA, endA: posA, startB, endB: posB });
    if (change) {
      posA += change.count;
      posB += change.count;
      i++;
    }
  }
  return true;
}

const outOfBudget = new Error('The block needs more comparisons than its budget.');

/**
 * jsdiff on integers. `maxEditLength` alone does not bound it: on repetitive text one round may run along the
 * whole block on every diagonal. So comparisons are counted and the search is left when they are used up.
 */
class BudgetedDiff extends Diff<number, number[]> {
  steps = 0;
  readonly #budget: number;

  constructor(budget: number) {
    super();
    this.#budget = budget;
  }

  run(a: number[], b: number[]) {
    // Each round of edit length d takes about d comparisons, so more rounds than this cannot be afforded.
    const maxEditLength = Math.floor(Math.sqrt(2 * Math.max(0, this.#budget)));
    try {
      return this.diff(a, b, { maxEditLength });
    } catch (error) {
      if (error === outOfBudget) return undefined;
      throw error;
    }
  }

  override equals(left: number, right: number): boolean {
    if (this.steps >= this.#budget) throw outOfBudget;
    this.steps++;
    return left === right;
  }

  override tokenize(value: number[]): number[] {
    return value;
  }

  override removeEmpty(value: number[]): number[] {
    return value;
  }

  override join(value: number[]): number[] {
    return value;
  }
}
