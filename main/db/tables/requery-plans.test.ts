import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import { nextAskingSql, requeriesOfSql } from './requeries.ts';
import { requeriesSideSql } from './requery-lists.ts';
import { judgedPairsSql } from './requery-verdicts.ts';
import { sessionSideSql, wholeGroupSql } from './session-items.ts';

/** What SQLite says it will do, one line a step. */
function planOf(sql: string): string {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '1'));
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

describe('re-queries', () => {
  it.each([
    ['those to compare', nextAskingSql, 'SEARCH interactions USING INTEGER PRIMARY KEY (rowid>?)'],
    ['those of an interaction', requeriesOfSql, 'USING INDEX requeries_by_earlier (earlier_seq=?)'],
    ['their verdicts', requeriesOfSql, 'USING PRIMARY KEY (interaction_seq=? AND earlier_seq=?)'],
    ['pairs above', requeriesSideSql('above', 'unjudged'), 'USING INDEX requeries_by_likeness (likeness>?)'],
    ['pairs below', requeriesSideSql('below', 'all'), 'USING INDEX requeries_by_likeness (likeness<?)'],
    ['pairs found', requeriesSideSql('above', 'found'), 'USING INDEX requeries_by_likeness (likeness>?)'],
    ['judged pairs', requeriesSideSql('above', 'judged'), 'SEARCH r USING INTEGER PRIMARY KEY (rowid=?)'],
    ['judged figures', judgedPairsSql, 'SEARCH r USING INTEGER PRIMARY KEY (rowid=?)'],
    [
      'others of a user',
      sessionSideSql('<', 'DESC', 'user'),
      'USING COVERING INDEX interactions_by_user (user=? AND labelled=? AND edited=? AND rowid<?)',
    ],
    ['a short session', wholeGroupSql('session'), 'USING COVERING INDEX interactions_by_session (session=?)'],
    ['a user of few', wholeGroupSql('user'), 'USING COVERING INDEX interactions_by_user (user=?)'],
    ['their times', wholeGroupSql('user'), 'USING COVERING INDEX interactions_in_order (seq=?)'],
  ])('are read from an index: %s', (_, sql, step) => {
    expect(planOf(sql)).toContain(step);
  });

  it('begin at the border without sorting all of them', () => {
    expect(planOf(requeriesSideSql('above', 'unjudged'))).not.toContain('TEMP B-TREE');
    expect(planOf(requeriesSideSql('below', 'unjudged'))).not.toContain('TEMP B-TREE FOR ORDER BY');
  });
});
