import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import { editedPairsSql, nextEditedSql } from './edit-metrics.ts';
import { comparedAnswersSql } from './gold-answers.ts';
import {
  clusterSql,
  groupSql,
  labelSql,
  largestEditSql,
  lowestSignalSql,
  modeSql,
  signalSql,
} from './order-values.ts';
import {
  answersOfPageSql,
  buildsOfSql,
  countDoneBySql,
  doneCandidatesSql,
  latestDoneSql,
  skippedAtSql,
} from './queue-done.ts';
import { placeOfSql, placesQuery } from './queue-items.ts';
import { modelledTextsSql } from './word-texts.ts';

/** What SQLite says it will do, one line a step. */
function planOf(sql: string): string {
  const { database } = newProject();
  const text = sql.replaceAll(/:[a-z]+/g, '?');
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...text.matchAll(/\?/g).map(() => '1'));
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

const view = { build: 1, assignees: [0, 7], withGold: true };

describe('queries of a queue', () => {
  it.each([
    ['the next places', placesQuery(view, { after: 5, limit: 3, openFor: 7 }).text],
    ['the places before', placesQuery(view, { before: 5, limit: 3 }).text],
  ])('find %s as two ranges of the primary key that are merged', (_, sql) => {
    const plan = planOf(sql);
    expect(plan).toContain('MERGE (UNION ALL)');
    expect(
      plan.match(/SEARCH q USING PRIMARY KEY \(build=\? AND assignee=\? AND position[<>]\?\)/g),
    ).toHaveLength(2);
    expect(plan).not.toMatch(/TEMP B-TREE|SCAN [a-z]/);
  });

  it.each([
    ['a place', placeOfSql, 'queue_items_by_interaction (interaction_seq=?'],
    ['the queues of an interaction', buildsOfSql, 'queue_items_by_interaction (interaction_seq=?)'],
    [
      'a skip',
      skippedAtSql,
      'queue_skips_by_interaction (interaction_seq=? AND queue_seq=? AND annotator_seq=?)',
    ],
    ['what somebody has done', countDoneBySql, 'PRIMARY KEY (build=? AND annotator_seq=?)'],
    ['the last ones done', latestDoneSql, 'queue_done_by_time (build=? AND annotator_seq=?'],
    ['who may have done a page', doneCandidatesSql, 'queue_done_by_interaction (interaction_seq=?'],
    ['the answers to a page', answersOfPageSql, 'PRIMARY KEY (interaction_seq=?)'],
    ['the next edits to measure', nextEditedSql, 'COVERING INDEX edits_by_interaction (interaction_seq>?)'],
    [
      'edits with their outputs',
      editedPairsSql,
      'edits_by_interaction (interaction_seq>? AND interaction_seq<?)',
    ],
    ['measures of a page', largestEditSql, 'SEARCH m USING INTEGER PRIMARY KEY (rowid=?)'],
    ['a signal of a page', lowestSignalSql, 'signals_by_interaction (interaction_seq=?)'],
    ['signals of a page', signalSql, 'signals_by_interaction (interaction_seq=?)'],
    ['labels of a page', labelSql, 'PRIMARY KEY (interaction_seq=?'],
    ['groups of a page', groupSql, 'SEARCH n USING INTEGER PRIMARY KEY (rowid=?)'],
    ['failure modes of a page', modeSql, 'changes_by_interaction (interaction_seq=?)'],
    ['clusters of a page', clusterSql, 'SEARCH g USING PRIMARY KEY (change_seq=? AND run_seq=?)'],
    ['texts of a page', modelledTextsSql, 'SEARCH i USING INTEGER PRIMARY KEY (rowid=?)'],
    ['answers to gold items', comparedAnswersSql, 'SEARCH l USING PRIMARY KEY (interaction_seq=?)'],
  ])('find %s by index', (_, sql, step) => {
    const plan = planOf(sql);
    expect(plan).toContain(step);
    expect(plan).not.toMatch(/SCAN (?!page|g\b)[a-z]/);
  });

  it('would be noticed without an index', () => {
    expect(planOf('SELECT 1 FROM queue_done WHERE at > ? ORDER BY at')).toContain('SCAN queue_done');
  });
});
