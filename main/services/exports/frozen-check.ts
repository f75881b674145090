import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { ExportFormat } from '../../../shared/domain/export/recipe.ts';
import type { SkippedRow } from '../../../shared/domain/export/row-finding.ts';
import type { Database } from '../../db/database.ts';
import { frozenRowReader } from '../../db/tables/frozen-rows.ts';
import type { ReadRow } from './row-reader.ts';
import { inputHash } from './split-groups.ts';

/** Finds those of a page that are in a frozen test set, by their ids. */
export type FindFrozen = (rows: readonly ReadRow[]) => ReadonlySet<string>;

/** Sets that test models rather than train them may hold what is frozen. */
export function createFrozenCheck(
  database: Database,
  format: ExportFormat,
  snapshotIds: readonly string[],
): FindFrozen {
  if (snapshotIds.length === 0 || formats[format].kind === 'evaluation') return () => none;
  const read = frozenRowReader(database, snapshotIds);
  return (rows) =>
    read(rows.map(({ interactionId: id, messages }) => ({ id, inputHash: inputHash(messages) })));
}

const none: ReadonlySet<string> = new Set();

export const inFrozenTestSet: SkippedRow = {
  rule: 'in_frozen_test_set',
  message: 'The row is in a test set that was frozen.',
};
