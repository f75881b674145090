import { describe, expect, it } from 'vitest';
import { cohenKappa } from './cohen-kappa.ts';
import { fleissItems, fleissKappa } from './fleiss-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import type { MeasurementLevel } from './measurement-level.ts';
import { percentAgreement } from './percent-agreement.ts';
import {
  itemsOfMatrix,
  pairsOf,
  patternsOf,
  positionsOf,
  type Ratings,
  tableOf,
  transpose,
} from './test-answers.ts';

function alphaOf(ratings: Ratings, level: MeasurementLevel): number | null {
  const table = tableOf(ratings, level);
  const patterns = patternsOf(table);
  return krippendorffAlpha(patterns, level, positionsOf(table))(patterns.items);
}

describe('K. Krippendorff (2011), "Computing Krippendorff\'s Alpha-Reliability"', () => {
  it('A: binary data, two observers', () => {
    const observers = ['0100000010', '1110010000'].map((text) => text.split(''));
    expect(alphaOf(transpose(observers), 'nominal')).toBeCloseTo(0.095, 3);
  });

  it('B: nominal data, two observers', () => {
    const observers = ['aabbdcccedda', 'babbbccceddd'].map((text) => text.split(''));
    expect(alphaOf(transpose(observers), 'nominal')).toBeCloseTo(0.692, 3);
  });

  const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
  const missing = observers.map((text) => text.split('').map((sign) => (sign === '.' ? null : Number(sign))));

  it.each([
    ['C: nominal', 'nominal', 0.743],
    ['D: ordinal', 'ordinal', 0.815],
    ['D: interval', 'interval', 0.849],
  ] as const)('%s data, four observers, missing data', (_, level, published) => {
    expect(alphaOf(transpose(missing), level)).toBeCloseTo(published, 3);
  });
});

describe('J. L. Fleiss (1971), 30 patients, six psychiatrists each', () => {
  // Table 1: how many chose depression, personality disorder, schizophrenia, neurosis, other.
  const patients =
    '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 ' +
    '00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006';
  const ratings = patients
    .split(' ')
    .map((counts) =>
      counts.split('').flatMap((times, answer) => Array.from({ length: Number(times) }, () => answer)),
    );
  const patterns = patternsOf(tableOf(ratings));

  it('gives kappa and mean agreement as published', () => {
    expect(fleissItems(patterns)).toEqual({ ratersPerItem: 6, items: 30 });
    expect(percentAgreement(patterns)(patterns.items)).toBeCloseTo(0.556, 3);
    expect(fleissKappa(patterns)(patterns.items)).toBeCloseTo(0.43, 3);
  });
});

function kappaOf(matrix: readonly (readonly number[])[], weights: 'none' | 'linear' | 'quadratic') {
  const table = tableOf(itemsOfMatrix(matrix), 'ordinal');
  const [pair] = pairsOf(table);
  return pair === undefined ? null : cohenKappa(pair, weights, positionsOf(table))(pair.items);
}

describe('kappa of two raters', () => {
  it('is that of J. Cohen (1960), 200 diagnoses', () => {
    const matrix = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    expect(kappaOf(matrix, 'none')).toBeCloseTo(0.492, 3);
  });

  // Hout, Duncan and Sobel (1987), as the data SexualFun of the R package vcd; the first two figures are those of its
  // `Kappa`, the quadratic one is our own calculation.
  it.each([
    ['none', 0.1293],
    ['linear', 0.2374],
    ['quadratic', 0.332],
  ] as const)('is that of 91 couples, weights: %s', (weights, published) => {
    const matrix = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    expect(kappaOf(matrix, weights)).toBeCloseTo(published, 4);
  });
});
