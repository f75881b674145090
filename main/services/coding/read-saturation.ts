import type { Saturation } from '../../../shared/contract/coding-operations.ts';
import { saturationOf, saturationStep } from '../../../shared/domain/coding/saturation.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { reviewedInteractions } from './reviewed-modes.ts';

/** Whether reviewing more still brings new failure modes. JOB_CANCELLED. */
export async function readSaturation(
  database: Database,
  _input: object,
  signal?: AbortSignal,
): Promise<Result<Saturation>> {
  return runInSlices(saturation(database), signal);
}

/** What was imported without a time was reviewed before anything was here. */
function* saturation(database: Database): Generator<void, Saturation> {
  const reviewed = yield* reviewedInteractions(database);
  const inTime = reviewed.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.seq - b.seq);
  const { points, ...rest } = saturationOf(inTime.map(({ modes }) => modes));
  return { ...rest, points: [...points], step: saturationStep };
}
