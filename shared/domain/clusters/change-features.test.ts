import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeDigest, changeFeatures, type ChangeText, lexicalVersion } from './change-features.ts';
import { firstLexicalTerm, termCount, traits } from './term-space.ts';

function change(removed: string, added: string, more: Partial<ChangeText> = {}): ChangeText {
  return {
    removed,
    added,
    before: 'we ',
    after: ' it.',
    comments: [],
    isWhole: false,
    position: 0.5,
    ...more,
  };
}

function traitsOf(text: ChangeText): number[] {
  return [...changeFeatures(text).terms].filter((term) => term < firstLexicalTerm);
}

/** Cosine of the raw words of two changes. */
function likeness(a: ChangeText, b: ChangeText): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const dot = [...left].reduce((sum, [term, weight]) => sum + weight * (right.get(term) ?? 0), 0);
  return dot / Math.sqrt(squares(left) * squares(right));
}

function wordsOf(text: ChangeText): Map<number, number> {
  const { terms, weights } = changeFeatures(text);
  return new Map(
    [...terms]
      .map((term, at) => [term, weights[at] ?? 0] as const)
      .filter(([term]) => term >= firstLexicalTerm),
  );
}

function squares(words: Map<number, number>): number {
  return [...words.values()].reduce((sum, weight) => sum + weight ** 2, 0);
}

function whole(comment: string): ChangeText {
  return change('', '', { isWhole: true, comments: [comment] });
}

describe('changeFeatures', () => {
  it('is stored: another outcome needs another version', () => {
    const { terms, weights } = changeFeatures(change('utilize 12 tools', 'use 15 tools'));
    expect(lexicalVersion).toBe('1');
    expect([...terms]).toMatchInlineSnapshot(`
      [
        3,
        12,
        22,
        32,
        60,
        407,
        41689,
        42143,
        46484,
        55758,
        64471,
        105167,
        126262,
        163783,
        168647,
        176681,
        217013,
        226155,
        236222,
      ]
    `);
    expect([...weights]).toMatchInlineSnapshot(`
      [
        8,
        8,
        8,
        8,
        8,
        8,
        1,
        1,
        8,
        3,
        6,
        3,
        6,
        3,
        3,
        3,
        8,
        3,
        8,
      ]
    `);
  });

  it('gives terms ascending, each once, with weights that fit a byte', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (removed, added, comment, isWhole) => {
        const { terms, weights } = changeFeatures(change(removed, added, { comments: [comment], isWhole }));
        for (let at = 1; at < terms.length; at++) expect(terms[at]).toBeGreaterThan(terms[at - 1] ?? 0);
        for (const term of terms) expect(term).toBeLessThan(termCount);
        for (const weight of weights)
          expect(weight >= 1 && weight <= 255 && Number.isInteger(weight)).toBe(true);
      }),
    );
  });

  it('tells what kind of change it is', () => {
    expect(traitsOf(change('', 'please'))).toContain(traits.insert);
    expect(traitsOf(change('very', ''))).toContain(traits.delete);
    expect(traitsOf(change('a', 'b'))).toContain(traits.replace);
    expect(traitsOf(change('12', '15'))).toContain(traits.numbers);
    expect(traitsOf(change('Anna', 'Berta'))).toContain(traits.names);
    expect(traitsOf(change('Anna', 'Berta', { before: 'It ended. ' }))).not.toContain(traits.names);
    expect(traitsOf(change('the end', 'The end'))).toContain(traits.extent.case);
    expect(traitsOf(change('**so**', 'so'))).toContain(traits.extent.markup);
    expect(traitsOf(change(' ', '\n\n'))).toContain(traits.extent.whitespace);
    expect(traitsOf(change(' ', '\n\n'))).toContain(traits.lineBreaks);
    expect(traitsOf(change('It went on and on. ', ''))).toContain(traits.sentenceRemoved);
    expect(traitsOf(change('', '', { isWhole: true }))).toContain(traits.whole);
    expect(traitsOf(change('so', 'then', { position: 0 }))).toContain(traits.atStart);
  });

  it('finds forms of a word alike, and any number like any other of its form', () => {
    expect(likeness(change('utilizing', ''), change('utilized', ''))).toBeGreaterThan(0.2);
    expect(likeness(change('utilizing', ''), change('remembered', ''))).toBeLessThan(0.1);
    expect(likeness(change('12', '15'), change('7', '800'))).toBeCloseTo(1);
    expect(likeness(change('2024-01-05', ''), change('7', ''))).toBeLessThan(0.1);
  });

  it('tells what went from what came', () => {
    expect(likeness(change('however', ''), change('', 'however'))).toBeLessThan(0.1);
  });

  it('hears what is said of a whole output', () => {
    expect(likeness(whole('far too long'), whole('too long'))).toBeGreaterThan(0.3);
    expect(likeness(whole('far too long'), whole('wrong number'))).toBeLessThan(0.1);
  });
});

describe('changeDigest', () => {
  it('is equal where the same is taken out and put in, wherever it is', () => {
    expect(changeDigest(change('a', 'b', { before: 'x' }))).toBe(
      changeDigest(change('a', 'b', { position: 0 })),
    );
    expect(changeDigest(change('ab', 'c'))).not.toBe(changeDigest(change('a', 'bc')));
    expect(changeDigest(change('a', 'b'))).not.toBe(changeDigest(change('b', 'a')));
    expect(changeDigest(change('', '', { isWhole: true }))).not.toBe(changeDigest(change('', '')));
  });
});
