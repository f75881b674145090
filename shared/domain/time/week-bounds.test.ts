import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mondayOf, weekDay } from './iso-week.ts';
import { dayName, weekBounds } from './week-bounds.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
];

describe('weekBounds', () => {
  it('are midnights of the zone, also where the clocks change in the week', () => {
    const monday = weekDay('2026-W13') ?? 0;
    expect(dayName(monday)).toBe('2026-03-23');
    const { from, to } = weekBounds(monday, 'Europe/Berlin');
    expect(new Date(from).toISOString()).toBe('2026-03-22T23:00:00.000Z');
    expect(new Date(to).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });

  it('hold exactly the moments of the week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2035, 0, 1) }),
        fc.constantFrom(...zones),
        (ms, zone) => {
          const monday = mondayOf(ms, zone);
          const { from, to } = weekBounds(monday, zone);
          expect(from).toBeLessThanOrEqual(ms);
          expect(to).toBeGreaterThan(ms);
          expect(mondayOf(from, zone)).toBe(monday);
          expect(mondayOf(to - 1, zone)).toBe(monday);
          expect(mondayOf(to, zone)).toBe(monday + 7);
        },
      ),
      { numRuns: 60 },
    );
  });
});
