import { rowsOf } from '../query.ts';
import type { Database } from '../database.ts';
import { type ChangeUnits, unitColumns } from './change-texts.ts';

/** A change with what is known of it, in the current run. */
export interface DescribedChange extends ChangeUnits {
  readonly interactionId: string;
  readonly createdAt: number | null;
  readonly week: number | null;
  readonly clusterId: string | null;
  readonly similarity: number | null;
  readonly modeId: string | null;
  readonly modeName: string | null;
  readonly how: 'person' | 'cluster' | 'near' | null;
}

export function describedChange(database: Database, seq: number): DescribedChange | null {
  return rowsOf<DescribedChange>(database, describedChangeSql).get(seq) ?? null;
}

/** Exported for the test of its plan. */
export const describedChangeSql = `SELECT ${unitColumns}, i.id AS interactionId, i.created_at AS createdAt, c.week,
    k.id AS clusterId, g.similarity, f.id AS modeId, f.name AS modeName, m.how
  FROM changes AS c JOIN interactions AS i ON i.seq = c.interaction_seq
  LEFT JOIN change_clusters AS g ON g.change_seq = c.seq
    AND g.run_seq = (SELECT seq FROM cluster_runs WHERE state = 'current')
  LEFT JOIN clusters AS k ON k.seq = g.cluster_seq
  LEFT JOIN change_modes AS m ON m.change_seq = c.seq
  LEFT JOIN failure_modes AS f ON f.seq = m.mode_seq
  WHERE c.seq = ?`;
