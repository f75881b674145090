import type { MappedSignal } from '../../../shared/domain/mapping/mapped-row.ts';
import { type Database, prepare } from '../database.ts';
import { valuesOf } from '../query.ts';
import { extendFeed } from './outcome-feeds.ts';
import { markChangesStale } from './stale-changes.ts';

export function insertSignal(
  database: Database,
  interactionSeq: number,
  sourceSeq: number,
  signal: MappedSignal,
): void {
  prepare(
    database,
    'INSERT INTO signals (interaction_seq, source_seq, kind, name, number, text, unit, at, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    interactionSeq,
    sourceSeq,
    signal.kind,
    signal.name,
    signal.number,
    signal.text,
    signal.unit,
    signal.at?.ms,
    signal.origin,
  );
  if (signal.kind === 'outcome') extendFeed(database, sourceSeq, signal.name, signal.at?.ms ?? null);
}

/** Whether the interaction has this very observation already. */
export function hasSignal(database: Database, interactionSeq: number, signal: MappedSignal): boolean {
  const found = prepare(database, hasSignalSql).get(
    interactionSeq,
    signal.kind,
    signal.name,
    signal.number,
    signal.text,
    signal.at?.ms,
    signal.origin,
  );
  return found !== undefined;
}

/**
 * Names its index: before the first statistics, as in an import that repeats one that was cut short, SQLite would
 * rather look through every signal of that name and value.
 */
export const hasSignalSql = `SELECT 1 FROM signals INDEXED BY signals_by_interaction
  WHERE interaction_seq = ? AND kind = ? AND name = ? AND number IS ? AND text IS ? AND at IS ? AND origin IS ?`;

/**
 * Seqs of the signals that a source brought. Reads the whole table: an index would make every import slower for what
 * only undoing one needs, and only where its rows added to interactions of others.
 */
export function signalsOfSource(database: Database, sourceSeq: number): number[] {
  return valuesOf<number>(database, 'SELECT seq FROM signals WHERE source_seq = ?').all(sourceSeq);
}

export function deleteSignal(database: Database, seq: number): void {
  const interaction = valuesOf<number>(
    database,
    'DELETE FROM signals WHERE seq = ? RETURNING interaction_seq',
  ).get(seq);
  if (interaction !== undefined) markChangesStale(database, interaction);
}
