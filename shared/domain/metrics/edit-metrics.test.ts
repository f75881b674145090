import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editMetrics } from './edit-metrics.ts';
import { wordDistance } from './word-distance.ts';

describe('editMetrics', () => {
  it('counts what was kept and what was edited', () => {
    expect(editMetrics('The quick brown fox jumps.', 'The slow brown fox jumped high.')).toEqual({
      outputWords: 5,
      editWords: 6,
      keptWords: 3,
      shareKept: 3 / 5,
      wordEdits: 3,
      wordEditRate: 3 / 6,
      // quick to slow 5, s to ed 2, " high" 5.
      charEdits: 12,
      charSimilarity: 1 - 12 / 31,
      changes: 2,
      lengthChange: 5,
      extent: 'words',
      numbersTouched: false,
      urlsTouched: false,
      movedBlocks: 0,
      coarse: false,
    });
  });

  it.each([
    ['same', 'same', 'none'],
    ['one  two\n', 'one two', 'whitespace'],
    ['one two', 'One  two', 'case'],
    ['a **bold** word', 'a bold word', 'markup'],
    ['<b>bold</b> word', 'bold word', 'markup'],
    ['- one\n- two', '* one\n* two', 'markup'],
    ['Yes, we can', 'Yes – we can!', 'punctuation'],
    ['Yes, we can', 'Yes, we could', 'words'],
    ['x > 1', 'x < 1', 'punctuation'],
  ])('the extent of %j to %j is %s', (output, edit, extent) => {
    expect(editMetrics(output, edit).extent).toBe(extent);
    expect(editMetrics(edit, output).extent).toBe(extent);
  });

  it.each([
    ['In 2024 we sold 1,000.', 'In 2024, we sold 1,000!', false],
    ['In 2024 we sold 1,000.', 'We sold 1,000 in 2024.', false],
    ['In 2024 we sold 1,000.', 'In 2024 we sold 1,100.', true],
    ['no number', 'the number 7', true],
  ])('%j to %j: numbers touched is %s', (output, edit, touched) => {
    expect(editMetrics(output, edit).numbersTouched).toBe(touched);
  });

  it.each([
    ['See https://a.org/x.', 'See (https://a.org/x)!', false],
    ['See https://a.org/x.', 'See https://a.org/y.', true],
    ['See it.', 'See www.a.org.', true],
  ])('%j to %j: addresses touched is %s', (output, edit, touched) => {
    expect(editMetrics(output, edit).urlsTouched).toBe(touched);
  });

  it('finds a block that was moved', () => {
    const output = 'First we say hello. Then comes the long part about everything else there is. Bye.';
    const edit = 'Then comes the long part about everything else there is. First we say hello. Bye.';
    expect(editMetrics(output, edit).movedBlocks).toBe(1);
    expect(editMetrics(output, output.replace('hello', 'hi')).movedBlocks).toBe(0);
  });

  it('has no rates where there are no words to divide by', () => {
    expect(editMetrics('', '')).toMatchObject({ shareKept: null, wordEditRate: null, charSimilarity: 1 });
    expect(editMetrics('gone', '')).toMatchObject({ shareKept: 0, wordEditRate: null, charSimilarity: 0 });
    expect(editMetrics('', 'new')).toMatchObject({ shareKept: null, wordEditRate: 1, charSimilarity: 0 });
  });

  it('counts ideographs and letters of any script as words', () => {
    expect(editMetrics('東京は大きい', 'Москва велика')).toMatchObject({ editWords: 2, keptWords: 0 });
    expect(editMetrics('東京は大きい', '').outputWords).toBeGreaterThan(0);
  });

  it('is never below the exact character distance, nor above what replacing everything costs', () => {
    const text = fc
      .array(fc.constantFrom('one', 'two', 'three', ' ', '. ', 'é', '漢', '👍'), { maxLength: 25 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (output, edit) => {
        const { charEdits, charSimilarity, shareKept } = editMetrics(output, edit);
        expect(charEdits).toBeGreaterThanOrEqual(wordDistance(codeUnits(output), codeUnits(edit)));
        expect(charEdits).toBeLessThanOrEqual(output.length + edit.length);
        expect(charSimilarity).toBeLessThanOrEqual(1);
        expect(shareKept ?? 0).toBeGreaterThanOrEqual(0);
        expect(charEdits === 0).toBe(output === edit);
      }),
      { numRuns: 500 },
    );
  });
});

function codeUnits(text: string): Int32Array {
  return Int32Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
