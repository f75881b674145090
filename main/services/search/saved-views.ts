import type { SavedView } from '../../../shared/contract/search-operations.ts';
import { parseQuery } from '../../../shared/domain/search/parse-query.ts';
import { queryToText } from '../../../shared/domain/search/query-to-text.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, transact } from '../../db/database.ts';
import { deleteSavedView, listSavedViews, upsertSavedView } from '../../db/tables/saved-views.ts';

/** Every view, by name. */
export function listViews(database: Database): SavedView[] {
  return listSavedViews(database);
}

/** Keeps a query under a name, in place of one of the same name. FILTER_INVALID where it cannot be read. */
export function saveView(
  database: Database,
  { name, query }: Pick<SavedView, 'name' | 'query'>,
  now = Date.now(),
): Result<SavedView> {
  const filter = parseQuery(query);
  if (!filter.ok) return filter;
  const view = { id: createId(), name, query: queryToText(filter.value), savedAt: now };
  return succeed(transact(database, () => upsertSavedView(database, view)));
}

/** VIEW_NOT_FOUND. */
export function deleteView(database: Database, id: string): Result<null> {
  const isGone = transact(database, () => deleteSavedView(database, id));
  return isGone
    ? succeed(null)
    : fail('VIEW_NOT_FOUND', 'There is no such saved view any more. Reload the list.');
}
