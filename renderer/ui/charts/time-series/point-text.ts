import { formatCount } from '../../format.ts';
import type { ChartData, ChartMark, SeriesPoint } from './chart-series.ts';

/** `62.1 % (55.0 % to 68.7 %), 108 of 174`. */
export function figureText(point: Omit<SeriesPoint, 'week'>, format: ChartData['format']): string {
  const { value, low, high, n, yes } = point;
  if (value === null) return 'nothing known';
  const interval = low === null || high === null ? '' : ` (${format(low)} to ${format(high)})`;
  return `${format(value)}${interval}, ${yes === null ? `n ${formatCount(n)}` : `${formatCount(yes)} of ${formatCount(n)}`}`;
}

/** What a point says: its week, series, figure, and what to know of it. */
export function pointText(point: SeriesPoint, series: string | null, data: ChartData): string {
  const name = series === null ? point.week : `${point.week}, ${series}`;
  return [
    `${name}: ${figureText(point, data.format)}`,
    ...(point.isSmall ? ['few interactions, says little'] : []),
    ...(point.week === data.openWeek ? ['the week is not over'] : []),
    ...marksOf(data, point.week).map(markText),
  ].join('; ');
}

export function marksOf({ marks }: ChartData, week: string): readonly ChartMark[] {
  return marks.filter((mark) => mark.week === week);
}

export function markText({ name, how }: ChartMark): string {
  return `${name} ${how}`;
}
