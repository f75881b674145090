import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

interface GroupValue {
  readonly seq: number;
  readonly value: string;
}

/** Reads which prompt version or model interactions have; those that have none are left out. */
export function segmentReader(
  database: Database,
  field: 'prompt_version' | 'model',
): (seqs: readonly number[]) => GroupValue[] {
  const query = rowsOf<GroupValue>(database, field === 'model' ? groupModelSql : groupPromptVersionSql);
  return (seqs) => query.all(JSON.stringify(seqs));
}

/** Exported for the test of their query plans. */
export const groupModelSql = `SELECT i.seq, i.model AS value FROM json_each(?) AS page
  CROSS JOIN interactions AS i INDEXED BY interactions_in_order ON i.seq = page.value WHERE i.model IS NOT NULL`;
export const groupPromptVersionSql = `SELECT i.seq, p.name AS value FROM json_each(?) AS page
  CROSS JOIN interactions AS i INDEXED BY interactions_in_order ON i.seq = page.value
  CROSS JOIN prompt_versions AS p ON p.seq = i.prompt_version_seq`;
