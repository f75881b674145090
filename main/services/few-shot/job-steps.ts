import { setImmediate } from 'node:timers/promises';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { JobContext } from '../job-context.ts';

/** The stages of a job as one progress. */
export interface JobSteps {
  /** Says how many of a stage's interactions are through, and lets others work. False where nobody waits any more. */
  goOn(done: number): Promise<boolean>;
  /** Ends a stage of so many, and says how many the stages to come have. */
  nextStage(size: number, toCome: number): void;
  /** Drives steps to their end. JOB_CANCELLED. */
  run<T>(steps: Generator<number, T>): Promise<Result<T>>;
}

/** How long others wait at most while steps run. */
const sliceMs = 12;

export function createJobSteps(context: JobContext, expected: number): JobSteps {
  let before = 0;
  let total = expected;
  const goOn = async (done: number): Promise<boolean> => {
    const all = before + done;
    context.report({ done: all, total: Math.max(all, total), unit: 'rows', rows: all });
    await setImmediate();
    await context.whenRunning();
    return !context.signal.aborted;
  };
  return {
    goOn,
    nextStage(size, toCome) {
      before += size;
      total = before + toCome;
    },
    async run(steps) {
      let pausedAt = performance.now();
      for (;;) {
        const step = steps.next();
        if (step.done === true) return succeed(step.value);
        if (performance.now() - pausedAt < sliceMs) continue;
        if (!(await goOn(step.value))) return cancelled();
        pausedAt = performance.now();
      }
    },
  };
}

export function cancelled(): Result<never> {
  return fail('JOB_CANCELLED', 'No examples were chosen. Choose again when you like.');
}
