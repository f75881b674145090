import { createTally, type Part, type Tally } from '../../../shared/domain/velocity/tally.ts';
import { signalMetrics } from '../../../shared/domain/velocity/metric-definitions.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Database } from '../../db/database.ts';
import type { SignalCell } from '../../db/tables/signal-cells.ts';
import { readVelocityCounts } from '../../db/tables/velocity-counts.ts';

/** So many counts are read before others may have their turn. */
export const atOnce = 4000;

/** Signals of which medians are asked for. */
export function measuredSignals(settings: SignalSettings): ReadonlySet<string> {
  return new Set(
    signalMetrics(settings).flatMap(({ kind, signal }) =>
      kind === 'median' && signal !== null ? [signal] : [],
    ),
  );
}

/** Counts of cells by the bucket of each, in their order. */
export function* readTally(
  database: Database,
  cells: readonly SignalCell[],
  buckets: readonly number[],
  settings: SignalSettings,
): Generator<void, Tally> {
  const parts = cells.map(({ interactions }, place): Part => ({
    bucket: buckets[place] ?? 0,
    interactions,
  }));
  const tally = createTally(parts, measuredSignals(settings));
  const places = new Map(cells.map(({ seq }, place) => [seq, place]));
  let read = 0;
  const seqs = [...places.keys()];
  for (const [cellSeq, signal, value, count] of readVelocityCounts(database, seqs)) {
    tally.add(places.get(cellSeq) ?? 0, signal, value, count);
    if (++read % atOnce === 0) yield;
  }
  return tally;
}
