import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCountedCells, type CountedCell, yesNo } from '../../../tests/support/counted-cells.ts';
import { middleOf } from '../../../tests/support/logged-weeks.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import {
  type Metric,
  type VelocityReport,
  velocityReportSchema,
} from '../../../shared/contract/velocity-operations.ts';
import { type Database, prepare } from '../../db/database.ts';
import { setTarget } from './set-target.ts';
import { type ReportInput, velocityReport } from './velocity-report.ts';

const now = middleOf('2026-W37');
const actor = { annotator: 'Ada', device: 'device-a', now };

async function reportOf(database: Database, input: Partial<ReportInput> = {}): Promise<VelocityReport> {
  const report = await velocityReport(database, { only: {}, now, ...input });
  if (!report.ok) throw new Error(report.error.message);
  // What the contract promises is what is made.
  return velocityReportSchema.parse(report.value);
}

function metricOf(report: VelocityReport, id: string): Metric {
  const metric = report.metrics.find((one) => one.id === id);
  if (metric === undefined) throw new Error(`No metric ${id}.`);
  return metric;
}

const weeks = Array.from({ length: 10 }, (_, index) => `2026-W${28 + index}`);

/** Ten weeks of 100 interactions each, ever more of which are accepted; the last is not over. */
function spinning(): CountedCell[] {
  return weeks.map((week, index) => ({
    week,
    promptVersion: index < 5 ? 'v1' : 'v2',
    surface: 'mail',
    interactions: 100,
    counts: {
      accepted: yesNo(40 + 4 * index, 100),
      edit_distance: [
        [0, 10 + index],
        [0.2, 20],
        [0.4, 10],
      ],
      usable: yesNo(40, 100),
      'outcome.resolved': yesNo(30, 60),
      'outcome.resolved.pending': [[1, 40]],
    },
  }));
}

