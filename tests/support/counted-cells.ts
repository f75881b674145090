import { type Database, prepare } from '../../main/db/database.ts';
import { ensurePromptVersion } from '../../main/db/tables/prompt-versions.ts';
import { addSignalWeeks } from '../../main/db/tables/signal-weeks.ts';

/** Interactions that are alike, and how often each signal had each value among them. */
export interface CountedCell {
  readonly week: string;
  readonly surface?: string;
  readonly model?: string;
  readonly promptVersion?: string;
  readonly segment?: string;
  readonly interactions: number;
  /** By signal pairs of value and count. */
  readonly counts: Readonly<Record<string, readonly (readonly [value: number, count: number])[]>>;
}

/** Adds cells with their counts alone, as measuring leaves them, without the interactions behind them. */
export function addCountedCells(database: Database, cells: readonly CountedCell[]): void {
  database.transaction(() => {
    for (const cell of cells) insertCell(database, cell);
  })();
}

function insertCell(database: Database, cell: CountedCell): void {
  const { week, surface = '', model = '', promptVersion = '', segment = '', interactions, counts } = cell;
  const version = promptVersion === '' ? 0 : ensurePromptVersion(database, promptVersion);
  const { lastInsertRowid: seq } = prepare(
    database,
    `INSERT INTO signal_cells (week, surface, model, prompt_version_seq, segment, interactions) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(week, surface, model, version, segment, interactions);
  const insert = prepare(
    database,
    'INSERT INTO signal_counts (cell_seq, signal, value, count) VALUES (?, ?, ?, ?)',
  );
  for (const [signal, pairs] of Object.entries(counts))
    for (const [value, count] of pairs)
      if (count > 0) {
        insert.run(seq, signal, value, count);
        addSignalWeeks(database, [{ cellSeq: Number(seq), signal, value, by: count }]);
      }
}

/** Counts of a yes or no. */
export function yesNo(yes: number, n: number): (readonly [number, number])[] {
  return [
    [1, yes],
    [0, n - yes],
  ];
}
