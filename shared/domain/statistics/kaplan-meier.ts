/** The standard normal quantile of a 95 % interval. */
const z = 1.959963984540054;

/** What happened to those who were followed for so long: the event came, or nobody looked further. */
export interface FollowedCount {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/** The share to whom the event came by a time, with its 95 % interval. */
export interface CameBy {
  readonly time: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Followed until just before that time, without the event. */
  readonly atRisk: number;
}

/**
 * The estimate of how many an event comes to within a time, where some were not followed as long: a step at each time of an
 * event, in order. Those whose following ended at the very time of an event were still at risk of it. The interval is
 * Greenwood's variance on the scale of log(-log), so that it stays between 0 and 1; where it came to all that were left, the
 * step before tells how sure that is.
 *
 * Sources: E. L. Kaplan, P. Meier (1958), "Nonparametric estimation from incomplete observations", JASA 53, 457-481;
 * J. D. Kalbfleisch, R. L. Prentice (1980), The Statistical Analysis of Failure Time Data, on the log(-log) interval.
 */
export function kaplanMeier(followed: readonly FollowedCount[]): CameBy[] {
  let atRisk = followed.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let without = 1;
  let variance = 0;
  let bounds = { low: 0, high: 0 };
  const steps: CameBy[] = [];
  for (const { time, events, censored } of followed.toSorted((a, b) => a.time - b.time)) {
    if (events > 0) {
      without *= 1 - events / atRisk;
      variance += events / (atRisk * (atRisk - events));
      bounds = without > 0 ? logLogBounds(without, variance) : { low: bounds.low, high: 1 };
      steps.push({ time, share: 1 - without, ...bounds, atRisk });
    }
    atRisk -= events + censored;
  }
  return steps;
}

function logLogBounds(without: number, variance: number): { low: number; high: number } {
  const reach = Math.exp((z * Math.sqrt(variance)) / Math.abs(Math.log(without)));
  return { low: 1 - without ** (1 / reach), high: 1 - without ** reach };
}

/** The first time by which it came to so many; null where it does to fewer. */
export function timeOfShare(steps: readonly CameBy[], share: number): number | null {
  // Rounding must not move a step of exactly that share to the next one.
  return steps.find((step) => step.share >= share - 1e-12)?.time ?? null;
}
