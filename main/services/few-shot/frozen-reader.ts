import type { Database } from '../../db/database.ts';
import type { StoredExportRow } from '../../db/tables/export-rows.ts';
import { frozenRowReader, frozenSnapshotIds } from '../../db/tables/frozen-rows.ts';
import { inputHash } from '../exports/split-groups.ts';

/** Finds those that are in a frozen test set, by their ids: an example of what is tested would spoil the test. */
export function createFrozenReader(
  database: Database,
): (rows: readonly Pick<StoredExportRow, 'id' | 'messages'>[]) => ReadonlySet<string> {
  const snapshots = frozenSnapshotIds(database);
  if (snapshots.length === 0) return () => new Set();
  const read = frozenRowReader(database, snapshots);
  return (rows) => read(rows.map(({ id, messages }) => ({ id, inputHash: inputHash(messages) })));
}
