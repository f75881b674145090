import type { Metric, VelocityReport, WeekFigure } from '../../../shared/contract/velocity-operations.ts';
import type { WeeklyReport } from '../../../shared/contract/weekly-operations.ts';
import { shareDifference } from '../../../shared/domain/velocity/compare-figures.ts';
import { changeText, figureText, valueText } from '../../../shared/domain/velocity/figure-texts.ts';
import { probability, shareText } from '../../../shared/domain/weekly/weekly-texts.ts';
import { weeklyStateNames } from '../../../shared/domain/weekly/weekly-words.ts';
import type { Outline, OutlineCell, OutlineSection, OutlineTable } from '../documents/outline.ts';

/** What a week's digest is made from: velocity up to that week, and its weekly review. */
export interface Digest {
  readonly week: string;
  readonly velocity: VelocityReport;
  readonly weekly: WeeklyReport;
}

/** What the digest of a week says. */
export function digestOutline({ week, velocity, weekly }: Digest): Outline {
  const { project, metrics, fewerThan } = velocity;
  const { firstDay, lastDay, isOver, totals } = weekly;
  return {
    title: `Velocity digest ${week} of ${project}`,
    facts: [
      ['Week', `${firstDay} to ${lastDay}${isOver ? '' : ', not over yet'}`],
      ['Interactions', `${counted(totals.interactions)}, ${counted(totals.lastWeek)} in the week before`],
    ],
    notes: [
      `Shares have 95 % Wilson intervals, medians those of their order statistics. Trends are Mann and Kendall’s test over weeks that are over and have at least ${fewerThan} interactions; p is corrected by Benjamini and Hochberg over all metrics.`,
    ],
    sections: [
      summarySection(velocity),
      metricSection('Leading: what goes into the loop', metrics, 'leading', week),
      metricSection('Lagging: what comes out of it', metrics, 'lagging', week),
      ...targetSection(metrics),
      ...warningSection(metrics),
      failureModes(weekly),
      promptVersions(velocity, week),
    ],
  };
}

const tones = { good: 'Good', bad: 'Look at', neutral: 'Note' } as const;

function summarySection({ summary }: VelocityReport): OutlineSection {
  return section('Summary', '', {
    head: ['', 'What the figures say'],
    rows: summary.map(({ tone, text }) => [tones[tone], text]),
  });
}

function metricSection(
  title: string,
  metrics: readonly Metric[],
  group: Metric['group'],
  week: string,
): OutlineSection {
  return section(title, '', {
    head: ['Metric', 'This week', 'Last week', 'Change', 'Trend'],
    rows: metrics.filter((metric) => metric.group === group).map((metric) => metricCells(metric, week)),
  });
}

/** As many weeks as are drawn. */
const weeksDrawn = 12;

function metricCells(metric: Metric, week: string): OutlineCell[] {
  const { name, weeks, unit } = metric;
  const place = weeks.findIndex((figure) => figure.week === week);
  const [now, before] = [weeks[place], weeks[place - 1]];
  const drawn = weeks.slice(Math.max(0, place + 1 - weeksDrawn), place + 1);
  return [
    name,
    { text: now === undefined ? 'not known' : textOf(now, unit), values: drawn.map(({ value }) => value) },
    before === undefined ? 'not known' : textOf(before, unit),
    changeOf(metric, before, now),
    trendText(metric),
  ];
}

function textOf(figure: WeekFigure, unit: Metric['unit']): string {
  return `${figureText(figure, unit)}${figure.isSmall && figure.value !== null ? ', few' : ''}`;
}

function changeOf(
  { kind, unit }: Metric,
  before: WeekFigure | undefined,
  now: WeekFigure | undefined,
): string {
  if (before === undefined || now === undefined || before.value === null || now.value === null) return '';
  const text = changeText(now.value - before.value, unit);
  const difference = kind === 'share' ? shareDifference(before, now) : null;
  return difference?.p === undefined || difference.p === null
    ? text
    : `${text}, p ${probability(difference.p)}`;
}

const directions = {
  rising: 'rising',
  falling: 'falling',
  no_trend: 'no trend',
  too_few: 'too few weeks',
} as const;

function trendText({ trend }: Metric): string {
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

function targetSection(metrics: readonly Metric[]): OutlineSection[] {
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
  return rows.length === 0 ? [] : [section('Targets', '', { head: ['Metric', 'Target', 'Status'], rows })];
}

function warningSection(metrics: readonly Metric[]): OutlineSection[] {
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

/** So many failure modes, the most frequent of the week. */
const mostModes = 5;

function failureModes({ rows }: WeeklyReport): OutlineSection {
  const top = rows
    .filter(({ thisWeek }) => thisWeek.interactions > 0)
    .toSorted((one, other) => other.thisWeek.interactions - one.thisWeek.interactions)
    .slice(0, mostModes);
  if (top.length === 0)
    return section('Top failure modes', 'None was seen in this week. Clusters of changes bring them up.');
  return section('Top failure modes', '', {
    head: ['Failure mode', 'State', 'This week', 'Four weeks before'],
    rows: top.map(({ name, state, thisWeek, before }) => [
      name,
      weeklyStateNames[state],
      shareText(thisWeek),
      shareText(before),
    ]),
  });
}

const how = {
  went_live: 'went live',
  first_seen: 'first seen',
  model_first_seen: 'model, first seen',
} as const;

function promptVersions({ marks }: VelocityReport, week: string): OutlineSection {
  const shown = marks.filter((mark) => mark.week === week);
  const latest = marks.findLast((mark) => mark.week < week);
  if (shown.length === 0)
    return section(
      'Prompt versions and models',
      `None changed in this week.${latest === undefined ? '' : ` The latest before it: ${latest.name}, ${latest.day}.`}`,
    );
  return section('Prompt versions and models', '', {
    head: ['Day', 'Name', 'What'],
    rows: shown.map((mark) => [mark.day, mark.name, how[mark.how]]),
  });
}

function section(title: string, text: string, table?: OutlineTable): OutlineSection {
  return { title, text, entries: [], tables: table === undefined ? [] : [table] };
}

function counted(number: number): string {
  return number.toLocaleString('en-GB');
}
