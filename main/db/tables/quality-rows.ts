import type { Database } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

/** Signal values by id. */
export type SignalValues = Readonly<Record<string, number>>;

/** Interactions with an answer to a question, in import order. */
export function answeredSeqs(database: Database, question: string): number[] {
  return valuesOf<number>(database, answeredSeqsSql).all(question);
}

export interface MeasuredRow {
  readonly seq: number;
  readonly session: string | null;
  readonly user: string | null;
  readonly values: SignalValues;
}

/** Reads the signal values of interactions; those whose values are not worked out are left out. */
export function measuredRowReader(database: Database): (seqs: readonly number[]) => MeasuredRow[] {
  const query = rowsOf<Omit<MeasuredRow, 'values'> & { readonly body: string }>(database, measuredRowsSql);
  return (seqs) =>
    query
      .all(JSON.stringify(seqs))
      .map(({ seq, session, user, body }) => ({ seq, session, user, values: parse(body) }));
}

/** Interactions with a score from weights, spread over all scores. */
export function seqsByQuality(database: Database, most: number): number[] {
  const known = valuesOf<number>(database, scoredSeqSql);
  const places = Array.from({ length: most }, (_, place) => (place + 0.5) / most);
  return [...new Set(places.flatMap((from) => known.get(from) ?? []))];
}

/** Exported for the tests of their query plans. */
export const answeredSeqsSql = `
SELECT DISTINCT interaction_seq FROM labels INDEXED BY labels_by_answer WHERE question = ? ORDER BY interaction_seq`;
export const measuredRowsSql = `
SELECT v.interaction_seq AS seq, i.session, i.user, v.body FROM json_each(?) AS page
CROSS JOIN signal_values AS v ON v.interaction_seq = page.value
CROSS JOIN interactions AS i ON i.seq = v.interaction_seq ORDER BY page.key`;
export const scoredSeqSql = `
SELECT interaction_seq FROM signal_values INDEXED BY signal_values_by_quality
WHERE quality IS NOT NULL AND quality >= ? ORDER BY quality LIMIT 1`;

function parse(body: string): SignalValues {
  const values: SignalValues = JSON.parse(body);
  return values;
}
