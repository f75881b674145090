import { describe, expect, it } from 'vitest';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { answerName, matrixAnswers } from './answer-names.ts';

const verdict: Question = {
  id: 'verdict',
  name: 'Verdict',
  kind: 'single_choice',
  options: [
    { id: 'good', name: 'Good' },
    { id: 'bad', name: 'Bad' },
  ],
};

const answersOf = (
  question: Question | undefined,
  cells: readonly (readonly [LabelValue, LabelValue, number])[],
) =>
  matrixAnswers(question, {
    pair: ['a', 'b'],
    cells: cells.map(([first, second, items]) => ({ first, second, items })),
    cells_left_out: 0,
  });

describe('answers of a confusion matrix', () => {
  it('have the names that the question gives them', () => {
    expect(answerName(verdict, 'bad')).toBe('Bad');
    expect(answerName(undefined, ['x', 'y'])).toBe('x, y');
    expect(answerName(undefined, false)).toBe('No');
  });

  it('come in the order of the options, with others behind them', () => {
    const { answers } = answersOf(verdict, [
      ['splendid', 'bad', 9],
      ['good', 'bad', 1],
    ]);
    expect(answers).toEqual(['good', 'bad', 'splendid']);
  });

  it('come as numbers, or the most frequent first', () => {
    expect(
      answersOf(undefined, [
        [10, 9, 5],
        ['2', 10, 1],
      ]).answers,
    ).toEqual(['2', 9, 10]);
    expect(
      answersOf(undefined, [
        ['x', 'y', 1],
        ['y', 'y', 1],
      ]).answers,
    ).toEqual(['y', 'x']);
    expect(
      answersOf(undefined, [
        [false, true, 1],
        [false, false, 3],
      ]).answers,
    ).toEqual([true, false]);
  });

  it('leave the rarest out where there are too many to read', () => {
    const cells = Array.from({ length: 30 }, (_, index) => [index, index, index + 1] as const);
    const { answers, leftOut } = answersOf(undefined, cells);
    expect([answers.length, leftOut, answers[0]]).toEqual([20, 10, 10]);
  });
});
