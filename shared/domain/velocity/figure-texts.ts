/** How a figure is written. */
export type FigureUnit = 'share' | 'ms' | 'number' | 'days' | 'count';

export interface FigureLike {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** `41.2 %`, `3.4 s`, `12 days`. */
export function valueText(value: number, unit: FigureUnit): string {
  if (unit === 'share') return `${(100 * value).toFixed(1)} %`;
  if (unit === 'ms') return timeText(value);
  if (unit === 'days') return `${value.toLocaleString('en-GB')} ${value === 1 ? 'day' : 'days'}`;
  return unit === 'count'
    ? Math.round(value).toLocaleString('en-GB')
    : Number(value.toPrecision(4)).toLocaleString('en-GB');
}

function timeText(ms: number): string {
  if (Math.abs(ms) < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (Math.abs(seconds) < 120) return `${seconds.toFixed(1)} s`;
  const minutes = seconds / 60;
  return Math.abs(minutes) < 120 ? `${minutes.toFixed(1)} min` : `${(minutes / 60).toFixed(1)} h`;
}

/** `41.2 % (38.0 % to 44.5 %), n 920`; a count alone has no interval. */
export function figureText(figure: FigureLike, unit: FigureUnit): string {
  if (figure.value === null) return 'not known';
  const text = valueText(figure.value, unit);
  if (unit === 'count') return text;
  return `${text}${intervalText(figure, unit)}, n ${figure.n.toLocaleString('en-GB')}`;
}

/** ` (38.0 % to 44.5 %)`; empty where there is no interval. */
export function intervalText({ low, high }: FigureLike, unit: FigureUnit): string {
  return low === null || high === null ? '' : ` (${valueText(low, unit)} to ${valueText(high, unit)})`;
}

/** `+3.1 points`, `−1.2 s`. */
export function changeText(change: number, unit: FigureUnit): string {
  const size = Math.abs(change);
  const text = unit === 'share' ? `${(100 * size).toFixed(1)} points` : valueText(size, unit);
  return `${change > 0 ? '+' : change < 0 ? '−' : ''}${text}`;
}
