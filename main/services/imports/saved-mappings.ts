import type { SavedMapping } from '../../../shared/contract/import-operations.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, transact } from '../../db/database.ts';
import { deleteSavedMapping, listSavedMappings, upsertSavedMapping } from '../../db/tables/saved-mappings.ts';

/** Every saved mapping, the newest first. */
export function listMappings(database: Database): SavedMapping[] {
  return listSavedMappings(database);
}

/** Saves a mapping under a name, in place of one of the same name. */
export function saveMapping(
  database: Database,
  input: Pick<SavedMapping, 'name' | 'mapping' | 'columns'>,
  now = Date.now(),
): SavedMapping {
  return transact(database, () => {
    upsertSavedMapping(database, { ...input, id: createId(), savedAt: now });
    const saved = listSavedMappings(database).find(
      ({ name }) => name.toLowerCase() === input.name.toLowerCase(),
    );
    if (saved === undefined) throw new Error('A mapping that was just saved is not there.');
    return saved;
  });
}

/** Mappings saved for a file of these columns, the newest first: each path of theirs begins with a column that is there. */
export function mappingsFor(database: Database, columns: readonly string[]): SavedMapping[] {
  const present = new Set(columns);
  return listSavedMappings(database).filter((saved) => {
    const shared = saved.columns.filter((column) => present.has(column)).length;
    return saved.columns.length > 0 && shared === saved.columns.length && shared >= columns.length / 2;
  });
}

/** MAPPING_NOT_FOUND. */
export function deleteMapping(database: Database, id: string): Result<null> {
  const isGone = transact(database, () => deleteSavedMapping(database, id));
  return isGone
    ? succeed(null)
    : fail('MAPPING_NOT_FOUND', 'There is no such saved mapping any more. Reload the list.');
}
