import type { Metric, VelocityReport, WeekFigure } from '../../../shared/contract/velocity-operations.ts';
import { figureText, valueText } from '../../../shared/domain/velocity/figure-texts.ts';
import { probability } from '../../../shared/domain/weekly/weekly-texts.ts';
import type { OutlineSection, OutlineTable } from '../documents/outline.ts';

/** Parts that the digest of a week and the document of a report have in common. */

const tones = { good: 'Good', bad: 'Look at', neutral: 'Note' } as const;

export function summarySection({ summary }: VelocityReport): OutlineSection {
  return section('Summary', 'What the figures below say together.', {
    head: ['', 'What the figures say'],
    rows: summary.map(({ tone, text }) => [tones[tone], text]),
  });
}

const directions = {
  rising: 'rising',
  falling: 'falling',
  no_trend: 'no trend',
  too_few: 'too few weeks',
} as const;

/** `rising, better (p 0.002)`. */
export function trendText({ trend }: Pick<Metric, 'trend'>): string {
  const verdict = trend.verdict === 'better' || trend.verdict === 'worse' ? `, ${trend.verdict}` : '';
  const p = trend.q === null ? '' : ` (p ${probability(trend.q)})`;
  return `${directions[trend.direction]}${verdict}${p}`;
}

const statuses = {
  reached: 'reached',
  missed: 'missed',
  open: 'cannot be told: the interval holds it',
  unknown: 'not known',
} as const;

export function targetSection(metrics: readonly Metric[]): OutlineSection[] {
  const rows = metrics.flatMap(({ name, unit, better, target }) =>
    target === null
      ? []
      : [
          [
            name,
            `${better === 'lower' ? 'at most' : 'at least'} ${valueText(target.target, unit)}`,
            statuses[target.status],
          ],
        ],
  );
  return rows.length === 0
    ? []
    : [
        section('Targets', 'By the latest week that is over and has enough interactions.', {
          head: ['Metric', 'Target', 'Status'],
          rows,
        }),
      ];
}

export function warningSection(metrics: readonly Metric[]): OutlineSection[] {
  const warned = metrics.flatMap(({ simpson }) => simpson);
  return warned.length === 0
    ? []
    : [
        {
          title: 'The mix misleads',
          text: 'The first half of the weeks is compared with the last. With the mix held, each value counts on both sides as often as in both together.',
          entries: [],
          tables: warned.map(({ message, values }): OutlineTable => ({
            head: [message, 'Share before', 'Share after', 'Mix before', 'Mix after'],
            rows: values
              .slice(0, 10)
              .map(({ value, firstShare, lastShare, firstMix, lastMix }) => [
                value === '' ? 'none' : value,
                figureText(firstShare, 'share'),
                figureText(lastShare, 'share'),
                valueText(firstMix, 'share'),
                valueText(lastMix, 'share'),
              ]),
          })),
        },
      ];
}

/** What a mark on the time axis says. */
export const markNames = {
  went_live: 'went live',
  first_seen: 'first seen',
  model_first_seen: 'model, first seen',
} as const;

/** `41.2 % (38.0 % to 44.5 %), n 920`, and whether that is few. */
export function weekText(figure: WeekFigure | undefined, unit: Metric['unit']): string {
  if (figure === undefined) return 'not known';
  return `${figureText(figure, unit)}${figure.isSmall && figure.value !== null ? ', few' : ''}`;
}

export function section(title: string, text: string, table?: OutlineTable): OutlineSection {
  return { title, text, entries: [], tables: table === undefined ? [] : [table] };
}

export function counted(number: number): string {
  return number.toLocaleString('en-GB');
}

/** How figures and trends are made. */
export function statisticsNote({ fewerThan }: VelocityReport): string {
  return `Shares have 95 % Wilson intervals, medians those of their order statistics. Trends are Mann and Kendall’s test over weeks that are over and have at least ${fewerThan} interactions; p is corrected by Benjamini and Hochberg over all metrics.`;
}
