import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** What an interaction was made with. */
export interface RowSegment {
  readonly model: string | null;
  readonly promptVersion: string | null;
}

/** Reads model and prompt version of some interactions, by their seq. */
export function rowSegmentReader(
  database: Database,
): (seqs: Float64Array) => ReadonlyMap<number, RowSegment> {
  const query = rowsOf<RowSegment & { readonly seq: number }>(
    database,
    `SELECT i.seq, i.model, p.name AS promptVersion FROM json_each(?) AS page
     CROSS JOIN interactions AS i ON i.seq = page.value
     LEFT JOIN prompt_versions AS p ON p.seq = i.prompt_version_seq`,
  );
  return (seqs) =>
    new Map(
      query
        .all(JSON.stringify([...seqs]))
        .map(({ seq, model, promptVersion }) => [seq, { model, promptVersion }]),
    );
}