describe('the velocity report', () => {
  it('has every share by week with its interval, and a trend of weeks that are over', async () => {
    const { database } = newProject();
    addCountedCells(database, spinning());
    const report = await reportOf(database);
    expect(report).toMatchObject({ weeks, openWeek: '2026-W37', interactions: 1000, withoutTime: 0 });
    const acceptance = metricOf(report, 'acceptance');
    expect(acceptance.weeks.map(({ yes }) => yes)).toEqual(weeks.map((_, index) => 40 + 4 * index));
    expect(acceptance.overall).toMatchObject({ n: 1000, yes: 580, value: 0.58, isSmall: false });
    expect(acceptance.trend).toMatchObject({ weeks: 9, tau: 1, direction: 'rising', verdict: 'better' });
    expect(report.summary[0]).toMatchObject({ tone: 'good' });
    expect(report.summary[0]?.text).toContain('The flywheel spins: acceptance');
  });

  it('leaves pending outcomes out of rates, and tells how many there are', async () => {
    const { database } = newProject();
    addCountedCells(database, spinning());
    const resolved = metricOf(await reportOf(database), 'outcome.resolved');
    expect(resolved).toMatchObject({ name: 'Resolved', kind: 'share', better: 'higher' });
    expect(resolved.overall).toMatchObject({ n: 600, yes: 300 });
    expect(resolved.definition).toContain('400 interactions wait for it');
    expect(metricOf(await reportOf(database), 'signals.outcome').overall.value).toBe(600);
  });

  it('reads medians from counts', async () => {
    const { database } = newProject();
    addCountedCells(database, spinning());
    const distance = metricOf(await reportOf(database), 'edit_distance');
    expect(distance.weeks[0]).toMatchObject({ n: 40, value: 0.2, yes: null });
    expect(distance.better).toBe('lower');
  });

  it('greys small weeks and leaves them out of trends, and shows weeks without any', async () => {
    const { database } = newProject();
    addCountedCells(
      database,
      ['2026-W30', '2026-W31', '2026-W33'].map((week, index) => ({
        week,
        interactions: 30,
        counts: { accepted: yesNo(5, index === 1 ? 19 : 30) },
      })),
    );
    const acceptance = metricOf(await reportOf(database), 'acceptance');
    expect(acceptance.weeks.map(({ n, isSmall, value }) => [n, isSmall, value === null])).toEqual([
      [30, false, false],
      [19, true, false],
      [0, true, true],
      [30, false, false],
    ]);
    expect(acceptance.trend).toMatchObject({ weeks: 2, direction: 'too_few', p: null });
  });

  it('breaks figures down, those with most interactions first', async () => {
    const { database } = newProject();
    addCountedCells(database, spinning());
    const { groups } = metricOf(await reportOf(database, { by: 'prompt_version' }), 'acceptance');
    expect(groups.map(({ value, overall }) => [value, overall.n, overall.yes])).toEqual([
      ['v1', 500, 240],
      ['v2', 500, 340],
    ]);
    expect(groups[0]?.weeks).toHaveLength(10);
    expect(groups[0]?.weeks[9]).toMatchObject({ n: 0, value: null });
  });

  it('marks prompt versions and models on the axis, and counts what came after the first', async () => {
    const { database } = newProject();
    addCountedCells(database, spinning());
    const report = await reportOf(database);
    expect(report.marks.map(({ week, name, how }) => [week, name, how])).toEqual([
      ['2026-W28', 'v1', 'first_seen'],
      ['2026-W33', 'v2', 'first_seen'],
    ]);
    expect(metricOf(report, 'prompt_updates').overall.value).toBe(1);
  });

  it('judges a target by the latest week that is over', async () => {
    const { database } = newProject();
    addCountedCells(database, spinning());
    const statusOf = async (target: number) => {
      expect(setTarget(database, actor, { metric: 'acceptance', target }).ok).toBe(true);
      return metricOf(await reportOf(database), 'acceptance').target?.status;
    };
    // 72 of 100, 62.5 % to 79.9 %.
    expect(await statusOf(0.6)).toBe('reached');
    expect(await statusOf(0.7)).toBe('open');
    expect(await statusOf(0.9)).toBe('missed');
    setTarget(database, actor, { metric: 'acceptance', target: null });
    expect(metricOf(await reportOf(database), 'acceptance').target).toBeNull();
    expect(setTarget(database, actor, { metric: 'nonsense', target: 1 })).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
  });

  it('warns where the mix of a surface turns a trend', async () => {
    const { database } = newProject();
    const cells = weeks.slice(0, 8).flatMap((week, index): CountedCell[] => {
      const isLate = index > 3;
      const [shop, market] = isLate ? [40, 160] : [160, 40];
      return [
        {
          week,
          surface: 'shop',
          interactions: shop,
          counts: { 'outcome.resolved': yesNo(shop * (isLate ? 0.9 : 0.8), shop) },
        },
        {
          week,
          surface: 'market',
          interactions: market,
          counts: { 'outcome.resolved': yesNo(market * (isLate ? 0.4 : 0.3), market) },
        },
      ];
    });
    addCountedCells(database, cells);
    const report = await reportOf(database);
    const [warning, ...others] = metricOf(report, 'outcome.resolved').simpson;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ dimension: 'surface', kind: 'reversed' });
    expect(warning?.crude).toBeCloseTo(-0.2, 12);
    expect(warning?.adjusted).toBeCloseTo(0.1, 12);
    expect(warning?.message).toBe(
      'Resolved: falls by 20.0 points from the first to the last half of the weeks, yet with the mix of surfaces held it rises by 10.0 points. The mix changed; look at each surface.',
    );
    expect(report.summary.some(({ metric }) => metric === 'outcome.resolved')).toBe(true);
  });

  it('says what to do where nothing is counted, and what is wrong with weeks', async () => {
    const { database } = newProject();
    const report = await reportOf(database);
    expect(report).toMatchObject({ weeks: [], openWeek: null, interactions: 0 });
    expect(report.summary).toHaveLength(1);
    expect(await velocityReport(database, { only: {}, now, from: '2026-W60' })).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect(await velocityReport(database, { only: {}, now, from: '2026-W31', to: '2026-W30' })).toMatchObject(
      { error: { code: 'INPUT_INVALID' } },
    );
  });
});

