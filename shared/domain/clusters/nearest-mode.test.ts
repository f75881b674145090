import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandomNumber } from '../agreement/seeded-random.ts';
import { changeFeatures } from './change-features.ts';
import type { ModeExample } from './mode-example.ts';
import { createNearestMode } from './nearest-mode.ts';
import type { SparseVector } from './sparse-vector.ts';
import { inverseFrequencies } from './term-weights.ts';
import { termCount } from './term-space.ts';

function vectorOf(removed: string, added: string): SparseVector {
  return changeFeatures({
    removed,
    added,
    before: 'We',
    after: 'it.',
    comments: [],
    isWhole: false,
    position: 0.5,
  });
}

const greetings = [
  ['Dear Sir or Madam', 'Hello'],
  ['Dear Madam', 'Hi'],
  ['Dear Sir', 'Hello'],
  ['Dear customer', 'Hi there'],
] as const;
const hedges = [
  ['it may perhaps be the case that', ''],
  ['it is perhaps possible that', ''],
  ['perhaps it may be that', ''],
  ['it might perhaps seem that', ''],
] as const;

function examplesOf(pairs: readonly (readonly [string, string])[], mode: number): ModeExample[] {
  return pairs.map(([removed, added]) => ({ vector: vectorOf(removed, added), mode, verdict: 'in' }));
}

const examples = [...examplesOf(greetings, 7), ...examplesOf(hedges, 3)];

function idfOf(vectors: readonly SparseVector[]): SparseVector {
  const frequencies = new Uint32Array(termCount);
  for (const { terms } of vectors) for (const term of terms) frequencies[term] = (frequencies[term] ?? 0) + 1;
  return inverseFrequencies(frequencies, vectors.length);
}

const settings = { idf: idfOf(examples.map(({ vector }) => vector)), leastSimilarity: 0.3 };

describe('the nearest failure mode', () => {
  const nearest = createNearestMode(examples, settings);

  it('is the one whose examples a change is like, and none where it is like none', () => {
    expect(nearest(vectorOf('Dear Mr Miller', 'Hello'))?.mode).toBe(7);
    expect(nearest(vectorOf('perhaps it is possible that', ''))?.mode).toBe(3);
    expect(nearest(vectorOf('42', '43'))).toBeNull();
  });

  it('is never one that is excluded', () => {
    const change = vectorOf('Dear Mr Miller', 'Hello');
    expect(nearest(change, new Set([7]))?.mode).not.toBe(7);
  });

  it('is none without examples, and needs one only', () => {
    expect(createNearestMode([], settings)(vectorOf('Dear Sir', 'Hello'))).toBeNull();
    const one = createNearestMode(examples.slice(0, 1), settings);
    expect(one(vectorOf('Dear Sir or Madam', 'Hello'))?.mode).toBe(7);
  });

  it('is pushed away by what is said to be none of it', () => {
    const change = vectorOf('Dear team', 'Hello team');
    const before = nearest(change);
    const out = (text: string): ModeExample => ({
      vector: vectorOf(`Dear team ${text}`, `Hello team ${text}`),
      mode: 7,
      verdict: 'out',
    });
    const pushed = createNearestMode([...examples, out('one'), out('two'), out('three')], settings);
    expect(before?.mode).toBe(7);
    expect(pushed(change)?.score ?? 0).toBeLessThan((before?.score ?? 0) - 0.1);
    expect(pushed(vectorOf('Dear Mr Miller', 'Hello'))?.mode).toBe(7);
  });

  it('is the same in whatever order the examples come, and however often one comes', () => {
    const changes = [vectorOf('Dear Mr Miller', 'Hello'), vectorOf('it may be that', ''), vectorOf('a', 'b')];
    const expected = changes.map((change) => nearest(change));
    assert(
      property(integer(), (seed) => {
        const random = createRandomNumber(seed);
        const shuffled = [...examples, ...examples.slice(0, 3)]
          .map((example) => ({ example, at: random() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ example }) => example);
        const again = createNearestMode(shuffled, settings);
        expect(changes.map((change) => again(change))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('is left open where examples that were held out are answered wrong', () => {
    const random = createRandomNumber(5);
    const noise = Array.from({ length: 200 }, (): ModeExample => {
      const words = Array.from({ length: 4 }, () => `word${Math.floor(random() * 40)}`);
      return { vector: vectorOf(words.join(' '), ''), mode: random() < 0.5 ? 1 : 2, verdict: 'in' };
    });
    const confused = createNearestMode(noise, {
      idf: idfOf(noise.map(({ vector }) => vector)),
      leastSimilarity: 0.1,
    });
    const answered = noise.filter(({ vector }) => confused(vector) !== null);
    expect(answered.length).toBeLessThan(noise.length / 4);
  });

  it('works on vectors of a model, which are dense', () => {
    const random = createRandomNumber(3);
    const terms = Uint32Array.from({ length: 32 }, (_, term) => term);
    const near = (direction: number): SparseVector => ({
      terms,
      weights: Float32Array.from(terms, (term) => (term === direction ? 1 : 0) + random() * 0.1),
    });
    const dense = createNearestMode(
      [0, 1, 2].flatMap((mode) =>
        Array.from({ length: 10 }, (): ModeExample => ({ vector: near(mode), mode, verdict: 'in' })),
      ),
      { idf: { terms: new Uint32Array(0), weights: new Float32Array(0) }, leastSimilarity: 0.5 },
    );
    expect([0, 1, 2].map((mode) => dense(near(mode))?.mode)).toEqual([0, 1, 2]);
    expect(dense(near(9))).toBeNull();
  });
});
