import { createId } from '../create-id.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

/** The seq of the prompt version of this name, made on first use. */
export function ensurePromptVersion(database: Database, name: string): number {
  const known = valuesOf<number>(database, 'SELECT seq FROM prompt_versions WHERE name = ?').get(name);
  if (known !== undefined) return known;
  const { lastInsertRowid } = prepare(database, 'INSERT INTO prompt_versions (id, name) VALUES (?, ?)').run(
    createId(),
    name,
  );
  return Number(lastInsertRowid);
}

export interface PromptVersion {
  readonly liveFrom: number | null;
  readonly template: string | null;
}

export function readPromptVersion(database: Database, name: string): PromptVersion | null {
  const sql = 'SELECT live_from AS liveFrom, template FROM prompt_versions WHERE name = ?';
  return rowsOf<PromptVersion>(database, sql).get(name) ?? null;
}

/** Deletes prompt versions that only an import named and no interaction uses any more. */
export function deleteUnusedPromptVersions(database: Database): void {
  prepare(
    database,
    `DELETE FROM prompt_versions WHERE template IS NULL AND live_from IS NULL
     AND NOT EXISTS (SELECT 1 FROM interactions WHERE prompt_version_seq = prompt_versions.seq)`,
  ).run();
}
