import type { ComparedMetric, VelocityInput } from '../../../shared/contract/velocity-operations.ts';
import { commonDifference } from '../../../shared/domain/statistics/mantel-haenszel.ts';
import {
  judgeDifferences,
  medianDifference,
  shareDifference,
} from '../../../shared/domain/velocity/compare-figures.ts';
import {
  type CellDimension,
  cellDimensions,
  dimensionNames,
  valueIn,
} from '../../../shared/domain/velocity/dimensions.ts';
import { type MixStratum, simpsonGuard } from '../../../shared/domain/velocity/simpson-guard.ts';
import type { PartShares } from '../../../shared/domain/velocity/tally.ts';
import { fail, type Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readSignalCells, type SignalCell } from '../../db/tables/signal-cells.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { metricsOf } from './measure-signals.ts';
import { readTally } from './read-tally.ts';
import { velocityFrame } from './velocity-frame.ts';
import { wrongWeek } from './velocity-report.ts';

export interface CompareInput extends Omit<VelocityInput, 'by'> {
  readonly dimension: CellDimension;
  readonly a: string;
  readonly b: string;
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
}

export interface Comparison {
  a: string;
  b: string;
  metrics: ComparedMetric[];
}

/** What differs between the interactions of two values of a dimension. INPUT_INVALID, JOB_CANCELLED. */
export async function compareValues(
  database: Database,
  input: CompareInput,
  signal?: AbortSignal,
): Promise<Result<Comparison>> {
  const { a, b, dimension } = input;
  const wrong = wrongWeek(input);
  if (wrong !== null) return fail('INPUT_INVALID', wrong);
  const all = readSignalCells(database);
  const [one] = dimensionNames[dimension];
  if (a === b) return fail('INPUT_INVALID', `Choose two different values: both are "${a}".`);
  for (const value of [a, b])
    if (!all.some((cell) => valueIn(dimension, cell) === value))
      return fail('INPUT_INVALID', `There is no ${one} "${value}" among the interactions that are counted.`);
  return runInSlices(compare(database, all, input), signal);
}

function* compare(
  database: Database,
  all: readonly SignalCell[],
  input: CompareInput,
): Generator<void, Comparison> {
  const { dimension, a, b } = input;
  const { settings } = readSignalSettings(database);
  const { cells } = velocityFrame(database, all, input);
  const compared = cells.filter((cell) => [a, b].includes(valueIn(dimension, cell)));
  const sides = compared.map((cell) => (valueIn(dimension, cell) === a ? 0 : 1));
  const tally = yield* readTally(database, compared, sides, settings);
  const others = cellDimensions.filter((other) => other !== dimension);
  const measured = metricsOf(tally, settings).flatMap((metric) => {
    const [ofA, ofB] = [tally.figure(metric, [0]), tally.figure(metric, [1])];
    if (metric.kind === 'count' || ofA.n + ofB.n === 0) return [];
    const signal = metric.signal ?? '';
    const difference =
      metric.kind === 'share'
        ? shareDifference(ofA, ofB)
        : medianDifference(tally.values(signal, [0]), tally.values(signal, [1]));
    const shares = metric.kind === 'share' ? tally.shares(signal) : undefined;
    const adjusted =
      shares === undefined ? [] : others.flatMap((other) => adjust(other, compared, sides, shares));
    return [{ metric, a: ofA, b: ofB, difference, better: metric.better, adjusted }];
  });
  const judged = judgeDifferences(measured);
  const metrics = measured.map(
    ({ metric, difference, better, a: ofA, b: ofB, adjusted }, place): ComparedMetric => {
      const { id, name, kind, unit } = metric;
      const { q, verdict } = judged[place] ?? { q: null, verdict: 'unknown' };
      return {
        id,
        name,
        kind,
        unit,
        a: ofA,
        b: ofB,
        adjusted,
        better: better === 'lower' ? 'lower' : 'higher',
        difference: difference === null ? null : { ...difference, q },
        verdict,
      };
    },
  );
  return { a, b, metrics };
}

/** The difference with the mix of another dimension held, by Mantel and Haenszel, where that says something else. */
function adjust(
  other: CellDimension,
  cells: readonly SignalCell[],
  sides: readonly number[],
  { yes, known }: PartShares,
): ComparedMetric['adjusted'] {
  const strata = new Map<string, MixStratum>();
  for (const [place, cell] of cells.entries()) {
    const value = valueIn(other, cell);
    const { first, last } = strata.get(value) ?? { first: none, last: none };
    const plus = (side: number, { yes: before, n }: typeof none) =>
      sides[place] === side
        ? { yes: before + (yes[place] ?? 0), n: n + (known[place] ?? 0) }
        : { yes: before, n };
    strata.set(value, { value, first: plus(0, first), last: plus(1, last) });
  }
  const found = simpsonGuard([...strata.values()]);
  const common = commonDifference(
    [...strata.values()].map(({ first, last }) => ({
      yes: last.yes,
      n: last.n,
      otherYes: first.yes,
      otherN: first.n,
    })),
  );
  if (found === null || common === null) return [];
  const points = `${common.difference > 0 ? '+' : '−'}${(100 * Math.abs(common.difference)).toFixed(1)} points`;
  const [, many] = dimensionNames[other];
  const [low, high] = [common.low, common.high].map((end) => (100 * end).toFixed(1).replace('-', '−'));
  return [
    {
      dimension: other,
      difference: common.difference,
      message: `${meanings[found.kind]} With the mix of ${many} held it is ${points} (${low} to ${high}).`,
    },
  ];
}

const none = { yes: 0, n: 0 };

const meanings = {
  reversed: 'The other way round within.',
  explained: 'Most of it is that the mix differs.',
  hidden: 'The mix hides a difference.',
} as const;
