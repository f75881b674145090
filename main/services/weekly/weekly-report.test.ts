import { describe, expect, it } from 'vitest';
import { addCluster, addMode, addRun } from '../../../tests/support/failure-modes.ts';
import { logWeek, middleOf } from '../../../tests/support/logged-weeks.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { WeeklyReport } from '../../../shared/contract/weekly-operations.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, prepare } from '../../db/database.ts';
import { listWeeks } from './list-weeks.ts';
import { weeklyReport } from './weekly-report.ts';

const weeks = ['2026-W35', '2026-W36', '2026-W37', '2026-W38', '2026-W39', '2026-W40'];
const now = middleOf('2026-W41');

async function reportOf(database: Database, week = '2026-W40'): Promise<WeeklyReport> {
  const report = await weeklyReport(database, { week, now });
  if (!report.ok) throw new Error(report.error.message);
  return report.value;
}

function added(changes: readonly { readonly added: string }[] | undefined): string[] | undefined {
  return changes?.map((one) => one.added);
}

/** Six weeks of 100 interactions: one failure mode grows, one shrinks, one is new, one is back and one is steady. */
function sixWeeks() {
  const { database } = newProject();
  const modes = Object.fromEntries(
    ['Grows', 'Shrinks', 'New', 'Back', 'Steady', 'Seldom'].map((name) => [
      name,
      addMode(database, createId(), name),
    ]),
  );
  const seenIn = (week: string) => {
    const isLast = week === '2026-W40';
    return [
      { interactions: isLast ? 20 : 4, mode: modes['Grows'] ?? 0 },
      { interactions: isLast ? 1 : 15, mode: modes['Shrinks'] ?? 0 },
      { interactions: isLast ? 3 : 0, mode: modes['New'] ?? 0 },
      { interactions: isLast || week === '2026-W35' ? 2 : 0, mode: modes['Back'] ?? 0 },
      { interactions: 10, mode: modes['Steady'] ?? 0 },
      { interactions: week === '2026-W38' || isLast ? 1 : 0, mode: modes['Seldom'] ?? 0 },
    ];
  };
  for (const week of weeks) logWeek(database, week, 100, seenIn(week));
  prepare(database, `UPDATE failure_modes SET status = 'fixed', status_at = ? WHERE name = 'Back'`).run(
    middleOf('2026-W37'),
  );
  return database;
}

describe('the report of a week', () => {
  it('says of every failure mode what became of it', async () => {
    const { rows, totals } = await reportOf(sixWeeks());
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['New', 'new'],
      ['Grows', 'growing'],
      ['Back', 'recurring'],
      ['Shrinks', 'shrinking'],
      ['Steady', 'steady'],
      ['Seldom', 'too_few'],
    ]);
    expect(totals).toEqual({
      interactions: 100,
      edited: 37,
      changes: 37,
      unclassified: 0,
      lastWeek: 100,
      before: 400,
    });
  });

  it('has the figures of this week, last week and the four before, and the eight of the sparkline', async () => {
    const { rows } = await reportOf(sixWeeks());
    const grows = rows.find(({ name }) => name === 'Grows');
    expect(grows?.thisWeek).toMatchObject({ interactions: 20, of: 100 });
    expect(grows?.lastWeek).toMatchObject({ interactions: 4, of: 100 });
    expect(grows?.before).toMatchObject({ interactions: 16, of: 400, share: { share: 0.04 } });
    expect(grows?.difference).toMatchObject({ difference: 0.16, test: 'z' });
    expect(grows?.weeks.map(({ interactions }) => interactions)).toEqual([0, 0, 4, 4, 4, 4, 4, 20]);
    expect(grows?.trend?.weeks).toBe(6);
  });

  it('knows a failure mode that is back only from the time on when it was said to be fixed', async () => {
    const { rows } = await reportOf(sixWeeks(), '2026-W35');
    expect(rows.find(({ name }) => name === 'Back')?.state).toBe('too_few');
  });

  it('calls nothing new in the first week', async () => {
    const { rows } = await reportOf(sixWeeks(), '2026-W35');
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['too_few']));
  });

  it('shows three typical and two borderline changes, no two alike', async () => {
    const { rows } = await reportOf(sixWeeks());
    const grows = rows.find(({ name }) => name === 'Grows');
    expect(added(grows?.typical)).toEqual(['small 0', 'small 1', 'small 2']);
    expect(added(grows?.borderline)).toEqual(['small 19', 'small 18']);
    expect(grows?.typical[0]).toMatchObject({
      before: 'the ',
      removed: 'big',
      after: ' dog',
      week: '2026-W40',
      how: 'near',
      failureMode: { name: 'Grows' },
    });
    const shrinks = rows.find(({ name }) => name === 'Shrinks');
    expect([shrinks?.typical.length, shrinks?.borderline.length]).toEqual([1, 0]);
  });

  it('counts proposed clusters of the current run, and none that somebody decided on', async () => {
    const { database } = newProject();
    const run = addRun(database, 'current');
    const id = createId();
    const cluster = addCluster(database, run, id, 'big → small');
    for (const week of weeks) logWeek(database, week, 50, [{ interactions: 5, cluster: [run, cluster] }]);
    const { rows, totals } = await reportOf(database);
    expect(rows).toMatchObject([{ subject: { kind: 'cluster', id }, name: 'big → small', state: 'steady' }]);
    expect(totals).toMatchObject({ changes: 5, unclassified: 5 });
    prepare(
      database,
      `INSERT INTO annotators (id, name, kind, created_at) VALUES ('a', 'Ana', 'person', 0)`,
    ).run();
    prepare(
      database,
      `INSERT INTO events (id, type, actor_seq, device, clock, fold_key, payload)
       VALUES ('e', 'cluster.decide', 1, 'd', '0', 'cluster/x', '{}')`,
    ).run();
    prepare(database, `INSERT INTO cluster_decisions VALUES (?, '[]', 1, 'e', 0)`).run(id);
    expect((await reportOf(database)).rows).toEqual([]);
  });

  it('is of a week that exists', async () => {
    const { database } = newProject();
    const report = await weeklyReport(database, { week: '2026-W54', now });
    expect(report).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
    expect(await reportOf(database)).toMatchObject({ rows: [], totals: { interactions: 0, before: 0 } });
  });
});

describe('the weeks of a project', () => {
  it('are those with interactions, the newest first; the others are counted', async () => {
    const { database } = newProject();
    logWeek(database, '2026-W01', 3, []);
    logWeek(database, '2026-W40', 2, []);
    prepare(database, 'UPDATE interactions SET created_at = NULL WHERE seq = 1').run();
    expect(await listWeeks(database, {})).toEqual({
      ok: true,
      value: {
        weeks: [
          { week: '2026-W40', firstDay: '2026-09-28', lastDay: '2026-10-04', interactions: 2 },
          { week: '2026-W01', firstDay: '2025-12-29', lastDay: '2026-01-04', interactions: 2 },
        ],
        withoutTime: 1,
        hasClusters: false,
      },
    });
  });
});
