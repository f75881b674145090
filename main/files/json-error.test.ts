import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError } from './json-error.ts';

describe('findJsonError', () => {
  it.each<[string, number, string]>([
    ['', 0, 'ends too early'],
    ['{"a":1', 6, 'ends too early'],
    ['{"a":"x', 7, 'ends too early'],
    ['{"a":"x\\u12', 11, 'ends too early'],
    ['{"a" 1}', 5, '":" after the key'],
    ['{a:1}', 1, 'a key in double quotes'],
    ['{"a":1,}', 7, 'a key in double quotes'],
    ['[1,]', 3, 'a value'],
    ['[1 2]', 3, '"," or "]"'],
    ['{"a":NaN}', 5, 'a value'],
    ['{"a":"x\ny"}', 7, 'control character'],
    ['{"a":"\\x"}', 6, 'unknown escape'],
    ['{} {}', 3, 'after the end'],
    ['[01]', 2, '"," or "]"'],
  ])('finds the place in %j', (text, at, message) => {
    const error = findJsonError(text);
    expect(error?.at).toBe(at);
    expect(error?.message).toContain(message);
  });

  it('agrees with JSON.parse on what is valid', () => {
    const damaged = fc.tuple(
      fc.json(),
      fc.nat(40),
      fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '0', '-', 'e', '\n', 'x'),
    );
    fc.assert(
      fc.property(damaged, ([json, at, piece]) => {
        const text = json.slice(0, at) + piece + json.slice(at + 1);
        let isValid = true;
        try {
          JSON.parse(text);
        } catch {
          isValid = false;
        }
        expect(findJsonError(text) === undefined).toBe(isValid);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not overflow on deep nesting', () => {
    expect(findJsonError('['.repeat(100_000))?.message).toContain('nested');
  });
});
