import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

/** Benjamini and Hochberg (1995), section 3.2: fifteen hypotheses on thrombolysis after myocardial infarction. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

describe('benjaminiHochberg', () => {
  it('rejects the four that the authors reject at 0.05', () => {
    const qValues = benjaminiHochberg(published);
    expect(qValues.filter((q) => q <= 0.05)).toHaveLength(4);
    // Those of R's p.adjust(method = "BH").
    const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571, 0.0638571, 0.0645, 0.0765];
    for (const [place, q] of expected.entries()) expect(qValues[place]).toBeCloseTo(q, 6);
    expect(qValues.at(-1)).toBe(1);
  });

  it('keeps the order given, and equal values equal', () => {
    const given = [0.5, 0.01, 0.5, 0.02];
    const qValues = benjaminiHochberg(given);
    expect(qValues).toEqual([0.5, 0.04, 0.5, 0.04]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
