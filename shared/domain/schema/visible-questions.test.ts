import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, LabelValue, Question } from './label-schema.ts';
import { isLastAnswer, openQuestions, visibleQuestions } from './visible-questions.ts';

const verdict: Question = {
  id: 'verdict',
  name: 'Verdict',
  kind: 'single_choice',
  options: [
    { id: 'good', name: 'Good' },
    { id: 'bad', name: 'Bad' },
  ],
};
const kinds: Question = {
  id: 'kinds',
  name: 'Kinds',
  kind: 'multiple_choice',
  options: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
  when: { question: 'verdict', is: ['bad'] },
};
const severe: Question = {
  id: 'severe',
  name: 'Severe',
  kind: 'yes_no',
  when: { question: 'kinds', is: ['b'] },
};
const why: Question = { id: 'why', name: 'Why', kind: 'text', when: { question: 'severe' } };
const note: Question = { id: 'note', name: 'Note', kind: 'text' };
const schema = { questions: [verdict, kinds, severe, why, note] };

function ids(questions: readonly Question[]): string[] {
  return questions.map(({ id }) => id);
}

describe('the questions that are asked', () => {
  it.each<[Record<string, LabelValue>, string[]]>([
    [{}, ['verdict', 'note']],
    [{ verdict: 'good' }, ['verdict', 'note']],
    [{ verdict: 'bad' }, ['verdict', 'kinds', 'note']],
    [{ verdict: 'bad', kinds: ['a'] }, ['verdict', 'kinds', 'note']],
    [{ verdict: 'bad', kinds: ['a', 'b'] }, ['verdict', 'kinds', 'severe', 'note']],
    [{ verdict: 'bad', kinds: ['b'], severe: false }, ['verdict', 'kinds', 'severe', 'why', 'note']],
    [{ verdict: 'good', kinds: ['b'], severe: true }, ['verdict', 'note']],
  ])('for %j are %j', (answers, expected) => {
    expect(ids(visibleQuestions(schema, answers))).toEqual(expected);
  });

  it('are the same questions in the same order, each with its condition asked before it', () => {
    const condition: fc.Arbitrary<Condition> = fc.record({
      question: fc.constantFrom('q0', 'q1', 'q2', 'q3', 'constructor'),
      is: fc.constantFrom(['x'], [1], [true]),
    });
    const answer = fc.constantFrom<LabelValue>('x', 'y', 1, true, ['x', 'y']);
    fc.assert(
      fc.property(
        fc.array(fc.option(condition, { nil: undefined }), { maxLength: 5 }),
        fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4'), answer),
        (conditions, answers) => {
          const questions = conditions.map((when, index): Question => {
            const question: Question = { id: `q${index}`, name: 'Q', kind: 'text' };
            return when === undefined ? question : { ...question, when };
          });
          const shown = visibleQuestions({ questions }, answers);
          expect(shown).toEqual(questions.filter((question) => shown.includes(question)));
          for (const [index, { when }] of shown.entries())
            if (when !== undefined) expect(ids(shown.slice(0, index))).toContain(when.question);
          for (const question of questions)
            if (question.when === undefined) expect(shown).toContain(question);
        },
      ),
    );
  });
});

describe('the last answer', () => {
  it('is the verdict where nothing follows from it', () => {
    expect(isLastAnswer(schema, verdict, { verdict: 'good' })).toBe(true);
    expect(isLastAnswer(schema, verdict, { verdict: 'bad' })).toBe(false);
    expect(isLastAnswer(schema, verdict, {})).toBe(false);
  });

  it('is the one behind which no required one is left', () => {
    const required = { questions: [verdict, kinds, severe, { ...note, required: true }] };
    expect(ids(openQuestions(required, { verdict: 'good' }))).toEqual(['note']);
    expect(isLastAnswer(required, verdict, { verdict: 'good' })).toBe(false);
    const last = required.questions[3] ?? note;
    expect(isLastAnswer(required, last, { note: 'x' })).toBe(false);
    expect(isLastAnswer(required, last, { verdict: 'good', note: 'x' })).toBe(true);
    expect(isLastAnswer(required, last, { verdict: 'bad', note: 'x' })).toBe(true);
  });

  it('is none that something unanswered follows from', () => {
    const asked = { questions: [verdict, { ...kinds, required: true }, severe, note] };
    expect(ids(openQuestions(asked, { verdict: 'bad' }))).toEqual(['kinds']);
    expect(isLastAnswer(asked, verdict, { verdict: 'bad', kinds: ['a'] })).toBe(true);
  });

  it('is never one of several choices, nor one that nobody has to give', () => {
    const several = { questions: [verdict, { ...kinds, required: true }] };
    expect(isLastAnswer(several, several.questions[1] ?? kinds, { verdict: 'bad', kinds: ['a'] })).toBe(
      false,
    );
    expect(isLastAnswer(schema, note, { verdict: 'good', note: 'x' })).toBe(false);
  });
});
