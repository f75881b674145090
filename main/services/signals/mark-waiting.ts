import type { Database } from '../../db/database.ts';
import { prepare } from '../../db/database.ts';
import type { SignalBasis } from '../../db/tables/signal-basis.ts';
import type { Basis } from './project-facts.ts';

/**
 * Marks what waits and may be known now that the log goes on: outcomes that were pending, and sessions that may have ended.
 * Call it inside a transaction.
 */
export function markWaiting(database: Database, made: SignalBasis, { stored, settings }: Basis): void {
  if (made.feedEnds !== stored.feedEnds) prepare(database, pendingSql).run();
  if (made.newestAt === null || made.newestAt === stored.newestAt) return;
  // The newest one may have been taken back, too.
  const end = Math.min(made.newestAt, stored.newestAt ?? made.newestAt);
  prepare(database, lateSql).run(end - settings.abandonedAfterMinutes * 60_000, made.newestAt);
}

const stale = 'INSERT INTO stale_signal_values (interaction_seq)';

/** Exported for the test of their query plans. */
export const pendingSql = `${stale}
SELECT v.interaction_seq FROM
  (SELECT DISTINCT cell_seq FROM signal_counts WHERE signal LIKE '%.pending') AS c
  CROSS JOIN signal_values AS v INDEXED BY signal_values_by_cell ON v.cell_seq = c.cell_seq
WHERE v.body LIKE '%.pending":1%' ON CONFLICT DO NOTHING`;
export const lateSql = `${stale}
SELECT i.seq FROM interactions AS i INDEXED BY interactions_by_time
WHERE i.created_at BETWEEN ? AND ? AND i.session IS NOT NULL
  AND EXISTS (SELECT 1 FROM signal_values WHERE interaction_seq = i.seq) ON CONFLICT DO NOTHING`;
