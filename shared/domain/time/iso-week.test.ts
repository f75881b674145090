import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMondayInZone, mondayOf, weekDay, weekName } from './iso-week.ts';

const nameAt = (iso: string, zone = 'UTC') => weekName(mondayOf(Date.parse(iso), zone));

describe('ISO weeks', () => {
  it.each([
    ['2026-09-28T00:00:00Z', '2026-W40'],
    ['2026-10-04T23:59:59Z', '2026-W40'],
    ['2026-10-05T00:00:00Z', '2026-W41'],
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['2024-12-30T12:00:00Z', '2025-W01'],
    ['1970-01-01T00:00:00Z', '1970-W01'],
    ['1969-12-28T12:00:00Z', '1969-W52'],
  ])('%s is in %s', (iso, name) => {
    expect(nameAt(iso)).toBe(name);
  });

  it('begins at midnight of the time zone', () => {
    expect(nameAt('2026-10-04T23:30:00Z', 'Europe/Berlin')).toBe('2026-W41');
    expect(nameAt('2026-10-05T03:00:00Z', 'America/New_York')).toBe('2026-W40');
  });

  it('goes from Mondays to names and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 20_000 }), (weeks) => {
        const monday = weeks * 7 + 4;
        expect(weekDay(weekName(monday))).toBe(monday);
        expect(createMondayInZone('UTC')((monday + 6) * 86_400_000)).toBe(monday);
      }),
    );
  });

  it.each(['2026-W54', '2025-W53', '2026-W00', 'W40'])('%s is no week', (name) => {
    expect(weekDay(name)).toBe(null);
  });
});
