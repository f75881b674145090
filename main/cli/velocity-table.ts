import type {
  ComparedMetric,
  Metric,
  Trend,
  VelocityInput,
  VelocityReport,
} from '../../shared/contract/velocity-operations.ts';
import { isBehind } from '../../shared/domain/signals/is-behind.ts';
import { dimensionNames } from '../../shared/domain/velocity/dimensions.ts';
import { changeText, figureText } from '../../shared/domain/velocity/figure-texts.ts';
import { latestWeek } from '../../shared/domain/velocity/target-status.ts';
import { probability } from '../../shared/domain/weekly/weekly-texts.ts';
import { formatTable, oneLine, plural } from './format.ts';

/** The report for a terminal: sentences, then a row for each metric, and one for each value that it is broken down by. */
export function velocityTable(report: VelocityReport, by: VelocityInput['by']): string {
  const { interactions, withoutTime, weeks, openWeek, fewerThan, summary, metrics, freshness } = report;
  return [
    `${plural(interactions, 'interaction')} over ${plural(weeks.length, 'week')}${withoutTime === 0 ? '' : `, ${plural(withoutTime, 'interaction')} without a time`}${openWeek === null ? '' : `; ${openWeek} is not over`}`,
    ...(isBehind(freshness) ? ['Not all interactions are worked out: the project is open elsewhere.'] : []),
    '',
    ...summary.map(({ tone, text }) => `${signs[tone]} ${oneLine(text, 400)}`),
    ...(['leading', 'lagging'] as const).flatMap((group) => [
      '',
      formatTable([
        [group, 'all weeks', 'latest week', 'trend'],
        ...metrics
          .filter((metric) => metric.group === group)
          .flatMap((metric) => rowsOf(metric, openWeek, by)),
      ]),
    ]),
    '',
    `Intervals of 95 %. Weeks with fewer than ${fewerThan} are in no trend; p is corrected for the number of metrics.`,
  ].join('\n');
}

const signs = { good: '+', bad: '!', neutral: '-' } as const;

function rowsOf(metric: Metric, openWeek: string | null, by: VelocityInput['by']): string[][] {
  const { name, unit, overall, weeks, trend, groups } = metric;
  const latest = latestWeek(weeks, openWeek);
  const row = [
    oneLine(name, 40),
    figureText(overall, unit),
    latest === null ? '' : `${figureText(latest, unit)} ${latest.week}`,
    trendText(trend),
  ];
  if (by === undefined) return [row];
  const [one] = dimensionNames[by];
  return [
    row,
    ...groups
      .filter((group) => group.overall.n > 0)
      .map((group) => {
        const newest = latestWeek(group.weeks, openWeek);
        return [
          `  ${oneLine(group.value === '' ? `(no ${one})` : group.value, 38)}`,
          figureText(group.overall, unit),
          newest === null ? '' : `${figureText(newest, unit)} ${newest.week}`,
          trendText(group.trend),
        ];
      }),
  ];
}

const arrows = { rising: '↑ rising', falling: '↓ falling', no_trend: '→ no trend', too_few: '' } as const;

function trendText({ direction, verdict, q }: Trend): string {
  const meaning = verdict === 'better' || verdict === 'worse' ? `, ${verdict}` : '';
  return `${arrows[direction]}${meaning}${q === null ? '' : ` (p ${probability(q)})`}`;
}

export interface ComparedValues {
  readonly a: string;
  readonly b: string;
  readonly metrics: readonly ComparedMetric[];
}

/** Two values beside each other, with what their mix does to the difference. */
export function comparisonTable({ a, b, metrics }: ComparedValues): string {
  if (metrics.length === 0) return 'Nothing is known of these interactions.';
  const adjusted = metrics.flatMap((metric) =>
    metric.adjusted.map(({ message }) => `${metric.name}: ${message}`),
  );
  return [
    formatTable([
      ['metric', nameOf(a), nameOf(b), 'difference', 'verdict'],
      ...metrics.map((metric) => [
        oneLine(metric.name, 40),
        figureText(metric.a, metric.unit),
        figureText(metric.b, metric.unit),
        differenceText(metric),
        verdicts[metric.verdict],
      ]),
    ]),
    ...(adjusted.length === 0 ? [] : ['', ...adjusted.map((line) => `! ${oneLine(line, 400)}`)]),
    '',
    'Differences have 95 % intervals; p is corrected for the number of metrics.',
  ].join('\n');
}

const verdicts = {
  better: 'better',
  worse: 'worse',
  no_difference: 'no difference',
  unknown: '',
} as const;

function nameOf(value: string): string {
  return value === '' ? '(none)' : oneLine(value, 40);
}

function differenceText({ difference, unit }: ComparedMetric): string {
  if (difference === null) return '';
  const { value, low, high, q } = difference;
  const interval = ` (${[low, high].map((end) => changeText(end, unit).replace(' points', '')).join(' to ')})`;
  return `${changeText(value, unit)}${interval}${q === null ? '' : `, p ${probability(q)}`}`;
}
