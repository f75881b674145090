import type { ModeEstimate, ModeEstimates } from '../../../shared/contract/estimate-operations.ts';
import { type Stratum, stratifiedShare } from '../../../shared/domain/statistics/stratified-share.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { listModesInUse } from '../../db/tables/reviewed.ts';
import { countEdited } from '../../db/tables/strata.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { isRandomSample } from './is-random-sample.ts';
import { type ReviewedInteraction, reviewedInteractions } from './reviewed-modes.ts';
import { strataOf } from './strata-of.ts';

/** How frequent every failure mode is among all interactions, judged from those that people reviewed. JOB_CANCELLED. */
export async function estimateModes(
  database: Database,
  _input: object,
  signal?: AbortSignal,
): Promise<Result<ModeEstimates>> {
  return runInSlices(estimates(database), signal);
}

function* estimates(database: Database): Generator<void, ModeEstimates> {
  const reviewed = yield* reviewedInteractions(database);
  const isRandom = yield* isRandomSample(
    database,
    reviewed.map(({ seq }) => seq),
  );
  const { strata, sizes } = isRandom
    ? wholeAsOne(database, reviewed.length)
    : yield* strataOfReviewed(database, reviewed);
  const of = [...sizes.values()].reduce((total, size) => total + size, 0);
  const looked = tally(strata);
  const strataWith = (found: ReadonlyMap<number, number>): Stratum[] =>
    Array.from(sizes, ([stratum, size]) => ({
      size,
      reviewed: looked.get(stratum) ?? 0,
      found: found.get(stratum) ?? 0,
    }));
  return {
    reviewed: reviewed.length,
    of,
    isRandom,
    coveredShare: stratifiedShare(strataWith(new Map())).coveredShare,
    strata: sizes.size,
    modes: listModesInUse(database).map(({ seq, id, name }): ModeEstimate => {
      const having = strata.filter((_, index) => reviewed[index]?.modes.has(seq) === true);
      const { share, low, high, effectiveSample } = stratifiedShare(strataWith(tally(having)));
      return {
        id,
        name,
        found: having.length,
        naiveShare: reviewed.length === 0 ? 0 : having.length / reviewed.length,
        share,
        low,
        high,
        effectiveSample: Math.min(effectiveSample, of),
      };
    }),
  };
}

/** The stratum of each reviewed interaction, and how many interactions each stratum has. */
interface ReviewedStrata {
  readonly strata: readonly number[];
  readonly sizes: ReadonlyMap<number, number>;
}

function wholeAsOne(database: Database, reviewed: number): ReviewedStrata {
  return {
    strata: Array.from({ length: reviewed }, () => 0),
    sizes: new Map([[0, countEdited(database).total]]),
  };
}

function* strataOfReviewed(
  database: Database,
  reviewed: readonly ReviewedInteraction[],
): Generator<void, ReviewedStrata> {
  const { of, sizes } = yield* strataOf(database);
  return { strata: of(reviewed.map(({ seq }) => seq)), sizes };
}

function tally(strata: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const stratum of strata) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return counts;
}
