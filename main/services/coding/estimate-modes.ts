import type { ModeEstimate, ModeEstimates } from '../../../shared/contract/estimate-operations.ts';
import { type Stratum, stratifiedShare } from '../../../shared/domain/statistics/stratified-share.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { listModesInUse } from '../../db/tables/reviewed.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { isRandomSample } from './is-random-sample.ts';
import { reviewedInteractions } from './reviewed-modes.ts';
import { type Strata, strataOf } from './strata-of.ts';

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
  const strata = yield* strataOf(database);
  const { stratumOf, sizes } = isRandom ? oneOf(strata) : strata;
  const of = sizes.reduce((total, size) => total + size, 0);
  const looked = tally(reviewed, sizes.length, stratumOf);
  const strataWith = (found: readonly number[]): Stratum[] =>
    sizes.map((size, index) => ({ size, reviewed: looked[index] ?? 0, found: found[index] ?? 0 }));
  return {
    reviewed: reviewed.length,
    of,
    isRandom,
    coveredShare: stratifiedShare(strataWith([])).coveredShare,
    strata: sizes.length,
    modes: listModesInUse(database).map(({ seq, id, name }): ModeEstimate => {
      const having = reviewed.filter(({ modes }) => modes.has(seq));
      const { share, low, high, effectiveSample } = stratifiedShare(
        strataWith(tally(having, sizes.length, stratumOf)),
      );
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

/** Everything as one stratum. */
function oneOf({ stratumOf, sizes }: Strata): Strata {
  return {
    stratumOf: stratumOf.map((stratum) => Math.min(stratum, 0)),
    sizes: [sizes.reduce((total, size) => total + size, 0)],
  };
}

function tally(rows: readonly { readonly seq: number }[], count: number, stratumOf: Int32Array): number[] {
  const counts = Array.from({ length: count }, () => 0);
  for (const { seq } of rows) {
    const stratum = stratumOf[seq] ?? -1;
    if (stratum >= 0) counts[stratum] = (counts[stratum] ?? 0) + 1;
  }
  return counts;
}
