import { z } from 'zod';
import type { SavedView } from '../../../shared/contract/search-operations.ts';
import { type Database, prepare } from '../database.ts';

const viewRow = z.object({ id: z.string(), name: z.string(), query: z.string(), savedAt: z.int() });

/** By name. */
export function listSavedViews(database: Database): SavedView[] {
  return z
    .array(viewRow)
    .parse(
      prepare(database, 'SELECT id, name, query, saved_at AS savedAt FROM saved_views ORDER BY name').all(),
    );
}

/** Keeps a view in place of one of the same name, which keeps its id. */
export function upsertSavedView(database: Database, { id, name, query, savedAt }: SavedView): SavedView {
  return viewRow.parse(
    prepare(
      database,
      `INSERT INTO saved_views (id, name, query, saved_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET name = excluded.name, query = excluded.query, saved_at = excluded.saved_at
       RETURNING id, name, query, saved_at AS savedAt`,
    ).get(id, name, query, savedAt),
  );
}

/** Returns whether there was one. */
export function deleteSavedView(database: Database, id: string): boolean {
  return prepare(database, 'DELETE FROM saved_views WHERE id = ?').run(id).changes > 0;
}
