import { describe, expect, it } from 'vitest';
import type { LabelValue, Question } from '../schema/label-schema.ts';
import { createAnswerScale } from './answer-scale.ts';
import { createAnswerTable } from './answer-table.ts';
import { levelOf } from './measurement-level.ts';

const verdict: Question = {
  id: 'verdict',
  name: 'Verdict',
  kind: 'single_choice',
  options: [
    { id: 'good', name: 'Good' },
    { id: 'needs_work', name: 'Needs work' },
    { id: 'bad', name: 'Bad' },
  ],
};
const issues: Question = { ...verdict, id: 'issues', kind: 'multiple_choice' };
const rating: Question = { id: 'rating', name: 'Rating', kind: 'scale', min: 1, max: 5 };
const usable: Question = { id: 'usable', name: 'Usable', kind: 'yes_no' };

const key = (question: Question | null, value: LabelValue) =>
  createAnswerScale(question, 'nominal')(value)?.key;

describe('levelOf', () => {
  it.each([
    ['choices', verdict, 'nominal'],
    ['a short scale', rating, 'ordinal'],
    ['a scale from 0 to 10', { ...rating, min: 0, max: 10 }, 'ordinal'],
    ['a scale from 0 to 100', { ...rating, min: 0, max: 100 }, 'interval'],
    ['a question that the schema does not have', null, 'nominal'],
  ] as const)('takes %s', (_, question, level) => {
    expect(levelOf(question)).toBe(level);
  });
});

describe('createAnswerScale', () => {
  it('knows the forms of one answer', () => {
    expect(key(verdict, 'Needs work')).toBe(key(verdict, 'needs_work'));
    expect(key(issues, ['bad', 'good'])).toBe(key(issues, ['good', 'bad']));
    expect(key(rating, '4')).toBe(key(rating, 4));
    expect(key(usable, 'yes')).toBe(key(usable, true));
    expect(key(null, '1')).toBe(key(null, 1));
    expect(key(null, ['b', 'a'])).toBe(key(null, ['a', 'b']));
  });

  it('names failure modes', () => {
    const question: Question = { id: 'failure_mode', name: 'Failure mode', kind: 'failure_mode' };
    const place = createAnswerScale(question, 'nominal', new Map([['id-1', 'Too long']]));
    expect([place('id-1')?.value, place('Too long')?.key]).toEqual(['Too long', 'Too long']);
  });

  it('places choices in the order of their options, and numbers where they are', () => {
    const ordered = createAnswerScale(verdict, 'ordinal');
    expect(['Good', 'needs_work', 'bad'].map((value) => ordered(value)?.position)).toEqual([0, 1, 2]);
    const numbers = createAnswerScale(null, 'interval');
    expect([3, '2.5', true].map((value) => numbers(value)?.position)).toEqual([3, 2.5, 1]);
  });

  it('has no place for what cannot be ordered', () => {
    expect(createAnswerScale(verdict, 'ordinal')('splendid')).toBeNull();
    expect(createAnswerScale(verdict, 'interval')('good')).toBeNull();
    const numbers = createAnswerScale(null, 'ordinal');
    for (const value of ['', ' ', 'two', 'NaN', 'Infinity', ['1', '2']]) expect(numbers(value)).toBeNull();
  });
});

describe('createAnswerTable', () => {
  it('holds items of two raters or more, and counts what it leaves out', () => {
    const table = createAnswerTable(createAnswerScale(null, 'interval'));
    table.addItem([{ rater: 0, value: 1 }]);
    table.addItem([
      { rater: 0, value: 1 },
      { rater: 2, value: '2' },
      { rater: 3, value: 'constructor' },
    ]);
    expect(table.finish()).toMatchObject({ starts: [0, 2], raters: [0, 2], answers: [0, 1] });
    expect(table.leftOut).toBe(1);
  });
});
