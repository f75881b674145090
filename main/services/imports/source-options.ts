import type { ImportOptions } from '../../../shared/contract/import-operations.ts';
import type { Database } from '../../db/database.ts';
import { findSource, listSources } from '../../db/tables/sources.ts';

/** The options that an import was started with. */
export function optionsOf(database: Database, sourceId: string): ImportOptions | undefined {
  return findSource(database, sourceId)?.options;
}

/** Whether users of the project have pseudonyms: then only the key that these were made with will do. */
export function hasPseudonyms(database: Database): boolean {
  return listSources(database).some(
    ({ options, state, imported }) => options.pseudonymise === true && state !== 'undone' && imported > 0,
  );
}

/** Whether an import needs the key of the project's pseudonyms: to make some, or to join rows that name users as they are. */
export function needsPseudonyms(database: Database, { pseudonymise, join }: ImportOptions = {}): boolean {
  if (pseudonymise === true) return true;
  const joinsUsers =
    join?.by === 'user_window' || (join?.by === 'key' && /\{\s*user\s*\}/.test(join.interaction));
  return joinsUsers && hasPseudonyms(database);
}
