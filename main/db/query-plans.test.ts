import { describe, expect, it } from 'vitest';
import { newProject } from '../../tests/support/temp-project.ts';
import { eventsByActor, eventsByKey, greatestClock } from './tables/events.ts';
import { exportRowsSql } from './tables/export-rows.ts';
import { failureModesSql } from './tables/failure-modes.ts';
import { frozenRowsSql } from './tables/frozen-rows.ts';
import { hasImportedEditSql } from './tables/imported-edits.ts';
import { namedSignalsSql } from './tables/named-signals.ts';
import { countSessionSql, sessionSideSql } from './tables/session-items.ts';
import { hasSignalSql } from './tables/signals.ts';
import { nearDuplicatesSql } from './tables/similar-items.ts';

/** What SQLite says it will do, one line a step. */
function planOf(sql: string): string[] {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '1'));
  return rows.map((row) => String(Object(row).detail));
}

describe('queries on every keystroke of a review', () => {
  it.each([
    ['events of a fold key', eventsByKey, 'USING INDEX events_by_fold_key (fold_key=?)'],
    ['the greatest clock', greatestClock, 'USING COVERING INDEX events_by_clock'],
    ['the history of a person', eventsByActor, 'USING INDEX events_by_actor (actor_seq=? AND seq<?)'],
    [
      'labels of a failure mode',
      failureModesSql,
      'USING COVERING INDEX labels_by_answer (question=? AND value=?)',
    ],
    [
      'labels on parts of outputs of a failure mode',
      failureModesSql,
      'SEARCH span_labels USING COVERING INDEX span_labels_by_failure_mode (failure_mode=?)',
    ],
  ])('find %s by index, without sorting', (_, sql, step) => {
    const plan = planOf(sql);
    expect(plan.join('\n')).toContain(step);
    expect(
      plan.filter((line) => /TEMP B-TREE|SCAN (events|labels|span_labels)\b(?! USING)/.test(line)),
    ).toEqual([]);
  });

  it.each([
    ['a signal', hasSignalSql, 'SEARCH signals USING INDEX signals_by_interaction (interaction_seq=?)'],
    ['an edit', hasImportedEditSql, 'SEARCH edits USING INDEX edits_by_interaction (interaction_seq=?)'],
  ])('find whether an import brought %s before by its interaction', (_, sql, step) => {
    expect(planOf(sql)).toEqual([step]);
  });

  it('reads rows of an export, and which of them are frozen, by index', () => {
    const rows = planOf(exportRowsSql).join('\n');
    expect(rows).toContain('SEARCH i USING INTEGER PRIMARY KEY (rowid=?)');
    expect(rows).toContain('SEARCH one USING COVERING INDEX edits_by_interaction (interaction_seq=?)');
    const frozen = planOf(frozenRowsSql).join('\n');
    expect(frozen).toContain('COVERING INDEX frozen_rows_by_interaction (interaction_id=?)');
    expect(frozen).toContain('COVERING INDEX frozen_rows_by_input (input_hash=?)');
    expect(`${rows}\n${frozen}`).not.toMatch(/SCAN (?:i|f|s|e|o|one|shown)\b/u);
  });

  it('reads named signals of a page by their interactions', () => {
    const plan = planOf(namedSignalsSql).join('\n');
    expect(plan).toContain('SEARCH s USING INDEX signals_by_interaction (interaction_seq=?)');
  });

  it('reads a session from the run of each state, and the near-duplicates of one group', () => {
    const side = planOf(sessionSideSql('<', 'DESC'));
    const runs = side.filter((line) =>
      line.includes(
        'USING COVERING INDEX interactions_by_session (session=? AND labelled=? AND edited=? AND rowid<?)',
      ),
    );
    expect(runs).toHaveLength(4);
    expect(side.join('\n')).toContain('SEARCH i USING COVERING INDEX interactions_in_order (seq=?)');
    expect(planOf(countSessionSql).join('\n')).toContain(
      'USING COVERING INDEX interactions_by_session (session=?)',
    );
    expect(planOf(nearDuplicatesSql)[0]).toContain(
      'USING COVERING INDEX near_duplicates_by_group (group_seq=?)',
    );
  });

  it('would be noticed without an index', () => {
    expect(planOf('SELECT 1 FROM events WHERE device = ? ORDER BY payload')).toEqual([
      'SCAN events',
      'USE TEMP B-TREE FOR ORDER BY',
    ]);
  });
});
