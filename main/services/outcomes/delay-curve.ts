import type { DelayPoint } from '../../../shared/contract/outcome-operations.ts';
import type { CameBy } from '../../../shared/domain/statistics/kaplan-meier.ts';

/** Distances between points, in days; the first of them that takes no more points than fit is used. */
const distances = [1 / 24, 0.25, 1, 2, 7, 14, 30, 91, 365] as const;
const mostPoints = 32;

/**
 * The curve of how many an outcome has come to, at times that are easily said.
 * @param until days; null for until the last one came
 */
export function delayCurve(steps: readonly CameBy[], until: number | null): DelayPoint[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const end = until ?? last.time;
  const distance = distances.find((one) => end / one <= mostPoints) ?? end / mostPoints;
  const points: DelayPoint[] = [];
  let next = 0;
  let reached: DelayPoint = { days: 0, share: 0, low: 0, high: 0, atRisk: steps[0]?.atRisk ?? 0 };
  for (let index = 0; index <= Math.ceil(end / distance); index += 1) {
    const days = Math.min(index * distance, end);
    for (let step = steps[next]; step !== undefined && step.time <= days; step = steps[++next]) {
      const { share, low, high, atRisk } = step;
      reached = { days, share, low, high, atRisk };
    }
    points.push({ ...reached, days });
  }
  return points;
}
