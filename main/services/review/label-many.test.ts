import { describe, expect, it } from 'vitest';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import type { Database } from '../../db/database.ts';
import { createId } from '../../db/create-id.ts';
import { madeQueue, must } from '../../../tests/support/test-queues.ts';
import { queueProgress } from '../queues/read-queue.ts';
import { checkProject } from '../project/check-project.ts';
import { itemHistory } from './item-history.ts';
import { redo, undo, undoSteps } from './history.ts';
import { labelMany, type LabelManyJob } from './label-many.ts';
import { previewManyLabels } from './preview-many-labels.ts';
import { setLabel } from './set-label.ts';

const anna = { annotator: 'anna', device: 'device-a', now: 1_700_000_000_000 };
const ben = { ...anna, annotator: 'ben' };

function setup(count = 6) {
  const { database } = newProject();
  database.pragma('synchronous = OFF');
  const ids = addInteractions(database, count);
  const set = (at: number, value: string, actor = anna) =>
    setLabel(database, actor, { interactionId: ids[at] ?? '', question: 'verdict', value });
  return { database, ids, set };
}

function job(parts: Partial<LabelManyJob>): LabelManyJob {
  const which = { filter: [] };
  return { which, ...anna, question: 'verdict', value: 'good', replace: false, ...parts };
}

async function run(database: Database, parts: Partial<LabelManyJob>, stopAfter = Infinity) {
  const cancelled = new AbortController();
  const reports: number[] = [];
  const result = await labelMany(job(parts), {
    database,
    signal: cancelled.signal,
    whenRunning: async () => {},
    report: ({ done }) => {
      reports.push(done);
      if (reports.length >= stopAfter) cancelled.abort();
    },
    changed: () => {},
  });
  return { result, reports };
}

/** Answers of one annotator in import order. */
function answers(database: Database, annotator = 'anna'): unknown[] {
  return database
    .prepare(
      `SELECT (SELECT json_extract(l.value, '$') FROM labels AS l JOIN annotators AS a ON a.seq = l.annotator_seq
         WHERE l.interaction_seq = i.seq AND l.question = 'verdict' AND a.name = ?)
       FROM interactions AS i ORDER BY i.seq`,
    )
    .pluck()
    .all(annotator);
}

