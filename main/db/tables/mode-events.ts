import { z } from 'zod';
import { type Database, prepare } from '../database.ts';
import { eventRow, type EventRow, eventColumns } from './events.ts';

/**
 * Everything that was done with a failure mode, oldest first: what it is, its examples, other failure modes that were merged into
 * it, and clusters that were decided to be it.
 */
export function eventsOfMode(database: Database, id: string): EventRow[] {
  const member = `member/${id}/`;
  return z
    .array(eventRow)
    .parse(prepare(database, modeEventsSql).all(`failure_mode/${id}`, member, `member/${id}0`, id, id));
}

/** Exported for the test of its query plan. Undos belong to the key of what they take back. */
export const modeEventsSql = `
WITH keys (fold_key) AS (
  SELECT ?
  UNION SELECT DISTINCT fold_key FROM events WHERE fold_key > ? AND fold_key < ?
  UNION SELECT fold_key FROM events WHERE fold_key > 'failure_mode/' AND fold_key < 'failure_mode0'
    AND payload ->> '$.into' = ?
  UNION SELECT fold_key FROM events WHERE fold_key > 'cluster/' AND fold_key < 'cluster0'
    AND EXISTS (SELECT 1 FROM json_each(payload, '$.modes') WHERE value = ?)
)
SELECT ${eventColumns} FROM keys CROSS JOIN events USING (fold_key) ORDER BY clock`;
