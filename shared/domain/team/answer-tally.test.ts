import { describe, expect, it } from 'vitest';
import type { LabelValue, Question } from '../schema/label-schema.ts';
import { createAnswerTally } from './answer-tally.ts';

const verdict: Question = {
  id: 'verdict',
  name: 'Verdict',
  kind: 'single_choice',
  options: [
    { id: 'good', name: 'Good' },
    { id: 'bad', name: 'Bad' },
  ],
};

function tally(question: Question | null, given: readonly (readonly [LabelValue, number, number])[]) {
  const answers = createAnswerTally(question, new Map([['id-1', 'Too long']]));
  for (const [value, own, everyone] of given) answers.add(value, own, everyone);
  return answers.finish();
}

const rows = ({ answers }: ReturnType<typeof tally>) =>
  answers.map(({ name, own, everyone }) => [name, own, everyone]);

describe('createAnswerTally', () => {
  it('lists the answers of the schema in its order, given or not, and others behind them', () => {
    const counted = tally(verdict, [
      ['splendid', 0, 2],
      ['bad', 1, 3],
      ['Bad', 1, 1],
    ]);
    expect(rows(counted)).toEqual([
      ['Good', 0, 0],
      ['Bad', 2, 4],
      ['splendid', 0, 2],
    ]);
  });

  it('counts each choice of several for itself', () => {
    const counted = tally({ ...verdict, kind: 'multiple_choice' }, [
      [['good', 'bad'], 1, 2],
      [['bad'], 0, 5],
    ]);
    expect(rows(counted)).toEqual([
      ['Good', 1, 2],
      ['Bad', 1, 7],
    ]);
  });

  it('takes the forms of one answer as one, and names failure modes', () => {
    expect(
      rows(
        tally({ id: 'u', name: 'U', kind: 'yes_no' }, [
          ['yes', 1, 1],
          [true, 1, 1],
          [false, 0, 1],
        ]),
      ),
    ).toEqual([
      ['Yes', 2, 2],
      ['No', 0, 1],
    ]);
    expect(
      rows(
        tally({ id: 'f', name: 'F', kind: 'failure_mode' }, [
          ['id-1', 1, 1],
          ['Too long', 0, 1],
        ]),
      ),
    ).toEqual([['Too long', 1, 2]]);
  });

  it('puts numbers in their order, and the most frequent other answers first', () => {
    expect(
      rows(
        tally(null, [
          [10, 1, 1],
          [9, 1, 5],
          ['2', 0, 1],
        ]),
      ).map(([name]) => name),
    ).toEqual(['2', '9', '10']);
    expect(
      rows(
        tally(null, [
          ['a', 1, 1],
          ['b', 1, 5],
        ]),
      ).map(([name]) => name),
    ).toEqual(['b', 'a']);
  });

  it('leaves out what is rare among many, and says how many', () => {
    const many = Array.from({ length: 30 }, (_, index): [LabelValue, number, number] => [
      `answer ${index}`,
      0,
      index,
    ]);
    const counted = tally(null, many);
    expect(counted.answersLeftOut).toBe(18);
    expect(counted.answers[0]).toMatchObject({ name: 'answer 29' });
  });
});
