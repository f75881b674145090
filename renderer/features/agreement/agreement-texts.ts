import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import type { SelectOption } from '../../ui/select.tsx';

export const levelOptions: readonly SelectOption<MeasurementLevel>[] = [
  { value: 'nominal', name: 'Nominal', detail: 'Answers are the same or not' },
  { value: 'ordinal', name: 'Ordinal', detail: 'Answers have an order' },
  { value: 'interval', name: 'Interval', detail: 'Answers are numbers with distances' },
];

/** What each figure says, and where it comes from. */
export const aboutFigures = {
  percent:
    'How many pairs of labels on an interaction are equal, on average. What chance gives is not taken out.',
  fleiss:
    'Agreement beyond chance of any number of annotators, equally many on each interaction; the order of answers ' +
    'does not count (Fleiss 1971).',
  alpha:
    'Agreement beyond chance of any number of annotators, with gaps. With ordinal and interval answers, near ones ' +
    'count as less apart than far ones (Krippendorff 2011).',
  cohen: 'Agreement of the two beyond what their own shares of the answers give by chance (Cohen 1960).',
  linear: 'The same, with disagreement weighted by its distance (Cohen 1968).',
  quadratic: 'The same, weighted by the square of the distance (Fleiss and Cohen 1973).',
  exact:
    'Spans that both marked with the same name and ends, of the spans of both (Hripcsak and Rothschild 2005).',
  overlapping:
    'Spans that share a part with one of the same name by the other (Wiebe, Wilson and Cardie 2005).',
} as const;

export const readingHint =
  '1 is complete agreement, 0 what chance would give, below 0 less than that. Intervals hold 95 % of bootstrap draws ' +
  'over interactions. Names for ranges of kappa (Landis and Koch 1977) are contested: read the number with its interval.';

export const aboutParts =
  'F1: what both marked, of what either marked; 1 is complete agreement. Kappa is not used, because what nobody marked ' +
  'cannot be counted (Hripcsak and Rothschild 2005). Text compares the characters marked; overlapping parts count as the ' +
  'same where they share any text (Wiebe, Wilson and Cardie 2005). The last two ask for the same failure mode as well.';

export function levelName(level: MeasurementLevel): string {
  return levelOptions.find(({ value }) => value === level)?.name ?? level;
}

/** `0.864`; a dash where it is not defined. */
export function formatFigure(value: number | null, digits = 3): string {
  return value === null ? '–' : value.toFixed(digits);
}

export function formatInterval(low: number | null, high: number | null, digits = 3): string {
  return low === null || high === null ? '–' : `${low.toFixed(digits)} to ${high.toFixed(digits)}`;
}
