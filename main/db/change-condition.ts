import type { Clause } from '../../shared/domain/filter/filter.ts';
import type { Database } from './database.ts';
import { numberOf, valuesOf } from './query.ts';
import { likePattern, type Sql, sql } from './sql.ts';

/**
 * The interactions with a change of a failure mode, or in a cluster of the current run; null where the clause is about
 * something else. Both are meant by id, name or a part of that; `none` means changes none of which is in any.
 */
export function changeCondition(
  database: Database,
  clause: Clause,
): { readonly set: Sql; readonly test: Sql } | null {
  switch (clause.field) {
    case 'mode':
      return onChanges('change_modes INDEXED BY change_modes_by_mode', clause, {
        any: sql('1'),
        named: oneOf('mode_seq', modeSeqs(database, clause)),
      });
    case 'cluster': {
      const run = numberOf(database, `SELECT seq FROM cluster_runs WHERE state = 'current'`);
      const { text, parameters } = oneOf('cluster_seq', clusterSeqs(database, run, clause));
      return onChanges('change_clusters INDEXED BY change_clusters_by_cluster', clause, {
        any: sql('run_seq = ? AND cluster_seq IS NOT NULL', run),
        named: sql(`run_seq = ? AND ${text}`, run, ...parameters),
      });
    }
    default:
      return null;
  }
}

/** What a group is stands in a row beside the change, which is found by its interaction. */
function onChanges(
  indexed: string,
  { operator, value }: Clause,
  { any, named }: { readonly any: Sql; readonly named: Sql },
): { readonly set: Sql; readonly test: Sql } {
  const [table = ''] = indexed.split(' ');
  const isNone = value === noneName && operator !== '~';
  const { text, parameters } = value === '' || isNone ? any : named;
  const inRow = (interaction: string) =>
    `EXISTS (SELECT 1 FROM changes AS c INDEXED BY changes_by_interaction CROSS JOIN ${table} AS g
      ON g.change_seq = c.seq WHERE c.interaction_seq = ${interaction} AND ${text})`;
  if (!isNone)
    return {
      set: { text: `SELECT interaction_seq AS seq FROM ${indexed} WHERE ${text}`, parameters },
      test: { text: inRow('i.seq'), parameters },
    };
  const changed = 'changes AS u INDEXED BY changes_by_interaction';
  return {
    set: {
      text: `SELECT u.interaction_seq AS seq FROM ${changed} WHERE NOT ${inRow('u.interaction_seq')}`,
      parameters,
    },
    test: {
      text: `(EXISTS (SELECT 1 FROM ${changed} WHERE u.interaction_seq = i.seq) AND NOT ${inRow('i.seq')})`,
      parameters,
    },
  };
}

const noneName = 'none';

function oneOf(column: string, seqs: readonly number[]): Sql {
  return sql(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(seqs));
}

/** One that was merged means the one that stands for it. */
function modeSeqs(database: Database, { operator, value }: Clause): number[] {
  const [condition, ...parameters] =
    operator === '~' ? [`name LIKE ? ESCAPE '\\'`, likePattern(value)] : ['id = ? OR name = ?', value, value];
  return valuesOf<number>(
    database,
    `WITH RECURSIVE meant (id) AS (
       SELECT id FROM failure_modes WHERE ${condition}
       UNION SELECT m.merged_into FROM failure_modes AS m JOIN meant ON m.id = meant.id WHERE m.merged_into IS NOT NULL
     ) SELECT seq FROM failure_modes WHERE id IN (SELECT id FROM meant)`,
  ).all(...parameters);
}

function clusterSeqs(database: Database, run: number, { operator, value }: Clause): number[] {
  const [condition, ...parameters] =
    operator === '~'
      ? [`name LIKE ? ESCAPE '\\'`, likePattern(value)]
      : ['(id = ? OR name = ? COLLATE NOCASE)', value, value];
  return valuesOf<number>(database, `SELECT seq FROM clusters WHERE run_seq = ? AND ${condition}`).all(
    run,
    ...parameters,
  );
}
