import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, timeOfShare } from './kaplan-meier.ts';

/**
 * Weeks of remission of 21 leukaemia patients under 6-mercaptopurine: E. J. Freireich et al. (1963), Blood 21, 699-716, as
 * in D. G. Kleinbaum, M. Klein, Survival Analysis, table 2.1. Estimates and intervals: R’s
 * survfit(Surv(weeks, relapse) ~ 1, conf.type = "log-log").
 */
const relapses = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const leftBefore = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const remission = [
  ...relapses.map((time) => ({ time, events: 1, censored: 0 })),
  ...leftBefore.map((time) => ({ time, events: 0, censored: 1 })),
];
const published = [
  { time: 6, atRisk: 21, without: 0.857, low: 0.62, high: 0.952 },
  { time: 7, atRisk: 17, without: 0.807, low: 0.563, high: 0.923 },
  { time: 10, atRisk: 15, without: 0.753, low: 0.503, high: 0.889 },
  { time: 13, atRisk: 12, without: 0.69, low: 0.432, high: 0.849 },
  { time: 16, atRisk: 11, without: 0.627, low: 0.368, high: 0.805 },
  { time: 22, atRisk: 7, without: 0.538, low: 0.268, high: 0.747 },
  { time: 23, atRisk: 6, without: 0.448, low: 0.188, high: 0.68 },
];

function merged(counts: typeof remission): typeof remission {
  return [...Map.groupBy(counts, ({ time }) => time)].map(([time, of]) => ({
    time,
    events: of.reduce((sum, { events }) => sum + events, 0),
    censored: of.reduce((sum, { censored }) => sum + censored, 0),
  }));
}

describe('the share to whom an event came', () => {
  it('is that of a published example, with its intervals', () => {
    const steps = kaplanMeier(merged(remission));
    expect(
      steps.map(({ time, share, low, high, atRisk }) => ({
        time,
        atRisk,
        without: Math.round((1 - share) * 1000) / 1000,
        low: Math.round((1 - high) * 1000) / 1000,
        high: Math.round((1 - low) * 1000) / 1000,
      })),
    ).toEqual(published);
    expect(timeOfShare(steps, 0.5)).toBe(23);
    expect(timeOfShare(steps, 0.6)).toBeNull();
  });

  it('is the plain share where everybody was followed to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), fc.nat(30), (times, never) => {
        const counts = merged([
          ...times.map((time) => ({ time, events: 1, censored: 0 })),
          { time: 100, events: 0, censored: never },
        ]);
        for (const { time, share, low, high } of kaplanMeier(counts)) {
          const came = times.filter((one) => one <= time).length;
          expect(share).toBeCloseTo(came / (times.length + never), 9);
          expect(low).toBeLessThanOrEqual(share + 1e-9);
          expect(high).toBeGreaterThanOrEqual(share - 1e-9);
        }
      }),
    );
  });

  it('is more than the share of those who came where many were not followed long', () => {
    const steps = kaplanMeier([
      { time: 1, events: 0, censored: 50 },
      { time: 2, events: 25, censored: 0 },
      { time: 3, events: 0, censored: 25 },
    ]);
    expect(steps).toMatchObject([{ time: 2, share: 0.5, atRisk: 50 }]);
  });
});
