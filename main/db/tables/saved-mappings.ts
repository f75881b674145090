import { z } from 'zod';
import { mappingSchema, type SavedMapping } from '../../../shared/contract/import-operations.ts';
import { type Database, prepare } from '../database.ts';

const savedRow = z.object({
  id: z.string(),
  name: z.string(),
  mapping: z.string().transform((text) => mappingSchema.parse(JSON.parse(text))),
  columns: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  savedAt: z.int(),
});

/** The newest first. */
export function listSavedMappings(database: Database): SavedMapping[] {
  return z
    .array(savedRow)
    .parse(
      prepare(
        database,
        'SELECT id, name, mapping, columns, saved_at AS savedAt FROM saved_mappings ORDER BY saved_at DESC, seq DESC',
      ).all(),
    );
}

/** Saves a mapping in place of one of the same name, which keeps its id. */
export function upsertSavedMapping(database: Database, saved: SavedMapping): void {
  prepare(
    database,
    `INSERT INTO saved_mappings (id, name, mapping, columns, saved_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET name = excluded.name, mapping = excluded.mapping, columns = excluded.columns,
       saved_at = excluded.saved_at`,
  ).run(saved.id, saved.name, JSON.stringify(saved.mapping), JSON.stringify(saved.columns), saved.savedAt);
}

/** Returns whether there was one. */
export function deleteSavedMapping(database: Database, id: string): boolean {
  return prepare(database, 'DELETE FROM saved_mappings WHERE id = ?').run(id).changes > 0;
}
