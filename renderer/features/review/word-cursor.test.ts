import { describe, expect, it } from 'vitest';
import { rangeOf, stepWords, wordAt, type WordStep, wordsOf } from './word-cursor.ts';

const text = 'Dear Ms. Lee, thanks! The order (no. 7) came late.\n漢字です。 Bye.';

function walk(from: number, steps: readonly (readonly [WordStep, boolean])[], of = text): string {
  const words = wordsOf(of);
  let selection = wordAt(words, from);
  for (const [step, isExtending] of steps)
    if (selection !== null) selection = stepWords(words, selection, step, isExtending);
  if (selection === null) return 'none';
  const { start, end } = rangeOf(words, selection);
  return of.slice(start, end);
}

describe('selecting words by keys', () => {
  it('begins with the word at a place and goes from word to word, over signs', () => {
    expect(walk(0, [])).toBe('Dear');
    expect(walk(13, [])).toBe('thanks');
    expect(walk(text.indexOf('order'), [['next', false]])).toBe('no');
    expect(walk(text.indexOf('order'), [['previous', false]])).toBe('The');
    expect(walk(0, [['previous', false]])).toBe('Dear');
    expect(walk(text.length, [['next', false]])).toBe('Bye');
  });

  it('extends in both directions over its other end', () => {
    expect(
      walk(text.indexOf('order'), [
        ['next', true],
        ['next', true],
      ]),
    ).toBe('order (no. 7');
    expect(
      walk(text.indexOf('order'), [
        ['next', true],
        ['previous', true],
        ['previous', true],
      ]),
    ).toBe('The order');
  });

  it('goes by sentences', () => {
    expect(walk(text.indexOf('The'), [['next-sentence', false]])).toBe('漢字');
    expect(walk(text.indexOf('late'), [['previous-sentence', true]])).toBe('The order (no. 7) came late');
    expect(walk(text.indexOf('The'), [['previous-sentence', false]])).not.toBe('The');
  });

  it('takes signs for words where there is nothing else, and finds none in white space', () => {
    expect(walk(0, [['next', false]], '… !')).toBe('!');
    expect(walk(0, [], ' \n')).toBe('none');
  });
});
