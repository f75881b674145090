import { setImmediate } from 'node:timers/promises';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';

/** How long other requests wait at most while steps run. */
const sliceMs = 12;

/** Runs steps to their end, pausing for other requests, until nobody waits for it any more. JOB_CANCELLED. */
export async function runInSlices<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<Result<T>> {
  let pausedAt = performance.now();
  for (;;) {
    if (signal?.aborted === true) return fail('JOB_CANCELLED', 'It was cancelled.');
    const step = steps.next();
    if (step.done === true) return succeed(step.value);
    if (performance.now() - pausedAt < sliceMs) continue;
    await setImmediate();
    pausedAt = performance.now();
  }
}
