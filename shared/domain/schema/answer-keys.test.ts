import { describe, expect, it } from 'vitest';
import { answerKeys, chosen } from './answer-keys.ts';
import type { Question } from './label-schema.ts';

const schema: { readonly questions: readonly Question[] } = {
  questions: [
    {
      id: 'verdict',
      name: 'Verdict',
      kind: 'single_choice',
      options: [
        { id: 'good', name: 'Good', key: '1' },
        { id: 'bad', name: 'Bad', key: '3' },
      ],
    },
    { id: 'rating', name: 'Rating', kind: 'scale', key: 'r', min: 1, max: 3 },
    { id: 'kept', name: 'Kept', kind: 'yes_no', key: 'y' },
    { id: 'quiet', name: 'Quiet', kind: 'yes_no' },
    { id: 'note', name: 'Note', kind: 'text', key: 't' },
  ],
};

describe('keys that answer', () => {
  it('takes an option’s own key, else the question’s key and a number, and none where there is no key', () => {
    expect(answerKeys(schema).map(({ keys, name, value }) => [keys, name, value])).toEqual([
      ['1', 'Verdict: Good', 'good'],
      ['3', 'Verdict: Bad', 'bad'],
      ['r 1', 'Rating: 1', 1],
      ['r 2', 'Rating: 2', 2],
      ['r 3', 'Rating: 3', 3],
      ['y 1', 'Kept: Yes', true],
      ['y 2', 'Kept: No', false],
    ]);
  });

  it('takes an answer back that is given again, and keeps several in the schema’s order', () => {
    const [verdict] = schema.questions;
    if (verdict === undefined) throw new Error('no question');
    expect(chosen(verdict, undefined, 'good')).toBe('good');
    expect(chosen(verdict, 'good', 'good')).toBeNull();
    const several = {
      ...verdict,
      kind: 'multiple_choice' as const,
      options: 'options' in verdict ? verdict.options : [],
    };
    expect(chosen(several, ['bad'], 'good')).toEqual(['good', 'bad']);
    expect(chosen(several, ['bad'], 'bad')).toBeNull();
  });
});

describe('the keys of a scale', () => {
  it.each([
    [0, 10, '0 1 2 3 4 5 6 7 8 9 -'],
    [1, 10, '1 2 3 4 5 6 7 8 9 0'],
    [-2, 2, '1 2 3 4 5'],
    [7, 10, '7 8 9 -'],
  ])('from %i to %i are %s', (min, max, places) => {
    const scale: Question = { id: 'rating', name: 'Rating', kind: 'scale', key: 'r', min, max };
    const keys = answerKeys({ questions: [scale] }).map((key) => key.keys);
    expect(keys).toEqual(places.split(' ').map((place) => `r ${place}`));
  });

  it('end before a scale without end', () => {
    const scale: Question = { id: 'rating', name: 'R', kind: 'scale', key: 'r', min: 0, max: 1e9 };
    expect(answerKeys({ questions: [scale] })).toHaveLength(11);
  });
});
