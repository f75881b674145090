import { describe, expect, it } from 'vitest';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { givenAnswers, withoutNames } from './given-answers.ts';
import { resolvable } from './resolvable.ts';

const rating: Question = { id: 'rating', name: 'Rating', kind: 'scale', key: 'r', min: 1, max: 5 };
const topics: Question = {
  id: 'topics',
  name: 'Topics',
  kind: 'multiple_choice',
  options: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
};

describe('resolvable', () => {
  it('has one key for each answer of a question that is answered by choosing one', () => {
    const { keys, valueOf, choiceOf } = resolvable('rating', rating, [2, 4], String);
    expect(keys.map((key) => [key.keys, key.value])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['4', 4],
      ['5', 5],
    ]);
    expect([valueOf(4), choiceOf(4), choiceOf(undefined)]).toEqual([4, 4, undefined]);
  });

  it('offers the answers that were given to any other question, each once', () => {
    const given = [['a', 'b'], ['b'], ['b', 'a']];
    const { question, keys, valueOf, choiceOf } = resolvable('topics', topics, given, String);
    expect(question).toMatchObject({ kind: 'single_choice', name: 'Topics' });
    expect(keys.map((key) => key.keys)).toEqual(['1', '2']);
    expect(valueOf(keys[1]?.value ?? '')).toEqual(['b']);
    expect(choiceOf(['b'])).toBe(keys[1]?.value);
    expect(resolvable('winner', undefined, [1, 2], String).question).toMatchObject({
      name: 'winner',
      options: [
        { id: '1', key: '1' },
        { id: '2', key: '2' },
      ],
    });
  });
});

describe('the answers that were given', () => {
  const names = ['ana', 'bo', 'cy', 'di'];
  const item = (id: string): Pick<Item, 'id' | 'labels'> => ({
    id,
    labels: names.flatMap((annotator) => [
      { annotator, question: 'rating', value: annotator.length, origin: 'app' as const, at: 1 },
      { annotator, question: 'why', value: `as ${annotator} says`, origin: 'app' as const, at: 1 },
    ]),
  });
  const known: Question[] = [rating, { id: 'why', name: 'Why', kind: 'text' }];

  it('come with names and notes', () => {
    expect(givenAnswers(item('x'), 'rating', known, false)).toMatchObject([
      { name: 'ana', value: 3, notes: ['as ana says'] },
      { name: 'bo' },
      { name: 'cy' },
      { name: 'di' },
    ]);
  });

  it('hide names, and the place by which somebody could be known', () => {
    const orders = Array.from({ length: 20 }, (_, id) =>
      givenAnswers(item(String(id)), 'rating', known, true),
    );
    for (const order of orders) {
      expect(order.map(({ name }) => name)).toEqual([
        'Annotator 1',
        'Annotator 2',
        'Annotator 3',
        'Annotator 4',
      ]);
      expect(order.map(({ key }) => key).toSorted()).toEqual(names);
    }
    expect(new Set(orders.map((order) => order.map(({ key }) => key).join())).size).toBeGreaterThan(5);
    expect(givenAnswers(item('1'), 'rating', known, true)).toEqual(orders[1]);
  });

  it('leave no name on the interaction', () => {
    const by = { annotator: 'ana', at: 1 };
    const edit = { id: 'e', text: 't', origin: 'app' as const, at: 1 };
    const named = {
      ...item('x'),
      edits: [
        { ...edit, annotator: 'ana' },
        { ...edit, annotator: null },
      ],
      spans: [by],
      flags: [by],
      resolutions: [by],
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest of the interaction is passed through
    const hidden = withoutNames(named as unknown as Item);
    expect(JSON.stringify(hidden)).not.toContain('ana');
    expect(hidden.edits.map(({ annotator }) => annotator)).toEqual(['name hidden', null]);
  });
});
