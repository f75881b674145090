import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

interface NamedSignal {
  readonly seq: number;
  readonly number: number | null;
  readonly text: string | null;
}

/** Exported for the test of its query plan. In the order of time; signals without one come first. */
export const namedSignalsSql = `
SELECT page.value AS seq, s.number, s.text FROM json_each(?) AS page
CROSS JOIN signals AS s INDEXED BY signals_by_interaction ON s.interaction_seq = page.value AND s.name = ?
ORDER BY page.key, s.at, s.seq`;

/** Reads the latest value of a signal on each of these interactions that has one. */
export function namedSignalReader(
  database: Database,
  name: string,
): (seqs: readonly number[]) => ReadonlyMap<number, number | string> {
  const query = rowsOf<NamedSignal>(database, namedSignalsSql);
  return (seqs) =>
    new Map(
      query.all(JSON.stringify(seqs), name).map(({ seq, number, text }) => [seq, number ?? text ?? '']),
    );
}
