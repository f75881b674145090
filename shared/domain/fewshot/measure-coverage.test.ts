import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureCoverage } from './measure-coverage.ts';
import { orderExamples } from './order-examples.ts';

function meanOfBest(rows: readonly Float32Array[], size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at++) sum += Math.max(0, ...rows.map((row) => row[at] ?? 0));
  return sum / size;
}

describe('coverage', () => {
  it('says what each example covers, and what is lost without it', () => {
    const rows = [Float32Array.of(0.8, 0.5, 0.1, 0), Float32Array.of(0.6, 0.5, 0.9, 0)];
    const { mean, examples } = measureCoverage(rows, 4);
    expect(mean).toBeCloseTo(0.55);
    expect(examples[0]).toMatchObject({ covers: [0, 1], alone: [] });
    expect(examples[0]?.loss).toBeCloseTo(0.05);
    expect(examples[1]).toMatchObject({ covers: [2], alone: [2] });
    expect(examples[1]?.loss).toBeCloseTo(0.2);
  });

  it('loses without an example exactly what it says', () => {
    const row = fc
      .array(fc.integer({ min: 0, max: 16 }), { minLength: 6, maxLength: 6 })
      .map((all) => Float32Array.from(all, (part) => part / 16));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const { mean, examples } = measureCoverage(rows, 6);
        expect(mean).toBeCloseTo(meanOfBest(rows, 6));
        for (const [one, { loss }] of examples.entries())
          expect(loss).toBeCloseTo(mean - meanOfBest(rows.toSpliced(one, 1), 6));
        const covered = examples.flatMap(({ covers }) => covers);
        expect(new Set(covered).size).toBe(covered.length);
      }),
    );
  });
});

describe('the order of examples', () => {
  const examples = [
    { quality: 0.9, centrality: 0.1 },
    { quality: 0.7, centrality: 0.3 },
    { quality: 0.8, centrality: 0.2 },
  ];

  it('puts the likest, the best or the first chosen last', () => {
    expect(orderExamples(examples, 'likeness')).toEqual([0, 2, 1]);
    expect(orderExamples(examples, 'quality')).toEqual([1, 2, 0]);
    expect(orderExamples(examples, 'chosen')).toEqual([2, 1, 0]);
  });
});
