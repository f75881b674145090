/** How probable a standard normal value is that lies at least as far from 0 as z, on either side. */
export function normalTail(z: number): number {
  return complementaryError(Math.abs(z) / Math.SQRT2);
}

/**
 * erfc of a number of at least 0: from its series, and where that would lose digits from its continued fraction.
 *
 * Source: M. Abramowitz and I. A. Stegun (1964), "Handbook of Mathematical Functions", 7.1.6 and 7.1.14.
 */
function complementaryError(x: number): number {
  const scale = Math.exp(-x * x);
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * Number.EPSILON; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * scale * sum;
  }
  let fraction = 0;
  for (let n = fractionDepth; n > 0; n--) fraction = n / 2 / (x + fraction);
  return scale / Math.sqrt(Math.PI) / (x + fraction);
}

/** Enough for 14 digits from 2 on. */
const fractionDepth = 80;
