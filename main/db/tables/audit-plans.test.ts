import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import {
  countActionSql,
  countLabelledSql,
  countOnlyEditedSql,
  countRejectsSql,
  countSignalValueSql,
  countWithSessionSql,
  countWithUserSql,
} from './audit-counts.ts';
import { countKnownInCellSql } from './signal-coverage.ts';
import { signalExamplesSql } from './signal-examples.ts';

/** What SQLite says it will do, one line a step. */
function planOf(sql: string): string {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '1'));
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

describe('counts of the audit', () => {
  it.each([
    ['actions', countActionSql, 'COVERING INDEX signals_by_name (name=? AND number=? AND <expr>=?)'],
    ['rejects', countRejectsSql, 'SCAN rejects USING COVERING INDEX rejects_by_reason'],
    ['sessions', countWithSessionSql, 'USING COVERING INDEX interactions_by_session'],
    ['users', countWithUserSql, 'USING COVERING INDEX interactions_by_user'],
    ['labelled ones', countLabelledSql, 'COVERING INDEX interactions_by_labelled (labelled=?)'],
    ['edited ones', countOnlyEditedSql, 'COVERING INDEX interactions_by_labelled (labelled=? AND edited=?)'],
    ['values', countSignalValueSql, 'USING PRIMARY KEY (cell_seq=? AND signal=? AND value=?)'],
    ['known values', countKnownInCellSql, 'USING PRIMARY KEY (cell_seq=? AND signal=?)'],
    ['examples', signalExamplesSql, 'USING INDEX signal_values_by_cell (cell_seq=? AND rowid>?)'],
  ])('of %s are read from an index', (_, sql, step) => {
    expect(planOf(sql)).toContain(step);
  });

  it.each([countRejectsSql, signalExamplesSql])('are not sorted', (sql) => {
    expect(planOf(sql)).not.toContain('TEMP B-TREE');
  });
});
