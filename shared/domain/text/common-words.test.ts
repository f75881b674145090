import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommonWordsIndex } from './common-words.ts';

const thirteen = 'One two, three four five six seven eight nine ten eleven twelve thirteen';

describe('createCommonWordsIndex', () => {
  it('finds so many words in a row, whatever their case and what is between them, with the line', () => {
    const index = createCommonWordsIndex(13);
    index.add('something else that is long enough to be looked for', 1);
    index.add(`Before: ${thirteen}. After`, 7);
    expect(
      index.find(`well ONE-TWO three\nfour five six seven eight nine ten eleven twelve "thirteen" yes`),
    ).toEqual({
      words: 'one two three four five six seven eight nine ten eleven twelve thirteen',
      line: 7,
    });
    expect(index.find(thirteen.replace('six', 'sixty'))).toBeNull();
    expect(index.find(`${thirteen}s`)).toBeNull();
    expect(index.texts()).toBe(2);
  });

  it('finds a shorter text where it is the whole text, and not what has less than five words', () => {
    const index = createCommonWordsIndex(13);
    index.add('What is two plus two?', 3);
    index.add('Yes, it is', 4);
    expect(index.find('what is two plus two')).toEqual({ words: 'what is two plus two', line: 3 });
    expect(index.find('what is two plus two more')).toBeNull();
    expect(index.find('And what is two plus two')).toBeNull();
    expect(index.find('Yes, it is')).toBeNull();
    expect(index.texts()).toBe(1);
  });

  it('takes letters of scripts without spaces for words', () => {
    const index = createCommonWordsIndex(5);
    index.add('今天天气很好啊', 1);
    expect(index.find('我说天气很好啊！')).toEqual({ words: '天 气 很 好 啊', line: 1 });
  });

  it('finds the same as comparing all with all', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'ab'), { maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 8 }),
        text,
        fc.integer({ min: 5, max: 7 }),
        (texts, sought, inARow) => {
          const index = createCommonWordsIndex(inARow);
          for (const [line, added] of texts.entries()) index.add(added, line);
          expect(index.find(sought) !== null).toBe(
            texts.some((added) => haveInCommon(added, sought, inARow)),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function haveInCommon(a: string, b: string, inARow: number): boolean {
  const [ofA, ofB] = [runsOf(a, inARow), runsOf(b, inARow)];
  return ofA.some((run) => ofB.includes(run));
}

/** The whole text where it is shorter; marked, since it counts only where both are. */
function runsOf(text: string, inARow: number): string[] {
  const words = text === '' ? [] : text.split(' ');
  if (words.length < 5) return [];
  if (words.length < inARow) return [`whole: ${text}`];
  return Array.from({ length: words.length - inARow + 1 }, (_, at) => words.slice(at, at + inARow).join(' '));
}
