import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** What tells whether an interaction is in a frozen test set: itself, or the hash of its input. */
export interface FrozenKey {
  readonly id: string;
  readonly inputHash: number | null;
}

/** Ids of the snapshots whose test sets are frozen, in the order of their making. */
export function frozenSnapshotIds(database: Database): string[] {
  return valuesOf<string>(
    database,
    `SELECT s.id FROM frozen_snapshots AS f JOIN snapshots AS s ON s.seq = f.snapshot_seq
     WHERE f.frozen_at IS NOT NULL ORDER BY s.seq`,
  ).all();
}

/** Finds out of some interactions those that are in the test set of one of these frozen snapshots. */
export function frozenRowReader(
  database: Database,
  snapshotIds: readonly string[],
): (page: readonly FrozenKey[]) => ReadonlySet<string> {
  const snapshots = JSON.stringify(snapshotIds);
  const query = rowsOf<{ readonly id: string }>(database, frozenRowsSql);
  return (page) => new Set(query.all(JSON.stringify(page), snapshots, snapshots).map(({ id }) => id));
}

/** Exported for the test of its query plan. */
export const frozenRowsSql = `
SELECT page.value ->> 'id' AS id FROM json_each(?) AS page
WHERE EXISTS (
  SELECT 1 FROM frozen_rows AS f JOIN snapshots AS s ON s.seq = f.snapshot_seq
  WHERE f.interaction_id = page.value ->> 'id' AND s.id IN (SELECT value FROM json_each(?))
) OR EXISTS (
  SELECT 1 FROM frozen_rows AS f JOIN snapshots AS s ON s.seq = f.snapshot_seq
  WHERE f.input_hash IS NOT NULL AND f.input_hash = page.value ->> 'inputHash' AND s.id IN (SELECT value FROM json_each(?))
)`;

/** Begins to freeze a snapshot; one that was begun before goes on. */
export function beginFreeze(database: Database, snapshotSeq: number): void {
  prepare(database, 'INSERT OR IGNORE INTO frozen_snapshots (snapshot_seq) VALUES (?)').run(snapshotSeq);
}

export function insertFrozenRow(database: Database, snapshotSeq: number, { id, inputHash }: FrozenKey): void {
  prepare(
    database,
    'INSERT OR IGNORE INTO frozen_rows (snapshot_seq, interaction_id, input_hash) VALUES (?, ?, ?)',
  ).run(snapshotSeq, id, inputHash);
}

/** All rows are in: from now on they are kept out. */
export function endFreeze(database: Database, snapshotSeq: number, now: number): void {
  prepare(
    database,
    'UPDATE frozen_snapshots SET frozen_at = ? WHERE snapshot_seq = ? AND frozen_at IS NULL',
  ).run(now, snapshotSeq);
}

/** Rows that are frozen, and those among them whose snapshot is not there or not frozen. */
export function countFrozenRows(database: Database): { readonly looked: number; readonly wrong: number } {
  return {
    looked: numberOf(database, 'SELECT count(*) FROM frozen_rows'),
    wrong: numberOf(
      database,
      `SELECT count(*) FROM frozen_rows AS f WHERE NOT EXISTS (
         SELECT 1 FROM frozen_snapshots AS z JOIN snapshots AS s ON s.seq = z.snapshot_seq
         WHERE z.snapshot_seq = f.snapshot_seq
       )`,
    ),
  };
}
