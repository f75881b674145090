import { expect, it } from 'vitest';
import { newProject } from '../../tests/support/temp-project.ts';
import {
  countsOfSignalsSql,
  eventsBetweenSql,
  firstOfModelSql,
  firstOfPromptVersionSql,
  greatestUsersSql,
  valuesOfUserSql,
  velocityCountsSql,
} from './tables/velocity-counts.ts';

function planOf(sql: string): string {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '1'));
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

it.each([
  ['counts of cells', velocityCountsSql, 'SEARCH s USING PRIMARY KEY (cell_seq=?)'],
  ['counts of some signals', countsOfSignalsSql, 'SEARCH s USING PRIMARY KEY (cell_seq=? AND signal=?)'],
  ['labels of a week', eventsBetweenSql, 'COVERING INDEX events_by_type (type=? AND clock>? AND clock<?)'],
  ['the first of a prompt version', firstOfPromptVersionSql, 'interactions_by_time (created_at>? AND'],
  ['the first of a model', firstOfModelSql, 'interactions_by_time (created_at>? AND'],
  ['users', greatestUsersSql, 'USING COVERING INDEX interactions_by_user'],
  ['values of a user', valuesOfUserSql, 'SEARCH v USING INTEGER PRIMARY KEY (rowid=?)'],
])('velocity reads %s by index', (_, sql, step) => {
  const plan = planOf(sql);
  expect(plan).toContain(step);
  expect(plan).not.toMatch(/SCAN (?:s|v|i|events)$/mu);
});
