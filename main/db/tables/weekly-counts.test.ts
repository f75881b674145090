import { expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import {
  changesBetweenSql,
  clusterExamplesSql,
  clusterFirstWeekSql,
  clusterInteractionsSql,
  interactionsBetweenSql,
  modeExamplesSql,
  modeFirstWeekSql,
  modeInteractionsSql,
  modeSeenAfterSql,
} from './weekly-counts.ts';

const ofTime = 'USING COVERING INDEX interactions_by_time (created_at>? AND created_at<?)';

it.each([
  ['interactions of a time', interactionsBetweenSql, ofTime],
  ['changes of a time', changesBetweenSql, 'USING COVERING INDEX changes_by_interaction (interaction_seq=?)'],
  [
    'interactions of a failure mode',
    modeInteractionsSql,
    'COVERING INDEX change_modes_by_mode (mode_seq=? AND week=?)',
  ],
  [
    'interactions of a cluster',
    clusterInteractionsSql,
    'COVERING INDEX change_clusters_by_cluster (run_seq=? AND cluster_seq=? AND week=?)',
  ],
  [
    'the first week of a failure mode',
    modeFirstWeekSql,
    'COVERING INDEX change_modes_by_mode (mode_seq=? AND week>?)',
  ],
  [
    'the first week of a cluster',
    clusterFirstWeekSql,
    'COVERING INDEX change_clusters_by_cluster (run_seq=? AND cluster_seq=? AND week>?)',
  ],
  ['what came back', modeSeenAfterSql, 'COVERING INDEX change_modes_by_mode (mode_seq=? AND week=?)'],
  [
    'examples of a failure mode',
    modeExamplesSql('typical'),
    'INDEX change_modes_by_mode (mode_seq=? AND week=?)',
  ],
  [
    'examples of a cluster',
    clusterExamplesSql('borderline'),
    'INDEX change_clusters_by_cluster (run_seq=? AND cluster_seq=? AND week=?)',
  ],
])('%s are read from the week alone', (_, sql, step) => {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '1'));
  const plan = rows.map((row) => String(Object(row).detail));
  expect(plan.join('\n')).toContain(step);
  expect(plan.filter((line) => /^SCAN (interactions|change|i\b|c\b|m\b)/.test(line))).toEqual([]);
});
