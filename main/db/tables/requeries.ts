import type { FoundRequery } from '../../../shared/domain/signals/measured-row.ts';
import type { RequeryPair } from '../../../shared/domain/signals/requery-decision.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';
import { derivedThrough, setDerivedThrough } from './derived.ts';

/** An interaction that may ask again what an earlier one asked. */
export interface StoredRequery extends RequeryPair {
  readonly earlierSeq: number;
}

/** Grows whenever other pairs are found in the same interactions. */
export const requeriesVersion = 1;

/** Every interaction up to this seq was compared with earlier ones, by this version of the code. */
export function requeriesThrough(database: Database): number {
  return derivedThrough(database, { name: 'requeries', version: requeriesVersion });
}

export function setRequeriesThrough(database: Database, seq: number): void {
  setDerivedThrough(database, { name: 'requeries', version: requeriesVersion }, seq);
}

export interface AskingRow {
  readonly seq: number;
  readonly session: string | null;
  readonly user: string | null;
}

/** The next interactions behind a seq, in order. */
export function nextAsking(database: Database, after: number, limit: number): AskingRow[] {
  return rowsOf<AskingRow>(database, nextAskingSql).all(after, limit);
}

export function askingRow(database: Database, seq: number): AskingRow | null {
  return (
    rowsOf<AskingRow>(database, 'SELECT seq, session, user FROM interactions WHERE seq = ?').get(seq) ?? null
  );
}

export const nextAskingSql = 'SELECT seq, session, user FROM interactions WHERE seq > ? ORDER BY seq LIMIT ?';

/**
 * Stores what an interaction may ask again, or that it asks nothing again. One that is as before is not written; another
 * one takes its place by deletion, so that the earlier interaction of both is known to have changed.
 */
export function storeRequery(database: Database, seq: number, found: StoredRequery | null): void {
  const stored = rowsOf<StoredRequery>(database, requeryOfSql).get(seq) ?? null;
  if (isSame(stored, found)) return;
  if (stored !== null) prepare(database, 'DELETE FROM requeries WHERE interaction_seq = ?').run(seq);
  if (found === null) return;
  prepare(
    database,
    // The earlier one may have been deleted since it was read.
    `INSERT INTO requeries (interaction_seq, earlier_seq, scope, likeness, gap_ms)
     SELECT ?, seq, ?, ?, ? FROM interactions WHERE seq = ?`,
  ).run(seq, found.scope, found.likeness, found.gapMs, found.earlierSeq);
}

const requeryOfSql = `SELECT earlier_seq AS earlierSeq, scope, likeness, gap_ms AS gapMs FROM requeries
  WHERE interaction_seq = ?`;

function isSame(one: StoredRequery | null, other: StoredRequery | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.earlierSeq === other.earlierSeq &&
    one.scope === other.scope &&
    one.likeness === other.likeness &&
    one.gapMs === other.gapMs
  );
}

/** Deletes up to `limit` pairs and returns how many it were. */
export function deleteRequeries(database: Database, limit: number): number {
  return prepare(
    database,
    'DELETE FROM requeries WHERE interaction_seq IN (SELECT interaction_seq FROM requeries LIMIT ?)',
  ).run(limit).changes;
}

/** A later interaction that may ask again what an earlier one asked. */
export interface LaterRequery extends FoundRequery {
  readonly earlierSeq: number;
}

/** Later interactions that may ask again what these asked, with what people said of them. */
export function requeriesOf(database: Database, earlierSeqs: readonly number[]): LaterRequery[] {
  return rowsOf<LaterRequery>(database, requeriesOfSql).all(JSON.stringify(earlierSeqs));
}

export const requeriesOfSql = `
SELECT r.earlier_seq AS earlierSeq, r.likeness, r.gap_ms AS gapMs, r.scope, v.verdict
FROM json_each(?) AS page CROSS JOIN requeries AS r INDEXED BY requeries_by_earlier ON r.earlier_seq = page.value
LEFT JOIN requery_verdicts AS v ON v.interaction_seq = r.interaction_seq AND v.earlier_seq = r.earlier_seq
ORDER BY r.earlier_seq, r.interaction_seq`;
