import { isQuiet } from '../../../shared/domain/signals/is-quiet.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** In how many interactions of outputs that are alike a signal tells something (see `isQuiet`); '' stands for none. */
export interface SignalCoverage {
  readonly surface: string;
  readonly model: string;
  readonly promptVersion: string;
  readonly signal: string;
  readonly known: number;
}

export function readSignalCoverage(database: Database): SignalCoverage[] {
  return rowsOf<SignalCoverage>(
    database,
    `SELECT c.surface, c.model, coalesce(p.name, '') AS promptVersion, c.signal, c.known
     FROM signal_coverage AS c LEFT JOIN prompt_versions AS p ON p.seq = c.prompt_version_seq
     WHERE c.known > 0`,
  ).all();
}

/** So many more interactions of a cell have a value of a signal, or fewer. */
export interface CoverageChange {
  readonly cellSeq: number;
  readonly signal: string;
  readonly value: number;
  readonly by: number;
}

/**
 * Brings what is known of groups up to date, within the transaction that changes the counts of their cells. Many changes are
 * few rows: cells of one group are summed first.
 */
export function addSignalCoverage(database: Database, changes: Iterable<CoverageChange>): void {
  const groupOf = rowsOf<Group>(
    database,
    'SELECT surface, model, prompt_version_seq AS version FROM signal_cells WHERE seq = ?',
  );
  const groups = new Map<string, Group>();
  const keys = new Map<number, string>();
  const sums = new Map<string, Map<string, number>>();
  for (const { cellSeq, signal, value, by } of changes) {
    if (isQuiet(signal, value)) continue;
    const key = keys.get(cellSeq) ?? keyOf(cellSeq);
    const signals = sums.get(key) ?? new Map<string, number>();
    sums.set(key, signals);
    signals.set(signal, (signals.get(signal) ?? 0) + by);
  }
  const add = prepare(
    database,
    `INSERT INTO signal_coverage (surface, model, prompt_version_seq, signal, known) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET known = known + excluded.known`,
  );
  for (const [key, signals] of sums) {
    const group = groups.get(key);
    if (group === undefined) continue;
    for (const [signal, by] of signals)
      if (by !== 0) add.run(group.surface, group.model, group.version, signal, by);
  }

  function keyOf(cellSeq: number): string {
    const group = groupOf.get(cellSeq);
    if (group === undefined) throw new Error(`There is no cell ${cellSeq}.`);
    const key = JSON.stringify([group.surface, group.model, group.version]);
    groups.set(key, group);
    keys.set(cellSeq, key);
    return key;
  }
}

interface Group {
  readonly surface: string;
  readonly model: string;
  readonly version: number;
}

/** Interactions of a cell of which a signal tells something; one range of its counts. */
export function countKnownInCell(database: Database, cellSeq: number, signal: string): number {
  return numberOf(database, countKnownInCellSql, cellSeq, signal, isQuiet(signal, 0) ? 1 : 0);
}

/** Exported for the test of its query plan. */
export const countKnownInCellSql = `
SELECT coalesce(sum(count), 0) FROM signal_counts
WHERE cell_seq = ? AND signal = ? AND NOT (? = 1 AND value = 0)`;
