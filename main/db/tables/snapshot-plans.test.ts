import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import { laterActsSql } from './later-acts.ts';
import { labelEventsSql, spanEventsSql } from './lineage-rows.ts';
import { inputsSql, missingSql } from './snapshot-rows.ts';

/** What SQLite says it will do, one line a step. */
function planOf(sql: string): string {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '[]'));
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

describe('queries on snapshots', () => {
  it.each([
    [
      'interactions that are gone',
      missingSql,
      'SEARCH i USING COVERING INDEX sqlite_autoindex_interactions_1 (id=?)',
    ],
    ['inputs', inputsSql, 'SEARCH i USING INDEX sqlite_autoindex_interactions_1 (id=?)'],
    ['acts since', laterActsSql, 'SEARCH events USING INDEX events_by_clock (clock>?)'],
    ['labels of a page', labelEventsSql, 'SEARCH l USING PRIMARY KEY (interaction_seq=?)'],
    ['labels on parts of a page', spanEventsSql, 'SEARCH l USING PRIMARY KEY (interaction_seq=?)'],
  ])('find %s by index', (_, sql, step) => {
    expect(planOf(sql)).toContain(step);
  });
});
