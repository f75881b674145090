/** Of each stratum the counts of two groups. */
export interface TwoByTwo {
  readonly yes: number;
  readonly n: number;
  readonly otherYes: number;
  readonly otherN: number;
}

export interface CommonDifference {
  /** The first share less the other, within strata. */
  readonly difference: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * The difference of two shares with the mix of strata held: Mantel and Haenszel's weights, by which small strata count less.
 * Null where no stratum has both groups.
 *
 * Sources: N. Mantel and W. Haenszel (1959), Journal of the National Cancer Institute 22, 719-748; S. Greenland and J. M. Robins
 * (1985), "Estimation of a common effect parameter from sparse follow-up data", Biometrics 41, 55-68, for the risk difference; T.
 * Sato (1989), "On the variance estimator for the Mantel-Haenszel risk difference", Biometrics 45, 1323-1324, for its variance.
 */
export function commonDifference(strata: readonly TwoByTwo[]): CommonDifference | null {
  let weights = 0;
  let sum = 0;
  let p = 0;
  let q = 0;
  for (const { yes, n, otherYes, otherN } of strata) {
    const all = n + otherN;
    if (n === 0 || otherN === 0) continue;
    weights += (n * otherN) / all;
    sum += (yes * otherN - otherYes * n) / all;
    p += (n ** 2 * otherYes - otherN ** 2 * yes + (n * otherN * (otherN - n)) / 2) / all ** 2;
    q += (yes * (otherN - otherYes) + otherYes * (n - yes)) / (2 * all);
  }
  if (weights === 0) return null;
  const difference = sum / weights;
  const error = Math.sqrt(Math.max(0, difference * p + q)) / weights;
  return { difference, low: difference - z * error, high: difference + z * error };
}

const z = 1.959963984540054;
