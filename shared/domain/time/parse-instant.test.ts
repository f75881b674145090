import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { parseInstant } from './parse-instant.ts';

const noon = Date.UTC(2026, 7, 23, 12, 30, 15);

describe('parseInstant', () => {
  it.each<[Json, number, number | null]>([
    ['2026-08-23T12:30:15Z', noon, 0],
    ['2026-08-23T14:30:15+02:00', noon, 120],
    ['2026-08-23T14:30:15+0200', noon, 120],
    ['2026-08-23 07:30:15.250-05', noon + 250, -300],
    ['2026-08-23T12:30:15.123456789Z', noon + 123, 0],
    ['2026-08-23 12:30:15 UTC', noon, 0],
    ['2026-08-23T12:30:15', noon, null],
    ['2026-08-23', Date.UTC(2026, 7, 23), null],
    ['20260823T123015Z', noon, 0],
    ['20260823', Date.UTC(2026, 7, 23), null],
    ['2026/8/23 12:30:15', noon, null],
    ['8/23/2026 12:30:15', noon, null],
    ['8/23/2026, 12:30:15 PM', noon, null],
    ['23/8/2026 12:30:15', noon, null],
    ['23.08.2026 12:30:15', noon, null],
    ['Sun, 23 Aug 2026 12:30:15 GMT', noon, 0],
    ['23 Aug 2026 14:30:15 +0200', noon, 120],
    ['Aug 23, 2026 12:30:15', noon, null],
    ['August 23rd, 2026', Date.UTC(2026, 7, 23), null],
    ['Sun Aug 23 2026 14:30:15 GMT+0200 (Central European Summer Time)', noon, 120],
    ['Sun Aug 23 12:30:15 2026', noon, null],
    [noon / 1000, noon, null],
    [noon, noon, null],
    [noon * 1000, noon, null],
    [String(noon / 1000), noon, null],
    [`${noon}000000`, noon, null],
    [`${noon / 1000}.5`, noon + 500, null],
  ])('reads %j', (value, ms, offsetMinutes) => {
    expect(parseInstant(value)).toEqual({ ms, offsetMinutes });
  });

  it.each<Json>([
    null,
    '',
    ' ',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-08-23T25:00:00',
    '2026-08-23T12:61:00',
    '2026-08-23T12:00:00+15:00',
    '31/31/2026',
    '13:30',
    '9.53',
    5,
    0,
    1e300,
    true,
    {},
    [noon],
  ])('does not take %j for a time', (value) => {
    expect(parseInstant(value)).toBeUndefined();
  });

  it('reads back every instant it could have been written from, in any offset', () => {
    const times = fc.date({ min: new Date('1975-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    const offsets = fc.integer({ min: -14 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(times, offsets, (time, offsetMinutes) => {
        const local = new Date(time.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(offsetMinutes);
        const hours = String(Math.floor(size / 60)).padStart(2, '0');
        const zone = `${offsetMinutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
        expect(parseInstant(local + zone)).toEqual({ ms: time.getTime(), offsetMinutes });
        expect(parseInstant(time.getTime())).toEqual({ ms: time.getTime(), offsetMinutes: null });
      }),
    );
  });
});
