import { describe, expect, it } from 'vitest';
import { addCluster, addMode, addRun } from '../../../tests/support/failure-modes.ts';
import { middleOf } from '../../../tests/support/logged-weeks.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, prepare } from '../../db/database.ts';
import { deleteWeeklyDecisions } from '../../db/tables/weekly-decisions.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { redoModes, undoModes } from '../modes/undo-modes.ts';
import { checkProject } from '../project/check-project.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { type Deciding, decideWeek } from './decide-week.ts';
import { listOpenDecisions } from './list-open-decisions.ts';

const now = middleOf('2026-W40');
const actor = { annotator: 'Ana', device: 'device-a', now };

function decide(database: Database, subject: string, given: Partial<Deciding> = {}) {
  const all = { week: '2026-W40', decision: 'watch', owner: null, due: null, note: null, ...given } as const;
  return decideWeek(database, actor, { ...all, subject });
}

function eventCount(database: Database): unknown {
  return prepare(database, `SELECT count(*) FROM events WHERE type = 'weekly.decide'`).pluck().get();
}

function tableOf(database: Database): unknown[] {
  return prepare(database, 'SELECT * FROM weekly_decisions').all();
}

/** An imported failure mode stays when folds are made anew. */
function addImportedMode(database: Database, name: string): string {
  const id = createId();
  addMode(database, id, name);
  prepare(database, 'UPDATE failure_modes SET imported_name = name').run();
  return id;
}

describe('deciding in a week', () => {
  it('keeps decision, owner, day and note; the same again writes nothing', () => {
    const { database } = newProject();
    const mode = addImportedMode(database, 'Too formal');
    const given = { decision: 'change_prompt', owner: 'Ben', due: '2026-10-09', note: ' soften ' } as const;
    const decided = decide(database, mode, given);
    expect(decided).toMatchObject({
      ok: true,
      value: { week: '2026-W40', subject: mode, ...given, note: 'soften', annotator: 'Ana' },
    });
    expect(decide(database, mode, given)).toEqual(decided);
    expect(eventCount(database)).toBe(1);
    expect(decide(database, mode, { decision: null })).toEqual({ ok: true, value: null });
    expect(tableOf(database)).toEqual([]);
    expect(eventCount(database)).toBe(2);
  });

  it('is made anew from events', () => {
    const { database } = newProject();
    const mode = addImportedMode(database, 'Too formal');
    decide(database, mode, { decision: 'fine_tune' });
    decide(database, mode, { decision: 'ignore', week: '2026-W41' });
    const before = tableOf(database);
    expect(before).toHaveLength(2);
    deleteWeeklyDecisions(database);
    rebuildFolds(database);
    expect(tableOf(database)).toEqual(before);
  });

  it('is checked against events', () => {
    const { database } = newProject();
    decide(database, addImportedMode(database, 'Too formal'));
    expect(checkProject(database).problems).toEqual([]);
    prepare(database, `UPDATE weekly_decisions SET decision = 'ignore'`).run();
    expect(checkProject(database).problems).toHaveLength(1);
  });

  it('is taken back and done again', async () => {
    const { database } = newProject();
    decide(database, addImportedMode(database, 'Too formal'));
    const before = tableOf(database);
    const undone = await runInSlices(undoModes(database, actor));
    expect(undone).toMatchObject({ value: { value: { description: '“Too formal” in 2026-W40: Watch' } } });
    expect(tableOf(database)).toEqual([]);
    await runInSlices(redoModes(database, actor));
    expect(tableOf(database)).toEqual(before);
  });

  it('is about something that is there, in a week that exists', () => {
    const { database } = newProject();
    const mode = addImportedMode(database, 'Too formal');
    expect(decide(database, createId())).toMatchObject({ ok: false, error: { code: 'MODE_NOT_FOUND' } });
    expect(decide(database, mode, { week: '2026-W60' })).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    expect(eventCount(database)).toBe(0);
  });

  it('is about the failure mode that stands for the one that was merged', () => {
    const { database } = newProject();
    const [into, from] = [createId(), createId()];
    addMode(database, into, 'Stiff');
    addMode(database, from, 'Too formal', { mergedInto: into });
    expect(decide(database, from)).toMatchObject({ value: { subject: into } });
  });
});

describe('open decisions', () => {
  it('are the newest about each, those due first, and tell what is overdue', () => {
    const { database } = newProject();
    const [first, second, third] = ['A', 'B', 'C'].map((name) => addImportedMode(database, name));
    decide(database, first ?? '', { week: '2026-W38', decision: 'change_prompt', due: '2026-09-20' });
    decide(database, first ?? '', { week: '2026-W39', decision: 'change_prompt', due: '2026-10-20' });
    decide(database, second ?? '', { decision: 'add_examples', due: '2026-09-29' });
    decide(database, third ?? '', { decision: 'ignore' });
    const open = listOpenDecisions(database, undefined, now);
    expect(open.map(({ about, due, isOverdue }) => [about.name, due, isOverdue])).toEqual([
      ['B', '2026-09-29', true],
      ['A', '2026-10-20', false],
    ]);
    expect(listOpenDecisions(database, 'change_prompt', now).map(({ about }) => about.name)).toEqual(['A']);
  });

  it('are settled with their failure mode, until something is decided again', () => {
    const { database } = newProject();
    const mode = addImportedMode(database, 'A');
    decide(database, mode, { week: '2026-W38' });
    const set = prepare(database, `UPDATE failure_modes SET status = 'fixed', status_at = ?`);
    set.run(now + 1000);
    expect(listOpenDecisions(database, undefined, now)).toEqual([]);
    set.run(now - 1000);
    expect(listOpenDecisions(database, undefined, now)).toHaveLength(1);
  });

  it('of a cluster belong to the failure mode that it became', () => {
    const { database } = newProject();
    const cluster = createId();
    addCluster(database, addRun(database, 'current'), cluster, 'big → small');
    const mode = addImportedMode(database, 'Size');
    decide(database, cluster);
    expect(listOpenDecisions(database, undefined, now)[0]?.about).toEqual({
      kind: 'cluster',
      id: cluster,
      name: 'big → small',
    });
    const event = prepare(database, 'SELECT id FROM events').pluck().get();
    const say = prepare(database, 'INSERT OR REPLACE INTO cluster_decisions VALUES (?, ?, 1, ?, ?)');
    say.run(cluster, JSON.stringify([mode]), event, now);
    expect(listOpenDecisions(database, undefined, now)[0]?.about).toEqual({
      kind: 'mode',
      id: mode,
      name: 'Size',
    });
    say.run(cluster, '[]', event, now + 1000);
    expect(listOpenDecisions(database, undefined, now)).toEqual([]);
  });
});
