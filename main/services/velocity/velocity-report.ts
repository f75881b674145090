import type { Metric, VelocityInput, VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { parseTime } from '../../../shared/domain/time/hybrid-clock.ts';
import { weekDay } from '../../../shared/domain/time/iso-week.ts';
import { valueIn } from '../../../shared/domain/velocity/dimensions.ts';
import { fewerThan } from '../../../shared/domain/velocity/figure.ts';
import { greatestValues, reportLayout } from '../../../shared/domain/velocity/report-layout.ts';
import { summarise } from '../../../shared/domain/velocity/summarise.ts';
import { targetStatus } from '../../../shared/domain/velocity/target-status.ts';
import { tooFew, weekTrends } from '../../../shared/domain/velocity/week-trend.ts';
import { fail, type Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readProject } from '../../db/tables/project.ts';
import { readSignalCells, type SignalCell } from '../../db/tables/signal-cells.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { latestEventClock, readVelocityTargets } from '../../db/tables/velocity-counts.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { readFreshness } from '../signals/freshness.ts';
import { guardShare, halvesOf } from './guard-metrics.ts';
import { loopTimes } from './loop-times.ts';
import { type MeasuredMetric, measureSignals } from './measure-signals.ts';
import { type Mark, promptMarks, promptUpdates, shownMarks } from './prompt-marks.ts';
import { readTally } from './read-tally.ts';
import { readWeeksTally } from './read-weeks-tally.ts';
import { addUsers } from './user-groups.ts';
import { velocityFrame } from './velocity-frame.ts';
import { measureWork } from './work-metrics.ts';

export interface ReportInput extends VelocityInput {
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
}

/** Whether the flywheel spins: every metric by week. Reads kept counts. INPUT_INVALID, JOB_CANCELLED. */
export async function velocityReport(
  database: Database,
  input: ReportInput,
  signal?: AbortSignal,
): Promise<Result<VelocityReport>> {
  const wrong = wrongWeek(input);
  if (wrong !== null) return fail('INPUT_INVALID', wrong);
  return runInSlices(report(database, input), signal);
}

/** What is wrong with the weeks of a request; null where they can be meant. */
export function wrongWeek({ from, to }: Pick<VelocityInput, 'from' | 'to'>): string | null {
  for (const week of [from, to])
    if (week !== undefined && weekDay(week) === null)
      return `There is no week "${week}". Weeks are named like 2026-W40.`;
  return from !== undefined && to !== undefined && from > to
    ? `The first week, ${from}, is after the last, ${to}. Give them the other way round.`
    : null;
}

/** More values are not shown one by one. */
const mostGroups = 40;

function* report(database: Database, input: ReportInput): Generator<void, VelocityReport> {
  const { by } = input;
  const all = readSignalCells(database);
  const { settings } = readSignalSettings(database);
  const { timeZone } = readProject(database);
  const marks = promptMarks(database, all, timeZone);
  const updates = promptUpdates(marks);
  const loops = loopTimes(database, updates);
  const frame = velocityFrame(database, all, { ...input, lastWork: lastWork(database, updates) });
  const { cells, weeks, openWeek } = frame;
  yield;
  const groupOf = by === undefined || by === 'user' ? () => '' : (cell: SignalCell) => valueIn(by, cell);
  const shownGroups = greatestValues(
    by === undefined || by === 'user' ? [] : cells.map((cell) => [groupOf(cell), cell.interactions] as const),
    mostGroups,
  );
  const layout = reportLayout(weeks, shownGroups);
  const tally =
    frame.isWhole && shownGroups.length === 0
      ? yield* readWeeksTally(database, frame, layout, settings)
      : yield* readTally(
          database,
          cells,
          cells.map((cell) => layout.bucketOf(groupOf(cell), cell.week)),
          settings,
        );
  const measured = yield* measureSignals(tally, settings, layout);
  const signals = by === 'user' ? yield* addUsers(database, measured, cells, settings) : measured;
  const interactionsIn = new Map<string, number>();
  for (const { week, interactions } of cells)
    interactionsIn.set(week, (interactionsIn.get(week) ?? 0) + interactions);
  const work = measureWork(database, frame, { updates, loops }, (week) => interactionsIn.get(week) ?? 0);
  yield;
  const halves = halvesOf(cells, openWeek);
  const guard = ({ metric: { name, kind, signal } }: MeasuredMetric) => {
    const shares = kind === 'share' && signal !== null ? tally.shares(signal) : undefined;
    return shares === undefined ? [] : guardShare(name, cells, shares, halves);
  };
  const metrics = judge([...signals, ...work], {
    openWeek,
    targets: new Map(readVelocityTargets(database).map(({ metric, target }) => [metric, target])),
    guard,
  });
  const interactions = cells.reduce((sum, cell) => sum + cell.interactions, 0);
  return {
    project: frame.project,
    freshness: readFreshness(database),
    weeks: [...weeks],
    openWeek,
    interactions,
    withoutTime: interactionsIn.get('') ?? 0,
    fewerThan,
    marks: shownMarks(marks, weeks, timeZone),
    metrics,
    summary: summarise({ metrics, interactions, openLoops: loops.open }),
  };
}

/** When people last worked on the loop. */
function lastWork(database: Database, updates: readonly Mark[]): number | undefined {
  const clocks = ['label.set', 'span.set'].flatMap((type) => latestEventClock(database, type) ?? []);
  const times = [...clocks.map((clock) => parseTime(clock).ms), ...updates.map(({ at }) => at)];
  return times.length === 0 ? undefined : Math.max(...times);
}

interface Judging {
  readonly openWeek: string | null;
  readonly targets: ReadonlyMap<string, number>;
  readonly guard: (measured: MeasuredMetric) => Metric['simpson'];
}

/** Trends, targets and warnings of figures. Trends of all metrics are corrected together, and those of a metric's groups. */
function judge(measured: readonly MeasuredMetric[], { openWeek, targets, guard }: Judging): Metric[] {
  const trends = weekTrends(
    measured.map(({ metric, weeks }) => ({ weeks, better: metric.better })),
    openWeek,
  );
  return measured.map((one, place) => {
    const { metric, overall, weeks, groups } = one;
    const { signal: _signal, better, ...shown } = metric;
    const ofGroups = weekTrends(
      groups.map((group) => ({ weeks: group.weeks, better })),
      openWeek,
    );
    const target = targets.get(metric.id);
    return {
      ...shown,
      better: better === 'lower' ? 'lower' : 'higher',
      overall,
      weeks: [...weeks],
      trend: trends[place] ?? tooFew(0),
      groups: groups.map((group, index) => ({
        value: group.value,
        overall: group.overall,
        weeks: [...group.weeks],
        trend: ofGroups[index] ?? tooFew(0),
      })),
      target: target === undefined ? null : { target, status: targetStatus(target, better, weeks, openWeek) },
      simpson: guard(one),
    };
  });
}
