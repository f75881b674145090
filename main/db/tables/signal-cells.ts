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
