import { describe, expect, it } from 'vitest';
import { checkSchema } from './check-schema.ts';
import type { Question, SchemaDraft } from './label-schema.ts';
import { readSchema } from './read-schema.ts';

const verdict: Question = {
  id: 'verdict',
  name: 'Verdict',
  kind: 'single_choice',
  options: [
    { id: 'good', name: 'Good', key: '1' },
    { id: 'bad', name: 'Bad' },
  ],
};
const rating: Question = { id: 'rating', name: 'Rating', kind: 'scale', key: 'r', min: 1, max: 5 };
const note: Question = { id: 'note', name: 'Note', kind: 'text', key: 't' };

function schema(...questions: readonly Question[]): SchemaDraft {
  return { name: 'Test', questions: [...questions] };
}

function messages(...questions: readonly Question[]): string[] {
  return checkSchema(schema(...questions)).map(({ message }) => message);
}

describe('a schema', () => {
  it('passes with questions, keys and a condition on an earlier question', () => {
    const asked: Question = { ...note, when: { question: 'verdict', is: ['bad'] } };
    expect(messages(verdict, rating, asked)).toEqual([]);
  });

  it.each<[string, readonly Question[], string]>([
    ['no question', [], 'at least one question'],
    ['two of one id', [note, { ...note, name: 'Other', key: 'b' }], 'Two questions have the id "note".'],
    [
      'two of one name',
      [note, { ...note, id: 'other', name: ' note ', key: 'b' }],
      'Two questions are called',
    ],
    ['no name', [{ ...note, name: '  ' }], 'Question 1 needs a name.'],
    ['an id that every object has', [{ ...note, id: 'constructor' }], 'cannot have the id "constructor"'],
    ['one choice', [{ ...verdict, options: [{ id: 'a', name: 'A' }] }], 'needs at least two choices'],
    [
      'two choices of one id',
      [{ ...verdict, options: [...verdict.options, { id: 'bad', name: 'Worse' }] }],
      'have the id "bad"',
    ],
    [
      'two choices of one name',
      [{ ...verdict, options: [...verdict.options, { id: 'worse', name: 'BAD' }] }],
      'are called “bad”',
    ],
    [
      'a choice id with a comma',
      [{ ...verdict, options: [...verdict.options, { id: 'a,b', name: 'C' }] }],
      'The choice id "a,b"',
    ],
    ['a scale that ends before it begins', [{ ...rating, max: 1 }], 'must end above'],
    ['a scale of too many steps', [{ ...rating, max: 12 }], 'more than 11 steps'],
    [
      'a key of the screen',
      [{ ...rating, key: 'J' }],
      'The key "j" of “Rating” belongs to the review screen',
    ],
    ['one key twice', [rating, { ...note, key: 'R' }], 'The key "r" has two meanings: “Rating” and “Note”.'],
    [
      'a key that the first question’s choices have by their place',
      [verdict, { ...note, key: '2' }],
      'The key "2" has two meanings: “Verdict: Bad” and “Note”.',
    ],
    [
      'a condition on a later question',
      [
        { ...note, when: { question: 'verdict' } },
        { ...verdict, key: 'b' },
      ],
      'Move it below',
    ],
    ['a condition on itself', [{ ...note, when: { question: 'note' } }], 'comes after it'],
    ['a condition on nothing', [{ ...note, when: { question: 'tone' } }], 'no question of the schema'],
    [
      'a condition on an answer that is none',
      [verdict, { ...note, when: { question: 'verdict', is: ['awful'] } }],
      'is "awful", which is no answer',
    ],
    [
      'a condition on an answer to a text',
      [note, { ...rating, when: { question: 'note', is: ['x'] } }],
      'no answer',
    ],
    ['a name without end', [{ ...note, name: 'x'.repeat(121) }], 'is too long'],
  ])('says what is wrong with %s', (_, questions, sentence) => {
    expect(messages(...questions).join('\n')).toContain(sentence);
  });

  it('names the question that a problem is in', () => {
    expect(checkSchema(schema(verdict, rating, { ...note, key: 'r' }))).toMatchObject([{ place: 2 }]);
  });
});

describe('a schema in a file', () => {
  it('is read without the version it had elsewhere', () => {
    const read = readSchema(`\uFEFF${JSON.stringify({ ...schema(verdict, note), version: 7, more: 1 })}`);
    expect(read).toEqual({ ok: true, value: schema(verdict, note) });
  });

  it.each([
    ['no JSON', '{', 'holds no JSON'],
    ['no object', '[]', 'no label schema'],
    [
      'another kind',
      JSON.stringify({ name: 'x', questions: [{ ...note, kind: 'drawing' }] }),
      'questions.0.kind',
    ],
    [
      'a key of two signs',
      JSON.stringify({ name: 'x', questions: [{ ...note, key: ' ' }] }),
      'questions.0.key',
    ],
    ['a key twice', JSON.stringify(schema(rating, { ...note, key: 'r' })), 'two meanings'],
  ])('is refused with %s', (_, text, sentence) => {
    const read = readSchema(text);
    expect(read).toMatchObject({ ok: false, error: { code: 'SCHEMA_INVALID' } });
    expect(read.ok ? '' : read.error.message).toContain(sentence);
  });
});
