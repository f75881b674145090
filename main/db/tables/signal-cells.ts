import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** Interactions of a week that are alike in everything that figures are broken down by; '' stands for none. */
export interface SignalCell {
  readonly seq: number;
  /** ISO week, such as 2026-W40. */
  readonly week: string;
  readonly surface: string;
  readonly model: string;
  readonly promptVersion: string;
  readonly segment: string;
  readonly interactions: number;
}

/** All cells that hold interactions. There are far fewer of them than interactions. */
export function readSignalCells(database: Database): SignalCell[] {
  return rowsOf<SignalCell>(
    database,
    `SELECT c.seq, c.week, c.surface, c.model, coalesce(p.name, '') AS promptVersion, c.segment, c.interactions
     FROM signal_cells AS c LEFT JOIN prompt_versions AS p ON p.seq = c.prompt_version_seq
     WHERE c.interactions > 0 ORDER BY c.seq`,
  ).all();
}

/** How often a signal had a value in a cell. Yes or no is counted as 1 and 0, what is measured in bins (see `binOf`). */
export interface SignalCount {
  readonly cellSeq: number;
  readonly signal: string;
  readonly value: number;
  readonly count: number;
}

/** All counts of these signals, cell by cell. */
export function* readSignalCounts(database: Database, signals: readonly string[]): Generator<SignalCount> {
  yield* rowsOf<SignalCount>(
    database,
    `SELECT cell_seq AS cellSeq, signal, value, count FROM signal_counts
     WHERE count > 0 AND signal IN (SELECT value FROM json_each(?)) ORDER BY cell_seq, signal, value`,
  ).iterate(JSON.stringify(signals));
}

/** In how many interactions of each cell a signal is known, whatever its value. */
export interface SignalKnown {
  readonly cellSeq: number;
  readonly signal: string;
  readonly known: number;
}

export function readSignalsKnown(database: Database): SignalKnown[] {
  return rowsOf<SignalKnown>(
    database,
    `SELECT cell_seq AS cellSeq, signal, sum(count) AS known FROM signal_counts
     WHERE count > 0 GROUP BY cell_seq, signal ORDER BY cell_seq, signal`,
  ).all();
}
