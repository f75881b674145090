import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import { assignedThroughSql, clusterWeeksSql, oldRunSql } from './change-clusters.ts';
import { pageSql } from './change-pages.ts';
import { failureSignsSql, shownEditsSql } from './change-sources.ts';
import {
  allVectorsSql,
  joinedSinceSql,
  pooledVectorsSql,
  vectorsAfterSql,
  vectorsThroughSql,
} from './change-vectors.ts';
import { describedChangeSql } from './described-changes.ts';

/** What SQLite says it will do, one line a step. */
function planOf(sql: string): string {
  const { database } = newProject();
  const values = [...sql.matchAll(/\?/g)].map(() => 1);
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

describe('queries of clusters on many changes', () => {
  it.each([
    [
      'a page of a cluster, the most typical first',
      pageSql(
        'cluster',
        'similarity',
        'AND (similarity, change_seq) < (?, ?)',
        'similarity DESC, change_seq DESC',
      ),
      'change_clusters_by_similarity (run_seq=? AND cluster_seq=? AND (similarity,change_seq)<(?,?))',
    ],
    [
      'a page at its border',
      pageSql('cluster', 'similarity', 'AND (similarity, change_seq) > (?, ?)', 'similarity, change_seq'),
      'change_clusters_by_similarity (run_seq=? AND cluster_seq=? AND (similarity,change_seq)>(?,?))',
    ],
    [
      'its newest ones',
      pageSql(
        'cluster',
        'week',
        'AND week IS NOT NULL AND (week, interaction_seq, change_seq) < (?, ?, ?)',
        'week DESC, interaction_seq DESC, change_seq DESC',
      ),
      'change_clusters_by_cluster (run_seq=? AND cluster_seq=? AND week',
    ],
    [
      'a page of a failure mode',
      pageSql('mode', 'similarity', '', 'similarity DESC, change_seq DESC'),
      'change_modes_by_similarity (mode_seq=?)',
    ],
    [
      'the newest of a failure mode',
      pageSql('mode', 'week', 'AND week IS NULL', 'week DESC, interaction_seq DESC, change_seq DESC'),
      'change_modes_by_mode (mode_seq=? AND week=?)',
    ],
    [
      'what is in neither',
      pageSql('unclassified', 'similarity', '', 'similarity DESC, change_seq DESC'),
      'change_clusters_by_similarity (run_seq=? AND cluster_seq=?)',
    ],
    [
      'clusters by week',
      clusterWeeksSql,
      'USING COVERING INDEX change_clusters_by_cluster (run_seq=? AND cluster_seq>?)',
    ],
    ['shown edits', shownEditsSql, 'edits_by_interaction (interaction_seq>? AND interaction_seq<?)'],
    ['signs of failure', failureSignsSql, 'signals_by_interaction (interaction_seq>? AND interaction_seq<?)'],
    ['the next vectors', vectorsAfterSql, 'SEARCH c USING INTEGER PRIMARY KEY (rowid>?)'],
    ['all vectors', allVectorsSql, 'SCAN v'],
    ['the last change with a vector', vectorsThroughSql, 'SCAN change_vectors'],
    ['the last change that is in a run', assignedThroughSql, 'SCAN change_clusters'],
    ['one change', describedChangeSql, 'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)'],
  ])('find %s by index, without sorting', (_, sql, step) => {
    const plan = planOf(sql);
    expect(plan).toContain(step);
    expect(
      plan
        .replace('USE TEMP B-TREE FOR LAST 3 TERMS OF ORDER BY', '')
        .replace('USE TEMP B-TREE FOR LAST 4 TERMS OF ORDER BY', '')
        .replace('USE TEMP B-TREE FOR count(DISTINCT)', ''),
    ).not.toContain('TEMP B-TREE');
  });

  it('finds what joined none, and what joined since, from the rows of one run', () => {
    expect(planOf(pooledVectorsSql)).toContain(
      'USING COVERING INDEX change_clusters_by_similarity (run_seq=? AND cluster_seq=?)',
    );
    expect(planOf(joinedSinceSql)).not.toContain('SCAN v');
  });

  it('goes from run to run, never over rows', () => {
    const plan = planOf(oldRunSql);
    expect(plan).toContain(
      'SEARCH change_clusters USING COVERING INDEX change_clusters_by_similarity (run_seq>?)',
    );
  });
});
