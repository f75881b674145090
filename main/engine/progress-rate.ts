import type { JobProgress } from '../services/job-context.ts';

export interface Rate {
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

/**
 * Speed and time left of a job, smoothed over some seconds so that they can be read.
 * @param startedAt milliseconds, of the same clock as `now`
 */
export function createProgressRate(startedAt: number): (progress: JobProgress, now: number) => Rate {
  let last = { at: startedAt, done: 0, rows: 0 };
  let perSecond: { done: number; rows: number } | null = null;
  return (progress, now) => {
    const seconds = (now - last.at) / 1000;
    if (seconds > 0) {
      const current = {
        done: Math.max(0, progress.done - last.done) / seconds,
        rows: Math.max(0, progress.rows - last.rows) / seconds,
      };
      const weight = perSecond === null ? 1 : 1 - Math.exp(-seconds / smoothingSeconds);
      const before: { done: number; rows: number } = perSecond ?? current;
      perSecond = {
        done: before.done + weight * (current.done - before.done),
        rows: before.rows + weight * (current.rows - before.rows),
      };
      last = { at: now, done: progress.done, rows: progress.rows };
    }
    return {
      rowsPerSecond: perSecond?.rows ?? null,
      secondsLeft:
        perSecond && perSecond.done > 0 && progress.total !== null
          ? Math.max(0, progress.total - progress.done) / perSecond.done
          : null,
    };
  };
}

const smoothingSeconds = 3;
