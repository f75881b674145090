/** The standard normal quantile of a 95 % interval. */
const z = 1.959963984540054;

export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A share with its 95 % score interval, which stays between 0 and 1 and is sensible for small numbers; null of nothing.
 *
 * Source: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22, 209-212.
 */
export function wilsonInterval(count: number, total: number): Share | null {
  if (total === 0) return null;
  const share = count / total;
  const middle = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  // Rounding must not leave the share itself outside, as it would where nothing or everything is counted.
  return {
    share,
    low: Math.min(share, Math.max(0, (middle - reach) / scale)),
    high: Math.max(share, Math.min(1, (middle + reach) / scale)),
  };
}
