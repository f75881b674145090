import { describe, expect, it } from 'vitest';
import { normalTail } from './normal-tail.ts';

describe('normalTail', () => {
  /** Abramowitz and Stegun (1964), table 26.1: 2 (1 - P(x)), and table 26.2 for the far ones. */
  it.each([
    [0, 1],
    [1, 2 * (1 - 0.841344746068543)],
    [1.959963984540054, 0.05],
    [2, 2 * (1 - 0.97724986805182)],
    [3, 2 * (1 - 0.99865010196837)],
    [5, 2 * 2.866515719e-7],
    [10, 2 * 7.619853024e-24],
  ])('of %f is as published', (z, tail) => {
    expect(normalTail(z) / tail).toBeCloseTo(1, 8);
    expect(normalTail(-z)).toBe(normalTail(z));
  });

  it('has no step where its two ways meet', () => {
    const at = 2 * Math.SQRT2;
    expect(normalTail(at - 1e-9) / normalTail(at + 1e-9)).toBeCloseTo(1, 7);
  });
});
