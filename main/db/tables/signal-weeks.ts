import { isMeasured } from '../../../shared/domain/signals/is-measured.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

/** So many more interactions of a cell have a value of a signal, or fewer. */
export interface WeekChange {
  readonly cellSeq: number;
  readonly signal: string;
  readonly value: number;
  readonly by: number;
}

/**
 * Brings measured values by week up to date, within the transaction that changes the counts of their cells. Cells of one week
 * are summed first, so that many changes are few rows.
 */
export function addSignalWeeks(database: Database, changes: Iterable<WeekChange>): void {
  const weekOf = valuesOf<string>(database, 'SELECT week FROM signal_cells WHERE seq = ?');
  const weeks = new Map<number, string>();
  const sums = new Map<string, { readonly week: string; readonly change: WeekChange; by: number }>();
  for (const change of changes) {
    const { cellSeq, signal, value, by } = change;
    if (by === 0 || !isMeasured(signal)) continue;
    const week = weeks.get(cellSeq) ?? weekOf.get(cellSeq) ?? '';
    weeks.set(cellSeq, week);
    const key = `${week} ${signal} ${value}`;
    const sum = sums.get(key) ?? { week, change, by: 0 };
    sum.by += by;
    sums.set(key, sum);
  }
  const add = prepare(
    database,
    `INSERT INTO signal_weeks (week, signal, value, count) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  );
  for (const { week, change, by } of sums.values())
    if (by !== 0) add.run(week, change.signal, change.value, by);
}

export type SignalWeekCount = readonly [week: string, signal: string, value: number, count: number];

/** Measured values by week, '' for those without a time, as plain arrays. */
export function readSignalWeeks(database: Database): IterableIterator<SignalWeekCount> {
  const sql = 'SELECT week, signal, value, count FROM signal_weeks WHERE count <> 0';
  return rowsOf<SignalWeekCount>(database, sql).raw().iterate();
}
