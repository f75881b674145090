/**
 * The q value of each p value: of all that are called true up to it, the share that is expected to be none.
 *
 * Source: Y. Benjamini and Y. Hochberg (1995), "Controlling the false discovery rate: a practical and powerful approach to
 * multiple testing", Journal of the Royal Statistical Society B 57, 289-300.
 * @returns in the order given
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = pValues.map((p, place) => ({ p, place })).toSorted((one, other) => other.p - one.p);
  const qValues = Array.from(pValues, () => 1);
  let least = 1;
  for (const [index, { p, place }] of descending.entries()) {
    least = Math.min(least, (p * pValues.length) / (pValues.length - index));
    qValues[place] = least;
  }
  return qValues;
}
