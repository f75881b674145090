import type { Metric, VelocityReport, WeekFigure } from '../../../shared/contract/velocity-operations.ts';
import type { WeeklyReport } from '../../../shared/contract/weekly-operations.ts';
import { shareDifference } from '../../../shared/domain/velocity/compare-figures.ts';
import { changeText } from '../../../shared/domain/velocity/figure-texts.ts';
import { probability, shareText } from '../../../shared/domain/weekly/weekly-texts.ts';
import { weeklyStateNames } from '../../../shared/domain/weekly/weekly-words.ts';
import type { Outline, OutlineCell, OutlineSection } from '../documents/outline.ts';
import {
  counted,
  markNames,
  section,
  statisticsNote,
  summarySection,
  targetSection,
  trendText,
  warningSection,
  weekText,
} from './outline-sections.ts';

/** What a week's digest is made from: velocity up to that week, and its weekly review. */
export interface Digest {
  readonly week: string;
  readonly velocity: VelocityReport;
  readonly weekly: WeeklyReport;
}

/** What the digest of a week says. */
export function digestOutline({ week, velocity, weekly }: Digest): Outline {
  const { project, metrics } = velocity;
  const { firstDay, lastDay, isOver, totals } = weekly;
  return {
    title: `Velocity digest ${week} of ${project}`,
    facts: [
      ['Week', `${firstDay} to ${lastDay}${isOver ? '' : ', not over yet'}`],
      ['Interactions', `${counted(totals.interactions)}, ${counted(totals.lastWeek)} in the week before`],
    ],
    notes: [statisticsNote(velocity)],
    sections: [
      summarySection(velocity),
      metricSection('Leading', 'What goes into the loop.', metrics, 'leading', week),
      metricSection('Lagging', 'What comes out of it.', metrics, 'lagging', week),
      ...targetSection(metrics),
      ...warningSection(metrics),
      failureModes(weekly),
      promptVersions(velocity, week),
    ],
  };
}

function metricSection(
  title: string,
  text: string,
  metrics: readonly Metric[],
  group: Metric['group'],
  week: string,
): OutlineSection {
  return section(title, text, {
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
    { text: weekText(now, unit), values: drawn.map(({ value }) => value) },
    weekText(before, unit),
    changeOf(metric, before, now),
    trendText(metric),
  ];
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

/** So many failure modes, the most frequent of the week. */
const mostModes = 5;

function failureModes({ rows }: WeeklyReport): OutlineSection {
  const top = rows
    .filter(({ thisWeek }) => thisWeek.interactions > 0)
    .toSorted((one, other) => other.thisWeek.interactions - one.thisWeek.interactions)
    .slice(0, mostModes);
  if (top.length === 0)
    return section('Top failure modes', 'None was seen in this week. Clusters of changes bring them up.');
  return section(
    'Top failure modes',
    'Those seen in most interactions of the week, from the weekly review.',
    {
      head: ['Failure mode', 'State', 'This week', 'Four weeks before'],
      rows: top.map(({ name, state, thisWeek, before }) => [
        name,
        weeklyStateNames[state],
        shareText(thisWeek),
        shareText(before),
      ]),
    },
  );
}

function promptVersions({ marks }: VelocityReport, week: string): OutlineSection {
  const shown = marks.filter((mark) => mark.week === week);
  const latest = marks.findLast((mark) => mark.week < week);
  if (shown.length === 0)
    return section(
      'Prompt versions and models',
      `None changed in this week.${latest === undefined ? '' : ` The latest before it: ${latest.name}, ${latest.day}.`}`,
    );
  return section('Prompt versions and models', 'On the time axis of the figures.', {
    head: ['Day', 'Name', 'What'],
    rows: shown.map((mark) => [mark.day, mark.name, markNames[mark.how]]),
  });
}
