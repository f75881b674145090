import { expect, it } from 'vitest';
import { createFingerprint } from './fingerprint.ts';

it('gives equal texts one number and different ones another, whatever was asked before', () => {
  const fingerprint = createFingerprint();
  const texts = [
    '',
    '\0',
    '\0\0',
    'a',
    'ab',
    'abc',
    'abcd',
    'abcde',
    'äöü',
    '漢字',
    '😀',
    'x'.repeat(100_000),
  ];
  const numbers = texts.map((text) => fingerprint(text));
  expect(new Set(numbers).size).toBe(texts.length);
  expect(numbers.every((number) => Number.isSafeInteger(number) && number >= 0)).toBe(true);
  expect(texts.toReversed().map((text) => fingerprint(text))).toEqual(numbers.toReversed());
  expect(texts.map(createFingerprint())).toEqual(numbers);
});

it('tells many short texts apart', () => {
  const fingerprint = createFingerprint();
  const numbers = new Set(Array.from({ length: 100_000 }, (_, id) => fingerprint(`row ${id}`)));
  expect(numbers.size).toBe(100_000);
});
