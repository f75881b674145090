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

export interface PromptVersionInUse extends PromptVersion {
  readonly id: string;
  readonly name: string;
  readonly interactions: number;
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
}

/** Every prompt version with how many interactions it has and from when to when; one pass over a narrow index. */
export function promptVersionsInUse(database: Database): PromptVersionInUse[] {
  return rowsOf<PromptVersionInUse>(database, promptVersionsInUseSql).all();
}

/** Exported for the test of its query plan. */
export const promptVersionsInUseSql = `
SELECT p.id, p.name, coalesce(u.interactions, 0) AS interactions, u.first_seen AS firstSeen, u.last_seen AS lastSeen,
  p.live_from AS liveFrom, p.template
FROM prompt_versions AS p LEFT JOIN (
  SELECT prompt_version_seq, count(*) AS interactions, min(created_at) AS first_seen, max(created_at) AS last_seen
  FROM interactions INDEXED BY interactions_in_order WHERE prompt_version_seq IS NOT NULL GROUP BY prompt_version_seq
) AS u ON u.prompt_version_seq = p.seq`;

/** Deletes prompt versions that only an import named and no interaction uses any more. */
export function deleteUnusedPromptVersions(database: Database): void {
  prepare(
    database,
    `DELETE FROM prompt_versions WHERE template IS NULL AND live_from IS NULL
     AND NOT EXISTS (SELECT 1 FROM interactions WHERE prompt_version_seq = prompt_versions.seq)`,
  ).run();
}
