import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutCommonEnds } from '../diff/common-ends.ts';
import { editMetrics } from './edit-metrics.ts';
import { editRates } from './edit-rates.ts';

const word = fc.constantFrom(
  'a',
  'the',
  'order',
  "isn't",
  '3.14',
  '—',
  '漢字',
  'สวัสดี',
  'é',
  '👩‍👧',
  '_',
  '\n',
  '',
);
const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));
const pair = fc
  .tuple(words, words, words, words)
  .map(([start, a, b, end]) => [`${start} ${a} ${end}`, `${start} ${b} ${end}`] as const);

describe('editRates', () => {
  it('are those of the full metrics, though only what lies between common ends is compared', () => {
    fc.assert(
      fc.property(fc.oneof(pair, fc.tuple(words, words)), ([output, edit]) => {
        expect(editMetrics(output, edit)).toMatchObject({ ...editRates(output, edit) });
      }),
      { numRuns: 3000 },
    );
  });

  it('say nothing of a share where there are no words', () => {
    expect(editRates('…', '')).toMatchObject({ shareKept: null, wordEditRate: null, lengthChange: -1 });
  });
});

describe('cutCommonEnds', () => {
  it('leaves what gives both texts together with their ends', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { middleA, middleB, start, end } = cutCommonEnds(a, b);
        expect(a.slice(0, start) + middleA + a.slice(a.length - end)).toBe(a);
        expect(b.slice(0, start) + middleB + b.slice(b.length - end)).toBe(b);
        expect(a.slice(0, start)).toBe(b.slice(0, start));
        expect(a.slice(a.length - end)).toBe(b.slice(b.length - end));
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts at words only', () => {
    expect(cutCommonEnds('We ship it on Monday morning.', 'We ship it on Friday morning.')).toEqual({
      middleA: 'on Monday ',
      middleB: 'on Friday ',
      start: 11,
      end: 8,
    });
  });
});
