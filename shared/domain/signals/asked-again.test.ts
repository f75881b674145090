import { describe, expect, it } from 'vitest';
import { isAskedAgain } from './asked-again.ts';

describe('asking again', () => {
  it.each([
    ['the same', 'Where is my parcel?', 'where is my parcel'],
    ['with a word more', 'Where is my parcel?', 'Where is my parcel now?'],
    ['in another order', 'Write a short reply to Ada', 'Write Ada a short reply'],
    ['in a script without spaces', '今日は', '今日は。'],
  ])('is seen: %s', (_, before, after) => {
    expect(isAskedAgain(before, after)).toBe(true);
  });

  it.each([
    ['something else', 'Where is my parcel?', 'How do I return it?'],
    ['nothing', '', ''],
    ['signs alone', '?', '?'],
  ])('is not: %s', (_, before, after) => {
    expect(isAskedAgain(before, after)).toBe(false);
  });
});
