import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** Interactions that are alike in one field, and how many of them have a failure mode. */
export interface SegmentCount {
  readonly value: string;
  readonly interactions: number;
  readonly of: number;
}

export const segmentFields = ['prompt_version', 'model', 'source', 'user', 'action'] as const;
export type SegmentField = (typeof segmentFields)[number];

/** @param modeSeqs the failure mode with those that were merged into it */
export function segmentCounts(
  database: Database,
  field: SegmentField,
  modeSeqs: readonly number[],
): SegmentCount[] {
  return rowsOf<SegmentCount>(database, segmentSql(field)).all(JSON.stringify(modeSeqs));
}

const withMode = `(SELECT interaction_seq FROM change_modes INDEXED BY change_modes_by_mode
  WHERE mode_seq IN (SELECT value FROM json_each(?)))`;

function byColumn(index: string, column: string): string {
  return `SELECT ${column} AS value, count(*) AS of, sum(seq IN ${withMode}) AS interactions
    FROM interactions INDEXED BY ${index} WHERE ${column} IS NOT NULL GROUP BY ${column}`;
}

function named(table: string, counted: string): string {
  return `SELECT t.name AS value, c.interactions, c.of FROM (${counted}) AS c JOIN ${table} AS t ON t.seq = c.value`;
}

/** Exported for the test of their query plans: each reads one covering index. */
export function segmentSql(field: SegmentField): string {
  switch (field) {
    case 'prompt_version':
      return named('prompt_versions', byColumn('interactions_by_prompt_version', 'prompt_version_seq'));
    case 'model':
      return byColumn('interactions_by_model', 'model');
    case 'source':
      return named('sources', byColumn('interactions_by_source', 'source_seq'));
    case 'user':
      return byColumn('interactions_by_user', 'user');
    case 'action':
      return `SELECT value, count(*) AS of, sum(seq IN ${withMode}) AS interactions FROM (
          SELECT DISTINCT substr(text, 1, 64) AS value, interaction_seq AS seq
          FROM signals INDEXED BY signals_by_name WHERE name = 'action' AND number IS NULL
        ) GROUP BY value`;
  }
}
