import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { priorWeight, qualityScore } from './quality-score.ts';

const outcome = { id: 'outcome.replied', direction: 'good', unit: 'yes_no', strength: 4 } as const;
const definitions = [...catalogue, outcome];

function scoreOf(values: Record<string, number>, weights: Record<string, number> = {}): number | null {
  return qualityScore(values, definitions, weights)?.score ?? null;
}

describe('the quality score from weights', () => {
  it('is the weighted mean of what is known and of one half', () => {
    expect(scoreOf({ accepted: 1 })).toBeCloseTo((1.5 + 3) / 6);
    expect(scoreOf({ accepted: 1, 'outcome.replied': 0 })).toBeCloseTo((1.5 + 3) / 10);
    expect(scoreOf({ accepted: 1, 'outcome.replied': 0 }, { 'outcome.replied': 9 })).toBeCloseTo(4.5 / 15);
  });

  it('turns round what is bad', () => {
    expect(scoreOf({ requeried: 1 })).toBeCloseTo(1.5 / 6);
    expect(scoreOf({ edit_distance: 0.25 })).toBeCloseTo((1.5 + 5 * 0.75) / 8);
  });

  it('has nothing to say where nothing is known that counts', () => {
    expect(scoreOf({})).toBeNull();
    expect(scoreOf({ label: 1, comment: 1, dwell: 9000, time_to_action: 300 })).toBeNull();
    expect(scoreOf({ 'outcome.replied.pending': 1 })).toBeNull();
    expect(scoreOf({ accepted: 1 }, { accepted: 0 })).toBeNull();
  });

  it('never takes labels, whatever weight they are given', () => {
    expect(scoreOf({ accepted: 1, label: 0 }, { label: 100 })).toBe(scoreOf({ accepted: 1 }));
    const label = { id: 'label', direction: 'good', unit: 'yes_no', strength: 5 } as const;
    expect(qualityScore({ label: 1 }, [label], { label: 100 })).toBeNull();
  });

  it('counts signals that say the same once', () => {
    expect(scoreOf({ accepted: 1, discarded: 0 })).toBe(scoreOf({ accepted: 1 }));
    const parts = qualityScore({ edited: 1, edit_distance: 0.1, kept_share: 0.9 }, definitions, {})?.parts;
    expect(parts?.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(5);
  });

  it('is explained by its parts, stays within 0 and 1, and rises with every good value', () => {
    const values = fc.dictionary(
      fc.constantFrom(...definitions.map(({ id }) => id)),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const weights = fc.dictionary(
      fc.constantFrom(...definitions.map(({ id }) => id)),
      fc.double({ min: 0, max: 100, noNaN: true }),
    );
    fc.assert(
      fc.property(values, weights, (known, weighed) => {
        const found = qualityScore(known, definitions, weighed);
        if (found === null) return;
        const { score, parts } = found;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(0.5 + parts.reduce((sum, { moves }) => sum + moves, 0)).toBeCloseTo(score, 9);
        const total = priorWeight + parts.reduce((sum, { weight }) => sum + weight, 0);
        expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1 - priorWeight / total, 9);
        for (const { id, direction } of definitions) {
          if (known[id] === undefined || direction === 'neutral') continue;
          const better = scoreOf({ ...known, [id]: direction === 'good' ? 1 : 0 }, weighed);
          expect(better).toBeGreaterThanOrEqual(score - 1e-12);
        }
      }),
    );
  });
});
