import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../../shared/domain/schema/check-schema.ts';
import type { ChoiceQuestion, Question, SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import {
  addOption,
  addQuestion,
  changeQuestion,
  moveOption,
  moveQuestion,
  removeQuestion,
  withKind,
} from './edit-draft.ts';
import { idFor } from './question-ids.ts';

const verdict: ChoiceQuestion = {
  id: 'verdict',
  name: 'Verdict',
  kind: 'single_choice',
  options: [
    { id: 'good', name: 'Good' },
    { id: 'bad', name: 'Bad' },
  ],
};
const why: Question = { id: 'why', name: 'Why', kind: 'text', when: { question: 'verdict', is: ['bad'] } };
const draft: SchemaDraft = { name: 'Test', questions: [verdict, why] };

describe('ids', () => {
  it.each([
    ['Wrong tone!', 'wrong_tone'],
    ['Überall – 2', 'uberall_2'],
    ['3 stars', 'stars'],
    ['質問', 'question'],
    ['Constructor', 'question'],
    ['Verdict', 'verdict_2'],
  ])('of %s is %s', (name, id) => {
    expect(idFor(name, new Set(['verdict']), 'question')).toBe(id);
  });
});

describe('changing a draft', () => {
  it('adds questions that can be used at once, with ids that no version had', () => {
    const known = new Set(['new_question']);
    const twice = addQuestion(addQuestion(draft, 0, known), 1, known);
    expect(twice.questions.map(({ id }) => id)).toEqual([
      'verdict',
      'new_question_2',
      'new_question_2_2',
      'why',
    ]);
    expect(checkSchema(addQuestion(draft, 0, known))).toEqual([]);
  });

  it('lets ids follow names until a version has them, and conditions follow ids', () => {
    const bad = { ...verdict, name: 'Quality', options: [verdict.options[0]!, { id: 'bad', name: 'Poor' }] };
    const renamed = changeQuestion(draft, 0, bad, []);
    expect(renamed.questions).toMatchObject([
      { id: 'quality', options: [{ id: 'good' }, { id: 'poor' }] },
      { when: { question: 'quality', is: ['poor'] } },
    ]);
    expect(changeQuestion(draft, 0, bad, [verdict]).questions).toMatchObject([
      { id: 'verdict', options: [{ id: 'good' }, { id: 'bad', name: 'Poor' }] },
      { when: { question: 'verdict', is: ['bad'] } },
    ]);
  });

  it('takes conditions along that nothing can meet any more', () => {
    expect(removeQuestion(draft, 0).questions).toEqual([{ id: 'why', name: 'Why', kind: 'text' }]);
    const scale = changeQuestion(draft, 0, withKind(verdict, 'scale'), []);
    expect(scale.questions[1]).not.toHaveProperty('when');
    expect(changeQuestion(draft, 0, withKind(verdict, 'multiple_choice'), []).questions[1]).toEqual(why);
  });

  it('moves within the ends, and says where a condition comes too early', () => {
    expect(moveQuestion(draft, 0, -1)).toEqual(draft);
    expect(moveQuestion(draft, 1, 1)).toEqual(draft);
    expect(checkSchema(moveQuestion(draft, 1, -1))).toMatchObject([{ place: 0 }]);
    expect(moveOption(verdict, 1, -1).options.map(({ id }) => id)).toEqual(['bad', 'good']);
  });

  it('adds choices of names and ids of their own', () => {
    const more = addOption(addOption(verdict, 1), 2);
    expect(more.options.map(({ id, name }) => [id, name])).toEqual([
      ['good', 'Good'],
      ['bad', 'Bad'],
      ['new_choice', 'New choice'],
      ['new_choice_2', 'New choice 2'],
    ]);
  });
});
