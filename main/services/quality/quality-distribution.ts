import { summaries } from '../../../shared/domain/signals/catalogue.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readSignalCells } from '../../db/tables/signal-cells.ts';
import { readSignalWeeks } from '../../db/tables/signal-weeks.ts';

export interface QualityDistribution {
  readonly bins: number[];
  readonly known: number;
  readonly unknown: number;
}

const binCount = 20;

/** How many interactions have which score from weights, from the counts that are kept. */
export async function qualityDistribution(database: Database): Promise<Result<QualityDistribution>> {
  const bins = Array.from({ length: binCount }, () => 0);
  let known = 0;
  // By week there are far fewer counts than by cell.
  for (const [, signal, value, count] of readSignalWeeks(database)) {
    if (signal !== summaries.quality) continue;
    // Scores are counted by the hundredth, which is not a round number in binary.
    const bin = Math.min(binCount - 1, Math.floor((Math.round(value * 100) * binCount) / 100));
    bins[bin] = (bins[bin] ?? 0) + count;
    known += count;
  }
  const all = readSignalCells(database).reduce((sum, { interactions }) => sum + interactions, 0);
  return succeed({ bins, known, unknown: Math.max(0, all - known) });
}
