import type { ExampleTokens } from '../../../../shared/domain/export/count-tokens.ts';
import type { TokenOptions } from '../../../../shared/domain/export/recipe-parts.ts';
import type { ExportPart } from '../../../../shared/domain/export/split.ts';
import type { TokenReport } from '../../../../shared/domain/export/stage-reports.ts';

/** Adds up the tokens of an export's rows. */
export interface TokenTally {
  readonly add: (tokens: ExampleTokens, part: ExportPart) => void;
  readonly report: () => Omit<TokenReport, 'encoding' | 'sha256'>;
}

export function createTokenTally({ pricePerMillion, epochs = 1 }: TokenOptions): TokenTally {
  /** Rows by their tokens: as many entries as there are lengths, so that all figures are exact. */
  const rowsByTokens = new Map<number, number>();
  const sums = { rows: 0, total: 0, training: 0, learned: 0 };
  return {
    add: ({ longest, total, learned }, part) => {
      rowsByTokens.set(longest, (rowsByTokens.get(longest) ?? 0) + 1);
      sums.rows += 1;
      sums.total += total;
      sums.learned += learned;
      if (part === 'training') sums.training += total;
    },
    report: () => {
      const lengths = [...rowsByTokens].toSorted(([a], [b]) => a - b);
      return {
        ...sums,
        median: quantile(lengths, sums.rows, 0.5),
        p95: quantile(lengths, sums.rows, 0.95),
        most: lengths.at(-1)?.[0] ?? 0,
        histogram: histogramOf(lengths),
        cost: pricePerMillion === undefined ? null : (sums.training * epochs * pricePerMillion) / 1_000_000,
      };
    },
  };
}

/** Tokens and rows that have so many, fewest tokens first. */
type Lengths = readonly (readonly [tokens: number, rows: number])[];

/** The tokens that at least this share of the rows has at most. */
function quantile(lengths: Lengths, rows: number, share: number): number {
  let below = 0;
  for (const [tokens, count] of lengths) {
    below += count;
    if (below >= rows * share) return tokens;
  }
  return 0;
}

const mostBars = 20;

/** Bars of equal width, a round number, from 0 to the longest row. */
function histogramOf(lengths: Lengths): TokenReport['histogram'] {
  const most = lengths.at(-1)?.[0];
  if (most === undefined) return [];
  const width = roundWidth((most + 1) / mostBars);
  const bars = Array.from({ length: Math.floor(most / width) + 1 }, (_, index) => ({
    from: index * width,
    rows: 0,
  }));
  for (const [tokens, rows] of lengths) {
    const bar = bars[Math.floor(tokens / width)];
    if (bar !== undefined) bar.rows += rows;
  }
  return bars;
}

/** The next of 1, 2, 5, 10, 20, 50 and so on. */
function roundWidth(least: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power >= least) return step * power;
  }
}
