import { describe, expect, it } from 'vitest';
import { createDayInZone } from './day-in-zone.ts';

describe('createDayInZone', () => {
  it.each([
    ['UTC', '2026-03-29T00:30:00Z', '2026-03-29'],
    ['America/New_York', '2026-03-29T00:30:00Z', '2026-03-28'],
    ['Asia/Kathmandu', '2026-03-28T18:14:59Z', '2026-03-28'],
    ['Asia/Kathmandu', '2026-03-28T18:15:00Z', '2026-03-29'],
  ])('knows the day in %s at %s', (zone, moment, day) => {
    expect(createDayInZone(zone)(Date.parse(moment))).toBe(day);
  });

  it('keeps no day beyond its end', () => {
    const dayOf = createDayInZone('Europe/Berlin');
    expect(
      ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-28T22:00:00Z'].map((at) =>
        dayOf(Date.parse(at)),
      ),
    ).toEqual(['2026-03-28', '2026-03-29', '2026-03-28']);
  });
});