const cellArbitrary: fc.Arbitrary<CountedCell> = fc
  .record({
    week: fc.constantFrom('2026-W30', '2026-W31', '2026-W33', ''),
    surface: fc.constantFrom('a', 'b', ''),
    model: fc.constantFrom('m', 'n'),
    segment: fc.constantFrom('x', 'y'),
    /** As a cell is whose interactions were all deleted. */
    isEmpty: fc.boolean(),
    yes: fc.nat(30),
    // No signal is known of more interactions than there are.
    no: fc.integer({ min: 27, max: 57 }),
    sold: fc.constantFrom(0, 1, 12.5),
    distances: fc.array(fc.tuple(fc.constantFrom(0, 0.1, 0.5), fc.integer({ min: 1, max: 9 })), {
      maxLength: 3,
    }),
  })
  .map(({ isEmpty, yes, no, sold, distances, week, surface, model, segment }) => ({
    week,
    surface,
    model,
    segment,
    interactions: isEmpty ? 0 : yes + no,
    counts: isEmpty
      ? {}
      : {
          accepted: yesNo(yes, yes + no),
          edit_distance: [...new Map(distances)],
          'outcome.sold': [[sold, yes]],
          'outcome.replied': yesNo(no, yes + no),
          'outcome.replied.pending': [[1, 2]],
        },
  }));

/** No two cells are alike in everything. */
const cellsArbitrary = fc.uniqueArray(cellArbitrary, {
  maxLength: 12,
  selector: ({ week, surface, model, segment }) => [week, surface, model, segment].join('|'),
});

describe('figures of any cells', () => {
  it('add up over weeks and groups, and filters say what groups do', async () => {
    const { database } = newProject();
    const countAnew = (cells: readonly CountedCell[]) => {
      for (const table of ['signal_counts', 'signal_cells', 'signal_weeks'])
        prepare(database, `DELETE FROM ${table}`).run();
      addCountedCells(database, cells);
    };
    await fc.assert(
      fc.asyncProperty(cellsArbitrary, fc.constantFrom('surface', 'model', 'segment'), async (cells, by) => {
        countAnew(cells.toReversed());
        const report = await reportOf(database, { by });
        const acceptance = metricOf(report, 'acceptance');
        const inWeeks = acceptance.weeks.reduce((sum, { n }) => sum + n, 0);
        const timeless = cells.filter(({ week }) => week === '');
        expect(inWeeks + timeless.reduce((sum, { interactions }) => sum + interactions, 0)).toBe(
          acceptance.overall.n,
        );
        expect(acceptance.groups.reduce((sum, { overall }) => sum + (overall.yes ?? 0), 0)).toBe(
          acceptance.overall.yes,
        );
        // Without groups, medians come from counts by week and not from cells.
        const whole = await reportOf(database);
        for (const metric of report.metrics)
          expect(metricOf(whole, metric.id)).toEqual({ ...metric, groups: [] });
        for (const group of acceptance.groups) {
          const only = await reportOf(database, { only: { [by]: group.value } });
          expect(metricOf(only, 'acceptance').overall).toEqual(group.overall);
          const distance = metricOf(report, 'edit_distance').groups.find(
            ({ value }) => value === group.value,
          );
          expect(metricOf(only, 'edit_distance').overall).toEqual(distance?.overall);
        }
        countAnew(cells);
        expect(await reportOf(database, { by })).toEqual(report);
      }),
      { numRuns: 25 },
    );
  });
});
