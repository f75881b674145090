import type { Dimension, Metric, Trend } from '../../../shared/contract/velocity-operations.ts';

export const dimensionNames: Readonly<Record<Dimension, string>> = {
  prompt_version: 'Prompt version',
  model: 'Model',
  surface: 'Surface',
  segment: 'Segment',
  user: 'User',
};

/** A value of a dimension by its name; interactions may have none. */
export function valueName(value: string): string {
  return value === '' ? '(none)' : value;
}

const directions: Readonly<Record<Trend['direction'], string>> = {
  rising: '↗ Rising',
  falling: '↘ Falling',
  no_trend: '→ No trend',
  too_few: 'Too few weeks',
};
const verdicts: Readonly<Record<Trend['verdict'], string>> = {
  better: ', better',
  worse: ', worse',
  steady: '',
  unknown: '',
};

/** `↗ Rising, better`: the arrow says where it goes, the word whether that is wanted. */
export function trendWords({ direction, verdict }: Trend): string {
  return `${directions[direction]}${verdicts[verdict]}`;
}

/** The test behind a trend. */
export function trendText({ weeks, tau, p, q }: Trend): string {
  if (tau === null || p === null)
    return `${weeks} complete ${weeks === 1 ? 'week' : 'weeks'} of enough interactions; a trend needs four`;
  const corrected = q === null ? '' : `, q ${probability(q)} among all that is shown`;
  return `Mann and Kendall’s test over ${weeks} weeks: tau ${signed(tau.toFixed(2))}, p ${probability(p)}${corrected}`;
}

export function probability(p: number): string {
  return p < 0.001 ? 'below 0.001' : p.toFixed(3);
}

export const targetWords: Readonly<Record<NonNullable<Metric['target']>['status'], string>> = {
  reached: '✓ reached',
  missed: '✗ missed',
  open: '? open: its interval holds the target',
  unknown: 'not known yet',
};

export const targetShort: Readonly<Record<NonNullable<Metric['target']>['status'], string>> = {
  reached: '✓ reached',
  missed: '✗ missed',
  open: '? open',
  unknown: 'not known yet',
};

export const compareWords = {
  better: '▲ Better',
  worse: '▼ Worse',
  no_difference: 'No difference seen',
  unknown: 'Not known',
} as const;

/** With a minus sign. */
export function signed(text: string): string {
  return text.replace('-', '−');
}
