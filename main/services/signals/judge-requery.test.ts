import { describe, expect, it } from 'vitest';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { type Database, prepare } from '../../db/database.ts';
import { checkProject } from '../project/check-project.ts';
import { redo, undo } from '../review/history.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { judgeRequery } from './judge-requery.ts';

const anna = { annotator: 'anna', device: 'device-a', now: 1000 };

function verdicts(database: Database): unknown[] {
  return prepare(
    database,
    'SELECT interaction_seq, earlier_seq, verdict FROM requery_verdicts ORDER BY interaction_seq',
  )
    .raw()
    .all();
}

function pair(): { database: Database; first: string; second: string } {
  const { database } = newProject();
  const [first = '', second = ''] = addInteractions(database, 2);
  return { database, first, second };
}

describe('a verdict on a re-query', () => {
  it('is given, replaced, taken back and undone, and folds to the same', () => {
    const { database, first, second } = pair();
    const judge = (verdict: 'yes' | 'no' | null) =>
      judgeRequery(database, anna, { interactionId: second, earlierId: first, verdict });
    expect(judge('yes')).toMatchObject({ ok: true, value: { verdict: 'yes' } });
    expect(judge('no')).toMatchObject({ ok: true, value: { verdict: 'no' } });
    expect(verdicts(database)).toEqual([[2, 1, 'no']]);
    expect(undo(database, anna)).toMatchObject({
      ok: true,
      value: { interactionId: second, description: 'Re-query: it asks again' },
    });
    expect(verdicts(database)).toEqual([[2, 1, 'yes']]);
    redo(database, anna);
    rebuildFolds(database);
    expect(verdicts(database)).toEqual([[2, 1, 'no']]);
    expect(judge(null)).toMatchObject({ ok: true, value: { verdict: null, at: null } });
    expect(verdicts(database)).toEqual([]);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('writes nothing where it is the same again', () => {
    const { database, first, second } = pair();
    for (let time = 0; time < 3; time++)
      judgeRequery(database, anna, { interactionId: second, earlierId: first, verdict: 'yes' });
    const events = prepare(database, `SELECT count(*) FROM events WHERE type = 'requery.judge'`)
      .pluck()
      .get();
    expect(events).toBe(1);
  });

  it('that is not what people did is found by the check', () => {
    const { database, first, second } = pair();
    judgeRequery(database, anna, { interactionId: second, earlierId: first, verdict: 'yes' });
    prepare(database, `UPDATE requery_verdicts SET verdict = 'no'`).run();
    expect(checkProject(database).problems.map(({ rule }) => rule)).toEqual(['marks']);
  });

  it('goes with its interactions', () => {
    const { database, first, second } = pair();
    judgeRequery(database, anna, { interactionId: second, earlierId: first, verdict: 'yes' });
    prepare(database, 'DELETE FROM interactions WHERE id = ?').run(first);
    expect(verdicts(database)).toEqual([]);
    rebuildFolds(database);
    expect(verdicts(database)).toEqual([]);
  });

  it('is refused of an interaction that is not there', () => {
    const { database, first } = pair();
    const judged = judgeRequery(database, anna, {
      interactionId: first,
      earlierId: '00000000-0000-7000-8000-000000000000',
      verdict: 'yes',
    });
    expect(judged).toMatchObject({ ok: false, error: { code: 'ITEM_NOT_FOUND' } });
  });
});
