import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { translationEditRate, type TerOptions } from '../../shared/domain/metrics/ter.ts';

const folder = join(import.meta.dirname, '../../../shared/data/mlqe-pe');
const pairs = ['et-en', 'ro-en', 'ru-en', 'si-en'];

/**
 * What the published values are: tercom's defaults on tokenised text (whitespace, lower case, shifts), cut at 1.
 * The other rows of the table leave out one of these at a time, to show what each explains.
 */
const published: Variant = { name: 'as published', options: { tokenization: 'whitespace' }, clip: true };
const variants: readonly Variant[] = [
  published,
  { name: 'not cut at 1', options: { tokenization: 'whitespace' }, clip: false },
  { name: 'case-sensitive', options: { tokenization: 'whitespace', caseSensitive: true }, clip: true },
  { name: 'tokenised again', options: { tokenization: 'normalized' }, clip: true },
  { name: 'without shifts', options: { tokenization: 'whitespace', shifts: false }, clip: true },
];

/** Published with six decimals. */
const sameValue = 1e-6;

describe('HTER of the MLQE-PE post-edits against the published value of each row', () => {
  for (const pair of pairs) {
    const file = join(folder, `${pair}.test20.jsonl`);
    const missing = existsSync(file)
      ? ''
      : ` (skipped: ../shared/data/mlqe-pe/${pair}.test20.jsonl is not there)`;
    it.skipIf(missing !== '')(`${pair}${missing}`, () => {
      const rows = readRows(file);
      expect(rows).toHaveLength(1_000);
      const table = variants.map((variant) => compare(rows, variant));
      console.table(table);

      const { r, meanDifference, same } = compare(rows, published);
      expect(r).toBeGreaterThan(0.9995);
      expect(meanDifference).toBeLessThan(0.0002);
      expect(same).toBeGreaterThanOrEqual(999);
      for (const other of table.slice(1)) expect(other.same).toBeLessThan(same);
    });
  }
});

interface Variant {
  readonly name: string;
  readonly options: TerOptions;
  readonly clip: boolean;
}

const row = z.object({ mt_tok: z.string(), pe_tok: z.string(), hter: z.number() });
type Row = z.infer<typeof row>;

function readRows(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => row.parse(JSON.parse(line)));
}

function compare(rows: readonly Row[], { name, options, clip }: Variant) {
  const ours = rows.map(({ mt_tok, pe_tok }) => {
    const { score } = translationEditRate(mt_tok, pe_tok, options);
    return clip ? Math.min(1, score) : score;
  });
  const theirs = rows.map(({ hter }) => hter);
  const differences = ours.map((value, i) => Math.abs(value - (theirs[i] ?? NaN)));
  return {
    variant: name,
    r: Number(correlation(ours, theirs).toFixed(4)),
    meanDifference: Number(mean(differences).toFixed(4)),
    same: differences.filter((difference) => difference <= sameValue).length,
  };
}

/** Pearson's product-moment correlation. */
function correlation(first: readonly number[], second: readonly number[]): number {
  return covariance(first, second) / Math.sqrt(covariance(first, first) * covariance(second, second));
}

function covariance(first: readonly number[], second: readonly number[]): number {
  const [meanFirst, meanSecond] = [mean(first), mean(second)];
  return mean(first.map((value, i) => (value - meanFirst) * ((second[i] ?? NaN) - meanSecond)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
