import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedStretches, type RangeMark } from './text-marks.ts';

function range(start: number, end: number, tone: RangeMark['tone'] = 'plain', number = 1): RangeMark {
  return { start, end, tone, chip: { number, tone, title: '', isCurrent: false } };
}

describe('stretches of a marked text', () => {
  it('are cut where marks begin and end; the gravest shows, and a sign stands behind each end', () => {
    const marks = [range(2, 8, 'minor', 1), range(5, 12, 'critical', 2)];
    const found = markedStretches(marks, 0, 10).map(({ start, end, tone, chips }) => [
      start,
      end,
      tone,
      chips.map(({ number }) => number),
    ]);
    expect(found).toEqual([
      [0, 2, null, []],
      [2, 5, 'minor', []],
      [5, 8, 'critical', [1]],
      [8, 10, 'critical', []],
    ]);
  });

  it('cover the text without gaps, and show every sign once over all parts of it', () => {
    const marks = fc.array(
      fc
        .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
        .map(([start, length]) => range(start, start + length)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 71 }), (ranges, cut) => {
        const parts = [...markedStretches(ranges, 0, cut), ...markedStretches(ranges, cut, 72)];
        expect(parts.map(({ start }) => start)).toEqual([0, ...parts.map(({ end }) => end).slice(0, -1)]);
        expect(parts.at(-1)?.end).toBe(72);
        expect(parts.flatMap(({ chips }) => chips)).toHaveLength(ranges.length);
      }),
    );
  });
});
