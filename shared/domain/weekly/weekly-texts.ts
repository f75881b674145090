interface ShareOf {
  readonly interactions: number;
  readonly of: number;
  readonly share: { readonly share: number; readonly low: number; readonly high: number } | null;
}

interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly test: 'fisher' | 'z';
  readonly p: number;
  readonly q: number;
}

interface Trend {
  readonly weeks: number;
  readonly tau: number;
  readonly p: number;
}

/** `12.5 % (10.1 to 15.3), 34 of 272`. */
export function shareText({ interactions, of, share }: ShareOf): string {
  if (share === null) return 'nothing logged';
  return `${percent(share.share)} % (${percent(share.low)} to ${percent(share.high)}), ${grouped(interactions)} of ${grouped(of)}`;
}

/** `+3.1 points (0.4 to 6.2)`. */
export function differenceText({ difference, low, high }: Difference): string {
  return `${signed(difference)} points (${signed(low)} to ${signed(high)})`;
}

/** `p 0.012, q 0.048, Fisher’s exact test`. */
export function testText({ test, p, q }: Difference): string {
  return `p ${probability(p)}, q ${probability(q)}, ${test === 'fisher' ? 'Fisher’s exact test' : 'z test'}`;
}

/** `rising over 8 weeks (tau 0.64, p 0.031)`. */
export function trendText({ weeks, tau, p }: Trend): string {
  const direction = p > 0.05 ? 'no trend' : tau > 0 ? 'rising' : 'falling';
  return `${direction} over ${weeks} weeks (tau ${minus(tau.toFixed(2))}, p ${probability(p)})`;
}

/** Of a share, without the sign. */
export function percent(share: number): string {
  return (100 * share).toFixed(share === 0 || share === 1 ? 0 : 1);
}

export function probability(p: number): string {
  return p < 0.001 ? 'below 0.001' : p.toFixed(3);
}

function signed(share: number): string {
  const text = (100 * share).toFixed(1);
  return Number(text) > 0 ? `+${text}` : minus(text);
}

/** With a minus sign; no minus before zero. */
function minus(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

function grouped(number: number): string {
  return number.toLocaleString('en-GB');
}
