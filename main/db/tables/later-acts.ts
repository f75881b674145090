import { formatTime } from '../../../shared/domain/time/hybrid-clock.ts';
import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

export const laterActsSql = `
SELECT substr(fold_key, 1, instr(fold_key, '/') - 1) AS kind, count(*) AS acts
FROM events WHERE clock > ? GROUP BY kind`;

/** What people did after a time, taken back or not, by the kind of what it is about, such as `edit` or `label`. */
export function countActsAfter(database: Database, ms: number): ReadonlyMap<string, number> {
  const rows = rowsOf<{ readonly kind: string; readonly acts: number }>(database, laterActsSql);
  const clock = formatTime({ ms: ms + 1, counter: 0, device: '' });
  return new Map(rows.all(clock).map(({ kind, acts }) => [kind, acts]));
}

/** Imports that were begun after a time, and those that were taken back. */
export function countImportsAfter(
  database: Database,
  ms: number,
): { readonly begun: number; readonly undone: number } {
  return {
    begun: numberOf(database, 'SELECT count(*) FROM sources WHERE started_at > ?', ms),
    undone: numberOf(
      database,
      `SELECT count(*) FROM sources WHERE finished_at > ? AND state IN ('undone', 'cancelled')`,
      ms,
    ),
  };
}
