import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../schema/label-schema.ts';
import { createLabelScore } from './label-score.ts';
import { editScore, type Evidence, outcomeScore, qualityOf, ratingScale } from './quality.ts';

function evidence(kind: Evidence['kind'], score: number): Evidence {
  return { kind, name: '', value: '', score };
}

describe('quality of an answer', () => {
  it.each([
    ['nothing', [], null],
    ['an edit', [evidence('edit', editScore)], 0.65],
    ['a good label', [evidence('label', 1)], 0.833],
    ['a bad label', [evidence('label', 0)], 0.167],
    ['an edit with a good outcome', [evidence('edit', editScore), evidence('outcome', 1)], 0.767],
    ['a good label and thumbs down', [evidence('label', 1), evidence('rating', 0)], 0.625],
  ])('is, by %s, what the formula says', (_, given, expected) => {
    const quality = qualityOf(given);
    expect(quality === null ? null : Math.round(quality * 1000) / 1000).toBe(expected);
  });

  it('is between 0 and 1, and never less for better evidence', () => {
    const one = fc.record({
      kind: fc.constantFrom('edit', 'label', 'rating', 'outcome'),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), fc.nat(), (given, at) => {
        const all = given.map(({ kind, score }) => evidence(kind, score));
        const quality = qualityOf(all) ?? -1;
        expect(quality).toBeGreaterThanOrEqual(0);
        expect(quality).toBeLessThanOrEqual(1);
        const better = all.map((item, place) => (place === at % all.length ? evidence(item.kind, 1) : item));
        expect(qualityOf(better)).toBeGreaterThanOrEqual(quality - 1e-12);
      }),
    );
  });

  it.each([
    [1, 5, 4, 0.75],
    [2, 5, 1, 0],
    [0, 1, 1, 1],
    [1, 1, 1, 1],
    [-1, 1, 0, 0.5],
    [0, 10, 7, 0.7],
    [0, 73, 50, 0.5],
  ])('reads ratings from %d to %d: %d is %d', (least, greatest, value, score) => {
    expect(ratingScale(least, greatest)(value)).toBe(score);
  });

  it('takes outcomes as good where they happened, but for those that are named as bad', () => {
    expect(outcomeScore('resolved', 1)).toBe(1);
    expect(outcomeScore('ticket_reopened', 1)).toBe(0);
    expect(outcomeScore('complaint', 0)).toBe(1);
    expect(outcomeScore('minutes_to_reply', 12)).toBeNull();
  });
});

describe('what a label says', () => {
  const choice: Question = {
    id: 'verdict',
    name: 'Verdict',
    kind: 'single_choice',
    options: [
      { id: 'good', name: 'Good', tone: 'positive' },
      { id: 'so_so', name: 'So so', tone: 'caution' },
      { id: 'bad', name: 'Bad', tone: 'negative' },
      { id: 'unsure', name: 'Unsure', tone: 'neutral' },
    ],
  };
  const scale: Question = { id: 'work_left', name: 'Work left', kind: 'scale', min: 1, max: 5 };

  it('is the tone of the answer', () => {
    const score = createLabelScore(choice, false);
    expect(['good', 'So so', 'bad', 'unsure', 'other'].map((value) => score?.(value) ?? null)).toEqual([
      { score: 1, value: 'Good' },
      { score: 0.5, value: 'So so' },
      { score: 0, value: 'Bad' },
      null,
      null,
    ]);
  });

  it('is the place on a scale only where somebody said that more is better', () => {
    expect(createLabelScore(scale, false)).toBeNull();
    expect(createLabelScore(scale, true)?.(4)).toEqual({ score: 0.75, value: '4 of 5' });
    expect(createLabelScore({ id: 'harm', name: 'Harmful', kind: 'yes_no' }, true)).toBeNull();
  });
});
