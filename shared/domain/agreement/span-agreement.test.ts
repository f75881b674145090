import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpanTally, type Span, spansOf } from './span-agreement.ts';

function agreementOf(first: readonly Span[], second: readonly Span[], times = 1) {
  const tally = createSpanTally();
  tally.add(first, second, times);
  return tally.finish();
}

const span = (name: string, start: number, end: number): Span => ({ name, start, end });

const toSpans = (given: readonly { name: string; start: number; length: number }[]) =>
  given.map(({ name, start, length }) => span(name, start, start + length));

describe('createSpanTally', () => {
  it.each([
    ['equal spans', [span('a', 0, 5)], [span('a', 0, 5)], 1, 1],
    ['other ends', [span('a', 0, 5)], [span('a', 2, 9)], 0, 1],
    ['other names', [span('a', 0, 5)], [span('b', 0, 5)], 0, 0],
    ['spans that touch', [span('a', 0, 5)], [span('a', 5, 9)], 0, 0],
    ['nothing beside something', [span('a', 0, 5)], [], 0, 0],
    ['one of two', [span('a', 0, 5), span('a', 8, 9)], [span('a', 0, 5)], 2 / 3, 2 / 3],
    ['one long beside two short', [span('a', 0, 9)], [span('a', 1, 2), span('a', 4, 6)], 0, 1],
    ['the same marked twice', [span('a', 0, 5), span('a', 0, 5)], [span('a', 0, 5)], 2 / 3, 1],
    ['empty spans', [span('a', 3, 3)], [span('a', 3, 3)], 1, 1],
  ])('%s', (_, first, second, exact, overlapping) => {
    expect(agreementOf(first, second)).toEqual({ exact, overlapping });
  });

  it('has no value where nobody marked anything', () => {
    expect(agreementOf([], [])).toEqual({ exact: null, overlapping: null });
  });

  it('is symmetric, bounded, and exact matches overlap', () => {
    const spans = fc.array(
      fc.record({
        name: fc.constantFrom('a', 'b'),
        start: fc.nat(9),
        length: fc.integer({ min: 1, max: 5 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const forth = agreementOf(toSpans(one), toSpans(other));
        expect(agreementOf(toSpans(other), toSpans(one), 3)).toEqual({
          exact: forth.exact === null ? null : (expect.closeTo(forth.exact, 9) as number),
          overlapping: forth.overlapping === null ? null : (expect.closeTo(forth.overlapping, 9) as number),
        });
        const { exact, overlapping } = forth;
        if (exact === null || overlapping === null) return;
        expect(exact).toBeGreaterThanOrEqual(0);
        expect(exact).toBeLessThanOrEqual(overlapping);
        expect(overlapping).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('spansOf', () => {
  it.each([
    ['PERSON[0:15]', [span('PERSON', 0, 15)]],
    [
      ['a[1:2]', 'b [c][3:4]'],
      [span('a', 1, 2), span('b [c]', 3, 4)],
    ],
    ['PERSON', null],
    [['a[1:2]', 'b'], null],
    ['a[1:x]', null],
    [3, null],
  ])('reads %j', (value, spans) => {
    expect(spansOf(value)).toEqual(spans);
  });
});
