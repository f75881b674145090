/** A figure of a week as a chart shows it. */
export interface SeriesPoint {
  readonly week: string;
  /** Interactions that it is of. */
  readonly n: number;
  /** Of a share: those counted. */
  readonly yes: number | null;
  /** Null where nothing is known of the week. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** So few that it says little. */
  readonly isSmall: boolean;
}

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  readonly points: readonly SeriesPoint[];
}

/** What began in a week. */
export interface ChartMark {
  readonly week: string;
  readonly name: string;
  /** As a sentence goes on after the name: `went live`. */
  readonly how: string;
  readonly kind: 'prompt' | 'model';
}

/** Series of the same figure over the same weeks. */
export interface ChartData {
  readonly title: string;
  /** Every week, the oldest first. */
  readonly weeks: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly marks: readonly ChartMark[];
  /** The week that is not over yet. */
  readonly openWeek: string | null;
  readonly target: number | null;
  /** Shares are from 0 to 1, and no axis goes beyond. */
  readonly isShare: boolean;
  /** A figure in words: `62.1 %`. */
  readonly format: (value: number) => string;
}

/** Series that can be told apart by colour and shape; those after them are in the table alone. */
export const mostSeries = 6;

export function drawnSeries({ series }: ChartData): readonly ChartSeries[] {
  return series.slice(0, mostSeries);
}
