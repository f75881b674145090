import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { placeProblem } from '../spans/span-place.ts';
import { holdsSpans } from './guess-spans.ts';
import { placeSpans } from './place-spans.ts';
import { readSpan } from './read-span.ts';

const output = 'It was a dark 🌧 and stormy night. It was a dark night.';

function place(...items: readonly Json[]) {
  return placeSpans(
    output,
    items.flatMap((item) => readSpan(item) ?? []),
    'ana',
  );
}

function placesOf(...items: readonly Json[]) {
  return place(...items).placed.map(({ start, end, quote }) => [start, end, quote]);
}

describe('placeSpans', () => {
  it('finds the text of LAMP, each time the first place that is not taken', () => {
    const cliche = { originalText: 'a dark', editedText: 'a bleak', categorization: 'Cliche' };
    expect(place(cliche, { ...cliche, editedText: '' }, { ...cliche, editedText: 'x' })).toMatchObject({
      placed: [
        { start: 7, end: 13, quote: 'a dark', added: 'a bleak', category: 'Cliche', annotator: 'ana' },
        { start: 42, end: 48, added: '' },
        // Nowhere else: the same text with another edit is a label of its own.
        { start: 7, end: 13, added: 'x' },
      ],
      unplaced: [],
    });
  });

  it('takes numbers in UTF-16 units or in code points, whichever has the text that is named', () => {
    expect(placesOf({ start: 17, end: 20, text: 'and', category: 'a' })).toEqual([[17, 20, 'and']]);
    expect(placesOf({ start: 16, end: 19, text: 'and', category: 'a' })).toEqual([[17, 20, 'and']]);
    expect(placesOf({ start: 3, end: 6, severity: 'Major' })).toEqual([[3, 6, 'was']]);
    expect(placesOf({ start: 900, end: 906, text: 'stormy', severity: 'minor' })).toEqual([
      [21, 27, 'stormy'],
    ]);
    // Inside of the emoji in units, before it in code points.
    expect(placesOf({ start: 15, end: 16, severity: 'minor' })).toEqual([[16, 17, ' ']]);
  });

  it('reads what Label Studio and MQM write', () => {
    const region = { value: { start: 0, end: 2, text: 'It', labels: ['Subject'] }, type: 'labels' };
    const error = { start: 3, end: 6, category: 'accuracy/omission', severity: 'Critical', confidence: 0.5 };
    const mild = { start: 7, end: 8, category: 'style', severity: 'Neutral', note: 'fine' };
    expect(place(region, error, mild).placed).toMatchObject([
      { quote: 'It', category: 'Subject', severity: null },
      { quote: 'was', category: 'accuracy/omission', severity: 'critical', note: null },
      { quote: 'a', severity: null, note: 'fine; severity Neutral' },
    ]);
  });

  it('does not count up to numbers that are far outside', () => {
    const far = { start: 1, end: 999_999_999_999_999, category: 'a' };
    expect(place(far)).toMatchObject({ placed: [], unplaced: [far] });
  });

  it('ends soon on lists that ask for too much, and loses nothing of them', () => {
    const whole = 'a'.repeat(20_000);
    const spans = Array.from({ length: 20_000 }, (_, index) =>
      readSpan({ text: 'a'.repeat((index % 7) + 1), category: 'x' }),
    ).filter((span) => span !== undefined);
    const start = performance.now();
    const { placed, unplaced } = placeSpans(whole, spans, null);
    expect(placed.length + unplaced.length).toBe(spans.length);
    expect(unplaced.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('gives back what it has no place for, and what says nothing', () => {
    const lost = { originalText: 'not there', categorization: 'Cliche' };
    const mute = { originalText: 'stormy', editedText: 'wet' };
    const twice = { start: 0, end: 2, category: 'b' };
    expect(place(lost, mute, { ...twice, category: 'a' }, twice)).toMatchObject({
      placed: [{ category: 'a' }],
      unplaced: [lost, mute, twice],
    });
  });

  it('quotes the output, never takes a place twice, and loses nothing', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '🌧', ' '), maxLength: 12 });
    const span = fc.record(
      {
        start: fc.nat(4),
        end: fc.nat(6),
        text,
        added: fc.constantFrom('', 'new'),
        category: fc.constantFrom('x', 'y'),
      },
      { requiredKeys: ['category'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(text, fc.array(span), (whole, items) => {
        const spans = items.flatMap((item) => readSpan(item) ?? []);
        const { placed, unplaced } = placeSpans(whole, spans, null);
        expect(placed.length + unplaced.length).toBe(items.length);
        for (const found of placed) {
          expect(placeProblem(whole, found)).toBe(null);
          expect(whole.slice(found.start, found.end)).toBe(found.quote);
        }
        const keys = placed.map(({ start, end, added }) => JSON.stringify([start, end, added]));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('holdsSpans', () => {
  const rows = [
    { output, edits: [{ originalText: 'stormy', editedText: 'wet', categorization: 'Cliche' }] },
    { output, edits: [] },
    { output },
  ];

  it('tells labels on parts of the output by their texts', () => {
    expect(holdsSpans(rows, 'edits', 'output')).toBe(true);
    const other = rows.map((row) => Object.assign({}, row, { output: 'something else' }));
    expect(holdsSpans(other, 'edits', 'output')).toBe(false);
  });

  it.each<[string, Json]>([
    ['nothing but empty lists', []],
    ['options of a question', [{ text: 'Berlin', label: 'A' }]],
    ['messages', [{ role: 'user', content: 'stormy' }]],
    ['spans of a trace', [{ name: 'llm', start: 1, end: 2 }]],
    ['a text', 'stormy'],
  ])('does not take %s for them', (_, value) => {
    expect(holdsSpans([{ output, column: value }], 'column', 'output')).toBe(false);
  });
});
