import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HybridTime, formatTime, nextTime, parseTime } from './hybrid-clock.ts';

const wallClock = fc.integer({ min: 0, max: 2 ** 47 });
const device = fc.uuid();
const time: fc.Arbitrary<HybridTime> = fc
  .tuple(wallClock, fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constant(0xffff)), device)
  .map(([ms, counter, id]) => ({ ms, counter, device: id }));

describe('hybrid clock', () => {
  it('is monotonic however the wall clock jumps', () => {
    fc.assert(
      fc.property(device, fc.array(wallClock, { minLength: 2 }), (id, clocks) => {
        let last: HybridTime | null = null;
        for (const now of clocks) {
          const next = nextTime(last, now, id);
          if (last && formatTime(next) <= formatTime(last)) return false;
          last = next;
        }
        return true;
      }),
    );
  });

  it('puts an event after every event its device has seen', () => {
    fc.assert(
      fc.property(time, wallClock, device, (seen, now, id) => {
        expect(formatTime(nextTime(seen, now, id)) > formatTime(seen)).toBe(true);
      }),
    );
  });

  it('follows the wall clock where that is ahead, and never runs behind it', () => {
    fc.assert(
      fc.property(time, wallClock, device, (seen, now, id) => {
        const next = nextTime(seen, now, id);
        expect(next.ms).toBeGreaterThanOrEqual(now);
        if (now > seen.ms) expect(next).toEqual({ ms: now, counter: 0, device: id });
      }),
    );
  });

  it('orders as text as it orders by time, counter and device', () => {
    fc.assert(
      fc.property(time, time, (a, b) => {
        const byParts =
          a.ms - b.ms || a.counter - b.counter || (a.device < b.device ? -1 : Number(a.device > b.device));
        const byText = formatTime(a) < formatTime(b) ? -1 : Number(formatTime(a) > formatTime(b));
        expect(Math.sign(byParts)).toBe(byText);
      }),
    );
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(time, (value) => {
        expect(parseTime(formatTime(value))).toEqual(value);
      }),
    );
  });

  it('refuses a text that is no time', () => {
    expect(() => parseTime('2026-01-01')).toThrow('Not a hybrid time');
  });
});
