import { medianInterval } from '../statistics/median-interval.ts';
import { countOf, type ValueCounts } from '../statistics/value-counts.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';

/** A share, median or count of some interactions; the contract says what each part is. */
export interface Figure {
  readonly n: number;
  readonly yes: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly isSmall: boolean;
}

export interface WeekFigure extends Figure {
  readonly week: string;
}

/** A figure of fewer interactions says little: it is greyed, and in no trend. */
export const fewerThan = 20;

export function shareFigure(yes: number, n: number): Figure {
  const share = wilsonInterval(yes, n);
  return {
    n,
    yes,
    value: share?.share ?? null,
    low: share?.low ?? null,
    high: share?.high ?? null,
    isSmall: n < fewerThan,
  };
}

export function medianFigure(counts: ValueCounts, smallBelow = fewerThan): Figure {
  const n = countOf(counts);
  const median = medianInterval(counts);
  return {
    n,
    yes: null,
    value: median?.median ?? null,
    low: median?.low ?? null,
    high: median?.high ?? null,
    isSmall: n < smallBelow,
  };
}

/** How much was counted in a time of so many interactions. That is known, however little it is. */
export function countFigure(value: number, interactions: number): Figure {
  return { n: interactions, yes: null, value, low: null, high: null, isSmall: false };
}
