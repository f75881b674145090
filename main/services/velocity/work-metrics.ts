import {
  countFigure,
  type Figure,
  medianFigure,
  type WeekFigure,
} from '../../../shared/domain/velocity/figure.ts';
import { workMetrics } from '../../../shared/domain/velocity/metric-definitions.ts';
import { mondayOf, weekDay, weekName } from '../../../shared/domain/time/iso-week.ts';
import { weekBounds } from '../../../shared/domain/time/week-bounds.ts';
import type { Database } from '../../db/database.ts';
import { countEventsBetween } from '../../db/tables/velocity-counts.ts';
import type { LoopTimes } from './loop-times.ts';
import type { MeasuredMetric } from './measure-signals.ts';
import type { Mark } from './prompt-marks.ts';

/** A median of fewer loops than this says little; there are far fewer loops than interactions. */
const fewLoops = 5;

/** Labels, prompt updates and days from signal to change, week by week. */
export function measureWork(
  database: Database,
  { weeks, timeZone }: { readonly weeks: readonly string[]; readonly timeZone: string },
  { updates, loops }: { readonly updates: readonly Mark[]; readonly loops: LoopTimes },
  interactionsIn: (week: string) => number,
): MeasuredMetric[] {
  const weekOf = (at: number) => weekName(mondayOf(at, timeZone));
  const updatesIn = Map.groupBy(updates, ({ at }) => weekOf(at));
  const loopsIn = Map.groupBy(loops.closed, ({ at }) => weekOf(at));
  const daysOf = (week: string) => (loopsIn.get(week) ?? []).map(({ days }) => days);
  const figureIn: Record<string, (week: string) => Figure> = {
    labels: (week) => countFigure(labelsIn(database, week, timeZone), interactionsIn(week)),
    prompt_updates: (week) => countFigure(updatesIn.get(week)?.length ?? 0, interactionsIn(week)),
    signal_to_change: (week) => medianOfDays(daysOf(week)),
  };
  return workMetrics.map((metric) => {
    const shown = weeks.map((week): WeekFigure => {
      const figure = figureIn[metric.id]?.(week) ?? countFigure(0, 0);
      return { week, ...figure };
    });
    const overall =
      metric.kind === 'median'
        ? medianOfDays(weeks.flatMap(daysOf))
        : countFigure(
            shown.reduce((sum, { value }) => sum + (value ?? 0), 0),
            shown.reduce((sum, { n }) => sum + n, 0),
          );
    const open =
      metric.id === 'signal_to_change' && loops.open > 0
        ? ` ${loops.open} decided ${loops.open === 1 ? 'failure mode waits' : 'failure modes wait'} for a prompt version.`
        : '';
    return { metric: { ...metric, definition: metric.definition + open }, overall, weeks: shown, groups: [] };
  });
}

function labelsIn(database: Database, week: string, timeZone: string): number {
  const { from, to } = weekBounds(weekDay(week) ?? 0, timeZone);
  return ['label.set', 'span.set'].reduce(
    (sum, type) => sum + countEventsBetween(database, type, clockAt(from), clockAt(to)),
    0,
  );
}

/** Sorts before every event of this moment, and behind all that were before it. */
function clockAt(ms: number): string {
  return Math.max(0, ms).toString(16).padStart(12, '0');
}

function medianOfDays(days: readonly number[]): Figure {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return medianFigure(counts, fewLoops);
}
