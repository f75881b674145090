import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** Values that are counted, of interactions that are there and of those that were deleted since. */
export interface CountedBody {
  readonly cellSeq: number;
  readonly body: string;
  readonly bins: string | null;
}

/** All of them, cell by cell. */
export function countedBodies(database: Database): IterableIterator<CountedBody> {
  return rowsOf<CountedBody>(
    database,
    `SELECT cell_seq AS cellSeq, body, bins FROM signal_values
     UNION ALL SELECT cell_seq, body, bins FROM removed_signal_values ORDER BY cell_seq`,
  ).iterate();
}

/** A cell by what its counts are summed up by. */
export interface CountedCell {
  readonly seq: number;
  readonly week: string;
  /** Surface, model and prompt version as one text. */
  readonly group: string;
  readonly interactions: number;
}

export function countedCells(database: Database): CountedCell[] {
  return rowsOf<CountedCell>(
    database,
    `SELECT seq, week, json_array(surface, model, prompt_version_seq) AS "group", interactions FROM signal_cells`,
  ).all();
}

/** Counts of a cell, each as a key and its count; those of nothing are left out. */
export function keptCounts(database: Database, cellSeq: number): KeptCount[] {
  return rowsOf<KeptCount>(
    database,
    `SELECT json_array(signal, value) AS key, count FROM signal_counts WHERE cell_seq = ? AND count <> 0`,
  ).all(cellSeq);
}

export interface KeptCount {
  readonly key: string;
  readonly count: number;
}

export function keptWeeks(database: Database): KeptCount[] {
  const sql = 'SELECT json_array(week, signal, value) AS key, count FROM signal_weeks WHERE count <> 0';
  return rowsOf<KeptCount>(database, sql).all();
}

export function keptCoverage(database: Database): KeptCount[] {
  return rowsOf<KeptCount>(
    database,
    `SELECT json_array(json_array(surface, model, prompt_version_seq), signal) AS key, known AS count
     FROM signal_coverage WHERE known <> 0`,
  ).all();
}
