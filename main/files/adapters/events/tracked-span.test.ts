import { describe, expect, it } from 'vitest';
import { applyChange, fitChange } from './text-delta.ts';
import { moveSpan, trackSpan } from './tracked-span.ts';

/** Follows [red fox] through `[at, deleted, inserted]` changes of "The red fox ran" and returns what it became. */
function follow(changes: readonly (readonly [number, number, string])[], isTyped = true): string {
  let text = 'The red fox ran';
  let span = trackSpan(4, 11);
  for (const [at, deleted, inserted] of changes) {
    const change = fitChange({ at, deleted, inserted }, text.length);
    text = applyChange(text, change);
    span = moveSpan(span, change, isTyped);
  }
  return text.slice(span.start, span.end);
}

function typed(at: number, text: string): (readonly [number, number, string])[] {
  return text.split('').map((letter, index) => [at + index, 0, letter] as const);
}

describe('moveSpan', () => {
  it.each<[string, readonly (readonly [number, number, string])[], string]>([
    ['moves along with text before it', [[0, 3, 'Yesterday a']], 'red fox'],
    ['grows by what is typed inside', typed(8, 'old '), 'red old fox'],
    ['leaves out what is typed right before it', typed(4, 'big '), 'red fox'],
    ['leaves out what is typed right after it', typed(11, 'es'), 'red fox'],
    ['shrinks by a cut that starts before it', [[0, 8, '']], 'fox'],
    ['shrinks by a cut that ends after it', [[7, 8, '']], 'red'],
    ['takes a replaced end', [[8, 3, ''], ...typed(8, 'cat')], 'red cat'],
    [
      'takes the rest of the word that replaces the end',
      [[8, 3, ''], ...typed(8, 'squirrel and more')],
      'red squirrel',
    ],
    ['takes no sentence in place of one character', [[10, 1, ''], ...typed(10, '. Then it')], 'red fo.'],
    ['takes a replaced start', [[4, 3, ''], ...typed(4, 'blue')], 'blue fox'],
    ['takes one replacement of its start', [[4, 3, 'blue']], 'blue fox'],
    ['takes one replacement of its end', [[8, 3, 'cat']], 'red cat'],
    ['forgets a cut when typing goes on elsewhere', [[8, 3, ''], [0, 0, 'x'], ...typed(9, 'cat')], 'red '],
    ['is gone once all of it is deleted', [[4, 7, ''], ...typed(4, 'new')], ''],
    ['is gone when all of it is replaced at once', [[3, 9, 'new']], ''],
  ])('%s', (_, changes, left) => {
    expect(follow(changes)).toBe(left);
  });

  it('takes nothing at its end that a program inserted', () => {
    expect(
      follow(
        [
          [8, 3, ''],
          [8, 0, 'cat'],
        ],
        false,
      ),
    ).toBe('red ');
  });
});
