import { describe, expect, it } from 'vitest';
import { newProject } from '../../tests/support/temp-project.ts';
import { changesOfSql, counterCasesSql } from './tables/counter-cases.ts';
import {
  evidenceFlagsSql,
  evidenceLabelsSql,
  evidenceSignalsSql,
  ratingEndsSql,
} from './tables/few-shot-evidence.ts';
import { groupModelSql, groupPromptVersionSql } from './tables/few-shot-groups.ts';

/** What SQLite says it will do. */
function planOf(sql: string): string {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '[]'));
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

describe('queries of few-shot examples', () => {
  it.each([
    [
      'whether they are edited',
      evidenceFlagsSql,
      'SEARCH i USING COVERING INDEX interactions_in_order (seq=?)',
    ],
    ['their labels', evidenceLabelsSql, 'SEARCH l USING PRIMARY KEY (interaction_seq=?)'],
    ['their signals', evidenceSignalsSql, 'SEARCH s USING INDEX signals_by_interaction (interaction_seq=?)'],
    ['the ends of ratings', ratingEndsSql, 'SEARCH signals USING COVERING INDEX signals_by_name (name=?)'],
    ['their models', groupModelSql, 'SEARCH i USING COVERING INDEX interactions_in_order (seq=?)'],
    [
      'their prompt versions',
      groupPromptVersionSql,
      'SEARCH i USING COVERING INDEX interactions_in_order (seq=?)',
    ],
    [
      'how many changes they have',
      changesOfSql,
      'USING COVERING INDEX changes_by_interaction (interaction_seq=?)',
    ],
    ['cases of a failure mode', counterCasesSql, 'SEARCH m USING INDEX change_modes_by_mode (mode_seq=?)'],
  ])('find %s by index', (_, sql, step) => {
    const plan = planOf(sql);
    expect(plan).toContain(step);
    expect(plan).not.toMatch(/SCAN (?:interactions|labels|signals|changes|change_modes|i|l|s|c|m)\b/u);
  });
});
