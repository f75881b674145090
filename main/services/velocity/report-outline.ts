import type { Metric, VelocityInput, VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { dimensionNames } from '../../../shared/domain/velocity/dimensions.ts';
import { figureText } from '../../../shared/domain/velocity/figure-texts.ts';
import { latestWeek } from '../../../shared/domain/velocity/target-status.ts';
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

/** What the document of a report says. */
export function reportOutline(report: VelocityReport, { by, only }: VelocityInput): Outline {
  const { project, weeks, openWeek, interactions, withoutTime, metrics } = report;
  const filters = Object.entries(only).map(([dimension, value]) => `${dimension} ${named(value)}`);
  return {
    title: `Velocity of ${project}`,
    facts: [
      ['Weeks', weeks.length === 0 ? 'none' : `${weeks[0] ?? ''} to ${weeks.at(-1) ?? ''}`],
      ...(openWeek === null ? [] : [['Not over yet', openWeek] as const]),
      ['Interactions', `${counted(interactions)}, ${counted(withoutTime)} of them without a time`],
      ...(filters.length === 0 ? [] : [['Only', filters.join(', ')] as const]),
    ],
    notes: [statisticsNote(report)],
    sections: [
      summarySection(report),
      metricSection('Leading', 'What goes into the loop.', report, 'leading'),
      metricSection('Lagging', 'What comes out of it.', report, 'lagging'),
      ...(by === undefined ? [] : groupSections(metrics, by)),
      ...targetSection(metrics),
      ...warningSection(metrics),
      marks(report),
      section('Definitions', 'What each metric is of.', {
        head: ['Metric', 'Definition'],
        rows: metrics.map(({ name, definition }) => [name, definition]),
      }),
    ],
  };
}

function metricSection(
  title: string,
  text: string,
  { metrics, openWeek }: VelocityReport,
  group: Metric['group'],
): OutlineSection {
  return section(title, text, {
    head: ['Metric', 'All weeks', 'Latest week', 'Trend'],
    rows: metrics
      .filter((metric) => metric.group === group)
      .map((metric): OutlineCell[] => {
        const { name, overall, weeks, unit } = metric;
        const latest = latestWeek(weeks, openWeek) ?? undefined;
        return [
          name,
          figureText(overall, unit),
          {
            text: `${weekText(latest, unit)}${latest === undefined ? '' : `, ${latest.week}`}`,
            values: weeks.map(({ value }) => value),
          },
          trendText(metric),
        ];
      }),
  });
}

function groupSections(metrics: readonly Metric[], by: NonNullable<VelocityInput['by']>): OutlineSection[] {
  const [one, many] = dimensionNames[by];
  const tables = metrics
    .filter(({ groups }) => groups.some(({ overall }) => overall.n > 0))
    .map(({ name, unit, groups }) => ({
      head: [`${name} by ${one}`, 'All weeks', 'Trend'],
      rows: groups.map(({ value, overall, weeks, trend }): OutlineCell[] => [
        named(value),
        { text: figureText(overall, unit), values: weeks.map((week) => week.value) },
        trendText({ trend }),
      ]),
    }));
  return [
    {
      title: `By ${one}`,
      text: tables.length === 0 ? `No ${many} are known.` : 'Those with most interactions first.',
      entries: [],
      tables,
    },
  ];
}

function named(value: string): string {
  return value === '' ? '(none)' : value;
}

function marks({ marks: shown }: VelocityReport): OutlineSection {
  return shown.length === 0
    ? section('Prompt versions and models', 'None are known.')
    : section('Prompt versions and models', 'On the time axis of the figures.', {
        head: ['Day', 'Name', 'What'],
        rows: shown.map(({ day, name, how }) => [day, name, markNames[how]]),
      });
}
