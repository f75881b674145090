import { describe, expect, it } from 'vitest';
import { fingerprintOf, fingerprintWords } from './fingerprint.ts';
import { groupingSteps, groupNearDuplicates } from './group-near-duplicates.ts';
import { jaccard, shinglesOf } from './shingles.ts';

/** A small generator of numbers below 1, the same in every run (Numerical Recipes' constants). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

function randomText(random: () => number, words: number): string[] {
  return Array.from({ length: words }, () =>
    Array.from({ length: 4 }, () => letters[Math.floor(random() * 26)]).join(''),
  );
}

function printsOf(texts: readonly string[]): Uint32Array {
  const words = new Uint32Array(texts.length * fingerprintWords);
  for (const [index, text] of texts.entries()) {
    words.set(fingerprintOf(shinglesOf([text])) ?? [], index * fingerprintWords);
  }
  return words;
}

function groupTexts(texts: readonly string[]): { groups: number[]; verifications: number } {
  let verifications = 0;
  const groups = groupNearDuplicates(printsOf(texts), (a, b) => {
    verifications++;
    return jaccard(shinglesOf([texts[a] ?? '']), shinglesOf([texts[b] ?? ''])) >= 0.8;
  });
  return { groups: [...groups], verifications };
}

describe('groupNearDuplicates', () => {
  it('groups what is alike and leaves alone what is not', () => {
    const random = randoms(1);
    const [first, second, third] = [randomText(random, 60), randomText(random, 60), randomText(random, 60)];
    const changed = [...first.slice(0, 59), 'other'];
    const half = [...first.slice(0, 30), ...second.slice(30)];
    const texts = [first, second, changed, half, third, first, second].map((words) => words.join(' '));
    expect(groupTexts(texts).groups).toEqual([0, 1, 0, 3, 4, 0, 1]);
  });

  it('finds nearly all pairs that share 0.85 and more, and none that shares less than 0.8', () => {
    const random = randoms(2);
    const texts: string[] = [];
    const expected: number[] = [];
    for (let pair = 0; pair < 400; pair++) {
      const words = randomText(random, 100);
      const changed = words.slice();
      const changes = 1 + Math.floor(random() * 8);
      for (let change = 0; change < changes; change++) changed[Math.floor(random() * 100)] = 'other';
      texts.push(words.join(' '), changed.join(' '));
      expected.push(jaccard(shinglesOf([words.join(' ')]), shinglesOf([changed.join(' ')])));
    }
    const { groups } = groupTexts(texts);
    const isFound = expected.map((_, pair) => groups[pair * 2 + 1] === pair * 2);
    const close = isFound.filter((_, pair) => (expected[pair] ?? 0) >= 0.85);
    expect(close.length).toBeGreaterThan(100);
    expect(close.filter(Boolean).length / close.length).toBeGreaterThan(0.98);
    for (const [pair, share] of expected.entries()) if (share < 0.8) expect(isFound[pair]).toBe(false);
  });

  it('verifies nothing where all are equal, and each about once where all are nearly equal', () => {
    const random = randoms(3);
    const words = randomText(random, 200);
    expect(groupTexts(Array.from({ length: 2000 }, () => words.join(' '))).verifications).toBe(0);
    const texts = Array.from({ length: 2000 }, (_, index) =>
      words
        .with(index % 200, letters[index % 26] ?? '')
        .with((index * 7) % 200, 'x')
        .join(' '),
    );
    const { groups, verifications } = groupTexts(texts);
    expect(new Set(groups).size).toBe(1);
    expect(verifications).toBeLessThan(2 * texts.length);
  });

  it('gives up on many that look alike and are not, instead of comparing all with all', () => {
    const random = randoms(4);
    const words = new Uint32Array(3000 * fingerprintWords).map((_, at) =>
      at % fingerprintWords > 1 && random() < 0.9 ? at % fingerprintWords : Math.floor(random() * 2 ** 32),
    );
    let verifications = 0;
    const groups = groupNearDuplicates(words, () => {
      verifications++;
      return false;
    });
    expect(new Set(groups).size).toBe(3000);
    expect(verifications).toBeGreaterThan(3000);
    expect(verifications).toBeLessThanOrEqual(3000 * 12);
  });

  it('has nothing to do with nothing, and yields shares that grow', () => {
    expect([...groupNearDuplicates(new Uint32Array(0), () => true)]).toEqual([]);
    const shares = [...groupingSteps(new Uint32Array(9000 * fingerprintWords), () => true)];
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
