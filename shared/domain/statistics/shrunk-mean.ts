/** A thing that is known, 0 (bad) to 1 (good), and how much it counts. */
export interface WeighedScore {
  readonly score: number;
  readonly weight: number;
}

/**
 * The mean of what is known, drawn to one half by a prior that stands for what is not known:
 *
 *     (prior / 2 + sum of weight x score) / (prior + sum of weights)
 *
 * So little evidence says little: the more is known, the nearer the mean comes to it. One half where nothing is known.
 * @param priorWeight more than 0
 */
export function shrunkMean(known: Iterable<WeighedScore>, priorWeight: number): number {
  let weights = priorWeight;
  let sum = priorWeight / 2;
  for (const { score, weight } of known) {
    weights += weight;
    sum += weight * score;
  }
  return sum / weights;
}
