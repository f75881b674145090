import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import { modesBehindSql } from './assigned-modes.ts';
import { modedChangesSql } from './change-modes.ts';
import { modeEventsByActor } from './events.ts';
import { modeWeeksSql, unclassifiedSql } from './mode-counts.ts';
import { modeEventsSql } from './mode-events.ts';
import { typicalOfClusterSql, typicalOfModeSql } from './mode-examples.ts';
import {
  answerSayingsSql,
  interactionsWithSayingsSql,
  resolvedSayingsSql,
  spanSayingsSql,
  verdictsSql,
} from './mode-sayings.ts';
import { segmentSql } from './mode-segments.ts';
import { rowModesSql } from './row-modes.ts';
import { changesOfClusterSql, changesOfModesSql, changesOfNoneSql } from './subject-changes.ts';

/** What SQLite says it will do, one line a step. */
function planOf(sql: string): string {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '1'));
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

const ofInteractions = '(interaction_seq>? AND interaction_seq<?)';

describe('queries on failure modes', () => {
  it.each([
    ['changes', modedChangesSql, `SEARCH c USING INDEX changes_by_interaction ${ofInteractions}`],
    ['their clusters', modedChangesSql, 'SEARCH g USING PRIMARY KEY (change_seq=? AND run_seq=?)'],
    ['their failure modes', modedChangesSql, 'SEARCH m USING INTEGER PRIMARY KEY (rowid=?)'],
    ['examples', verdictsSql, `SEARCH failure_mode_members USING PRIMARY KEY ${ofInteractions}`],
    ['labels on parts', spanSayingsSql, `SEARCH span_labels USING PRIMARY KEY ${ofInteractions}`],
    ['labels', answerSayingsSql, `SEARCH labels USING PRIMARY KEY ${ofInteractions}`],
    ['resolutions', resolvedSayingsSql, `SEARCH resolutions USING PRIMARY KEY ${ofInteractions}`],
  ])('find %s of interactions by their key, as every label does', (_, sql, step) => {
    expect(planOf(sql)).toContain(step);
  });

  it('find those of a page of an export by the interactions’ changes', () => {
    const plan = planOf(rowModesSql);
    expect(plan).toContain('SEARCH c USING COVERING INDEX changes_by_interaction (interaction_seq=?)');
    expect(plan).toContain('SEARCH m USING INTEGER PRIMARY KEY (rowid=?)');
  });

  it('find a person’s steps without going through their labels', () => {
    const plan = planOf(modeEventsByActor);
    expect(plan).toContain('USING INDEX events_on_failure_modes (actor_seq=? AND seq<?)');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('find whether somebody did something since changes were last assigned, among few events', () => {
    expect(planOf(modesBehindSql)).toContain(
      'SEARCH e USING INDEX events_on_failure_modes (actor_seq=? AND seq>?)',
    );
  });

  it('find the history of a failure mode by keys of events', () => {
    const plan = planOf(modeEventsSql);
    expect(plan).toContain('SEARCH events USING INDEX events_by_fold_key (fold_key=?)');
    expect(plan).not.toContain('SCAN events\n');
  });

  it.each([
    ['weeks', modeWeeksSql, 'USING COVERING INDEX change_modes_by_mode (mode_seq=?)'],
    ['changes', changesOfModesSql, 'USING COVERING INDEX change_modes_by_mode (mode_seq=?)'],
    [
      'changes in none',
      unclassifiedSql,
      'SEARCH g USING COVERING INDEX change_clusters_by_cluster (run_seq=? AND cluster_seq=?)',
    ],
    ['unclassified changes', changesOfNoneSql, 'SEARCH g USING COVERING INDEX change_clusters_by_cluster'],
    ['changes of a cluster', changesOfClusterSql, 'USING COVERING INDEX change_clusters_by_cluster'],
    ['models', segmentSql('model'), 'SEARCH interactions USING COVERING INDEX interactions_by_model'],
    ['prompt versions', segmentSql('prompt_version'), 'USING COVERING INDEX interactions_by_prompt_version'],
    ['sources', segmentSql('source'), 'SCAN interactions USING COVERING INDEX interactions_by_source'],
    ['users', segmentSql('user'), 'USING COVERING INDEX interactions_by_user'],
    [
      'actions',
      segmentSql('action'),
      'SEARCH signals USING COVERING INDEX signals_by_name (name=? AND number=?)',
    ],
    ['said interactions', interactionsWithSayingsSql, 'USING COVERING INDEX span_labels_by_failure_mode'],
  ])('count %s in covering indexes', (_, sql, step) => {
    expect(planOf(sql)).toContain(step);
  });

  it('find the most typical changes of a failure mode in their order', () => {
    const by = 'SEARCH m USING INDEX change_modes_by_similarity';
    expect(planOf(typicalOfModeSql.equal)).toContain(`${by} (mode_seq=? AND similarity=? AND rowid<?)`);
    expect(planOf(typicalOfModeSql.less)).toContain(`${by} (mode_seq=? AND similarity<?)`);
    for (const sql of Object.values(typicalOfModeSql)) expect(planOf(sql)).not.toContain('TEMP B-TREE');
  });

  it('find the most typical changes of a cluster in their order', () => {
    expect(planOf(typicalOfClusterSql)).toBe(
      'SEARCH change_clusters USING COVERING INDEX change_clusters_by_similarity (run_seq=? AND cluster_seq=?)',
    );
  });
});
