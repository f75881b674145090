import { describe, expect, it } from 'vitest';
import { compareSchemas, kindProblems } from './compare-schemas.ts';
import { knownQuestions, retiredQuestions } from './known-questions.ts';
import type { ChoiceQuestion, Question, SchemaDraft } from './label-schema.ts';
import type { SchemaUsage } from './schema-usage.ts';

const verdict: ChoiceQuestion = {
  id: 'verdict',
  name: 'Verdict',
  kind: 'single_choice',
  options: [
    { id: 'good', name: 'Good' },
    { id: 'fair', name: 'Fair' },
    { id: 'bad', name: 'Bad' },
  ],
};
const rating: Question = { id: 'rating', name: 'Rating', kind: 'scale', min: 1, max: 5 };
const note: Question = { id: 'note', name: 'Note', kind: 'text' };

const usage: SchemaUsage = [
  {
    question: 'verdict',
    labels: 12,
    answers: [
      { value: 'good', labels: 11 },
      { value: 'bad', labels: 1 },
    ],
  },
  { question: 'note', labels: 3, answers: [] },
];

function draft(...questions: readonly Question[]): SchemaDraft {
  return { name: 'Test', questions: [...questions] };
}

function changes(before: readonly Question[], after: readonly Question[]) {
  return compareSchemas(draft(...before), draft(...after), usage).map(({ kind, labels, text }) => [
    kind,
    labels,
    text,
  ]);
}

describe('what a new version changes', () => {
  it('is nothing where it is the same', () => {
    expect(changes([verdict, rating, note], [verdict, rating, note])).toEqual([]);
    expect(changes([rating], [{ ...rating, required: false }])).toEqual([]);
  });

  it('counts the labels of what is no longer asked or no longer an answer', () => {
    const [good, , bad] = verdict.options;
    if (good === undefined || bad === undefined) throw new Error('no options');
    expect(changes([verdict, note], [{ ...verdict, options: [good, { id: 'poor', name: 'Poor' }] }])).toEqual(
      [
        ['question_removed', 3, '“Note” is no longer asked. Its 3 labels stay.'],
        ['choice_removed', 0, '“Fair” is no longer an answer to “Verdict”.'],
        ['choice_removed', 1, '“Bad” is no longer an answer to “Verdict”. Its 1 label stays.'],
        ['choice_added', 0, '“Poor” is a new answer to “Verdict”.'],
      ],
    );
  });

  it('says names, kinds, order and all the rest', () => {
    const [good, fair, bad] = verdict.options;
    if (good === undefined || fair === undefined || bad === undefined) throw new Error('no options');
    const changed: Question = {
      ...verdict,
      name: 'Quality',
      kind: 'multiple_choice',
      help: 'How good.',
      required: true,
      options: [good, { ...fair, name: 'So-so' }, { ...bad, key: 'b' }],
    };
    expect(changes([verdict, rating], [rating, changed])).toEqual([
      ['question_renamed', 0, '“Verdict” is now called “Quality”.'],
      ['kind_changed', 12, '“Quality” is now answered by multiple choice.'],
      ['choice_renamed', 0, '“Fair” of “Quality” is now called “So-so”.'],
      ['question_changed', 0, '“Quality” has other help, keys, rules of when it must be answered.'],
      ['reordered', 0, 'The questions have another order.'],
    ]);
    expect(changes([], [note, rating])).toEqual([
      ['question_added', 0, '“Note” is asked, and 3 labels are there already.'],
      ['question_added', 0, '“Rating” is new.'],
    ]);
  });
});

describe('the kind of a question', () => {
  it('stays where it has labels, except that one choice may become several', () => {
    const scale: Question = { ...rating, id: 'verdict', name: 'Verdict' };
    expect(kindProblems([verdict], draft(scale), usage)).toMatchObject([{ place: 0 }]);
    expect(kindProblems([verdict], draft({ ...verdict, kind: 'multiple_choice' }), usage)).toEqual([]);
    expect(kindProblems([rating], draft({ ...note, id: 'rating' }), usage)).toEqual([]);
  });
});

describe('every question that was ever asked', () => {
  it('is known as it was asked last, with the choices that are gone', () => {
    const [good] = verdict.options;
    if (good === undefined) throw new Error('no options');
    const newest = { ...verdict, name: 'Quality', options: [good, { id: 'poor', name: 'Poor' }] };
    const known = knownQuestions([draft(newest), draft(rating, verdict)]);
    expect(known.map(({ name }) => name)).toEqual(['Quality', 'Rating']);
    expect(known[0]).toMatchObject({
      options: [{ id: 'good' }, { id: 'poor' }, { id: 'fair' }, { id: 'bad' }],
    });
    expect(retiredQuestions(known, draft(newest)).map(({ id }) => id)).toEqual(['rating']);
  });
});