describe('one answer for many interactions', () => {
  it('keeps or replaces what the annotator answered before, and never touches what others did', async () => {
    const { database, set } = setup(4);
    set(1, 'bad');
    set(2, 'good');
    set(0, 'bad', ben);
    const kept = await run(database, {});
    expect(kept.result).toEqual({ ok: true, value: { changed: 2, same: 1, kept: 1 } });
    expect(answers(database)).toEqual(['good', 'bad', 'good', 'good']);
    const replaced = await run(database, { replace: true });
    expect(replaced.result).toEqual({ ok: true, value: { changed: 1, same: 3, kept: 0 } });
    expect(answers(database)).toEqual(['good', 'good', 'good', 'good']);
    expect(answers(database, 'ben')).toEqual(['bad', null, null, null]);
  });

  it('is one step of history: one undo and one redo', async () => {
    const { database, ids, set } = setup(230);
    set(3, 'bad');
    const before = answers(database);
    await run(database, { replace: true });
    set(229, 'bad');
    undo(database, anna);
    expect(answers(database).filter((value) => value === 'good')).toHaveLength(230);
    expect(undo(database, anna)).toEqual({
      ok: true,
      value: { interactionId: null, description: 'Verdict on 230 interactions' },
    });
    expect(answers(database)).toEqual(before);
    expect(redo(database, anna)).toEqual({
      ok: true,
      value: { interactionId: null, description: 'Verdict on 230 interactions' },
    });
    expect(new Set(answers(database))).toEqual(new Set(['good']));
    undo(database, anna);
    expect(answers(database)).toEqual(before);
    // The step before it is taken back as ever.
    expect(undo(database, anna)).toMatchObject({ value: { description: 'Verdict: Bad → not set' } });
    expect(checkProject(database).problems).toEqual([]);
    const history = itemHistory(database, ids[3] ?? '');
    expect(history.ok ? history.value.map(({ description }) => description) : []).toEqual([
      'Verdict: not set → Bad',
      'Verdict: Bad → Good',
      'Verdict: Good → Bad',
      'Verdict: Bad → Good',
      'Verdict: Good → Bad',
      'Verdict: Bad → not set',
    ]);
  });

  it('that was cancelled half-way is taken back as one, and so is an undo that was cut off', async () => {
    const { database } = setup(250);
    const { result, reports } = await run(database, {}, 2);
    expect(result).toMatchObject({ error: { code: 'JOB_CANCELLED' } });
    expect(reports).toEqual([100, 200]);
    expect(answers(database).filter((value) => value !== null)).toHaveLength(200);
    const steps = undoSteps(database, anna);
    steps.next();
    steps.return({ ok: true, value: { interactionId: null, description: '' } });
    expect(answers(database).filter((value) => value !== null)).toHaveLength(199);
    undo(database, anna);
    expect(answers(database).filter((value) => value !== null)).toHaveLength(0);
    expect(undo(database, anna).ok).toBe(false);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('leaves out interactions that are gone, and takes ids in the order given', async () => {
    const { database, ids } = setup(3);
    const which = { ids: [ids[2] ?? '', createId(), ids[0] ?? ''] };
    expect((await run(database, { which })).result).toMatchObject({ value: { changed: 2 } });
    expect(answers(database)).toEqual(['good', null, 'good']);
  });

  it('finds everything that a filter means before the first label changes what it finds', async () => {
    const { database } = setup(300);
    const which = { filter: [{ field: 'labelled', operator: '=', value: 'no' }] as const };
    expect((await run(database, { which: { filter: [...which.filter] } })).result).toMatchObject({
      value: { changed: 300 },
    });
  });

  it('goes through what the annotator gets of a queue', async () => {
    const project = newProject();
    const { database } = project;
    database.pragma('synchronous = OFF');
    addInteractions(database, 600);
    const settings = { annotators: ['anna', 'ben'], overlap: 10, limit: 590 };
    const { id: queue } = await madeQueue(project, settings);
    const mine = must(queueProgress(database, { queue, annotator: 'anna' })).total;
    expect(mine).toBeGreaterThan(256);
    expect(mine).toBeLessThan(590);
    const input = job({ which: { queue } });
    expect(await previewManyLabels(database, input)).toMatchObject({
      value: { matched: mine, unanswered: mine },
    });
    expect((await run(database, { which: { queue } })).result).toMatchObject({ value: { changed: mine } });
    expect(must(queueProgress(database, { queue, annotator: 'anna' })).done).toBe(mine);
    undo(database, anna);
    expect(must(queueProgress(database, { queue, annotator: 'anna' })).done).toBe(0);
  });

  it('makes a failure mode once, and refuses an answer that the question does not have', async () => {
    const { database } = setup(3);
    await run(database, { question: 'failure_mode', value: 'Too long' });
    expect(database.prepare('SELECT count(*) FROM failure_modes').pluck().get()).toBe(1);
    expect((await run(database, { value: 'fine' })).result).toMatchObject({
      error: { code: 'LABEL_INVALID' },
    });
  });

  it('is previewed without writing: what is answered, the same, different, and the first that would change', async () => {
    const { database, ids, set } = setup(8);
    set(1, 'bad');
    set(2, 'good');
    set(0, 'bad', ben);
    const preview = async (parts: Partial<LabelManyJob>) => previewManyLabels(database, job(parts));
    const kept = await preview({});
    const counts = { matched: 8, unanswered: 6, same: 1, different: 1 };
    expect(kept).toMatchObject({ value: counts });
    const shown = kept.ok ? kept.value.examples.map(({ id }) => id) : [];
    expect(shown).toEqual([ids[0], ids[3], ids[4], ids[5], ids[6]]);
    const replaced = await preview({ replace: true });
    expect(replaced).toMatchObject({ value: counts });
    expect(replaced.ok ? replaced.value.examples[1]?.answers : {}).toEqual({ verdict: 'bad' });
    expect(await preview({ value: null, replace: true })).toMatchObject({
      value: { matched: 8, same: 6, different: 2, unanswered: 0 },
    });
    expect(database.prepare('SELECT count(*) FROM events').pluck().get()).toBe(3);
  });
});
