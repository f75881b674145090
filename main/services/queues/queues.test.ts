import { describe, expect, it } from 'vitest';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { checkProject } from '../project/check-project.ts';
import { redo, undo } from '../review/history.ts';
import { itemHistory, restore } from '../review/item-history.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { saveSchema } from '../schema/save-schema.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { needsRecount, runRecountDone } from './recount-done.ts';
import { setLabel } from '../review/set-label.ts';
import { flagItem, resolveFlag, setGoldAnswer, skipItem } from '../review/set-mark.ts';
import { undoImport } from '../imports/undo-import.ts';
import { countItems } from '../items/list-items.ts';
import { goldAccuracy, goldOf, listGold } from './gold-accuracy.ts';
import { makeQueue } from './make-queue.ts';
import { changeQueue, createQueue, removeQueue } from './manage-queues.ts';
import { getQueue, nextInQueue, queueItems, queueNeighbours, queueProgress, queues } from './read-queue.ts';
import { madeQueue, must, orderOf } from '../../../tests/support/test-queues.ts';
import { usualQueue } from '../../../shared/domain/queue/queue-settings.ts';

const actor = (annotator: string, now = 10_000) => ({ annotator, device: 'device-a', now });

describe('a queue', () => {
  it('counts what an annotator has done, also by undo, redo and rebuilt folds', async () => {
    const project = newProject();
    const { database } = project;
    const ids = addInteractions(database, 3);
    const { id: queue } = await madeQueue(project, { order: { by: 'import' } });
    const progress = () => must(queueProgress(database, { queue, annotator: 'Ana' }));
    expect(progress()).toMatchObject({ total: 3, done: 0, isAssigned: true, itemsPerHour: null });
    must(
      setLabel(database, actor('Ana'), { interactionId: ids[0] ?? '', question: 'verdict', value: 'good' }),
    );
    must(
      skipItem(database, actor('Ana', 70_000), {
        interactionId: ids[1] ?? '',
        queueId: queue,
        reason: 'not mine',
      }),
    );
    expect(progress()).toMatchObject({ total: 3, done: 2, skipped: 1, itemsPerHour: 60, secondsLeft: 60 });
    expect(must(nextInQueue(database, { queue, annotator: 'Ana', count: 5 })).ids).toEqual([ids[2]]);
    expect(must(nextInQueue(database, { queue, annotator: 'Ben', count: 2 })).ids).toEqual(ids.slice(0, 2));
    const history = must(itemHistory(database, ids[1] ?? ''));
    expect(history.map(({ what, description }) => [what, description])).toEqual([
      ['skip', 'Skipped: not mine'],
    ]);
    expect(must(undo(database, actor('Ana', 80_000))).description).toBe('Not skipped any more');
    expect(progress()).toMatchObject({ done: 1, skipped: 0 });
    must(redo(database, actor('Ana', 90_000)));
    const before = progress();
    expect(before).toMatchObject({ done: 2, skipped: 1 });
    rebuildFolds(database);
    expect(progress()).toEqual(before);
    must(await makeQueue(jobContext(project), queue));
    expect(progress()).toEqual(before);
    expect(checkProject(database).problems).toEqual([]);
    expect(
      must(queueItems(database, { queue, annotator: 'Ana' })).items.map(({ done, skipped }) => [
        done,
        skipped,
      ]),
    ).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
  });

  it('is paged and stepped through in its order, both ways', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(
      project,
      Array.from({ length: 25 }, (_, i) => ({ id: `${i}`, input: `q${i}`, output: `o${i}` })),
    );
    const { id: queue } = await madeQueue(project, { order: { by: 'random' }, seed: 4 });
    const all = must(queueItems(database, { queue })).items.map(({ id }) => id);
    expect(all).toHaveLength(25);
    const first = must(queueItems(database, { queue, limit: 10 }));
    expect(first.items.map(({ id }) => id)).toEqual(all.slice(0, 10));
    expect(first).toMatchObject({ nextAfter: all[9], previousBefore: null });
    const last = must(queueItems(database, { queue, limit: 10, after: all[19] }));
    expect(last.items.map(({ id }) => id)).toEqual(all.slice(20));
    expect(last.nextAfter).toBeNull();
    const back = must(queueItems(database, { queue, limit: 10, before: all[20] }));
    expect(back.items.map(({ id }) => id)).toEqual(all.slice(10, 20));
    expect(must(queueNeighbours(database, { queue, id: all[5] ?? '', count: 2 }))).toEqual({
      previous: [all[4], all[3]],
      next: [all[6], all[7]],
    });
  });

  it('has all that match, however many', async () => {
    const project = newProject();
    project.database.exec('BEGIN');
    addInteractions(project.database, 12_345);
    project.database.exec('COMMIT');
    expect(await madeQueue(project, { order: { by: 'random' } })).toMatchObject({ size: 12_345 });
  });

  it('keeps its order where making it anew is cancelled, or is begun once more meanwhile', async () => {
    const project = newProject();
    const { database } = project;
    addInteractions(database, 3);
    const { id } = await madeQueue(project, { order: { by: 'import' } });
    const before = orderOf(project, id);
    must(changeQueue(database, { id, order: { by: 'random' }, seed: 7 }, 0));
    const cancelled = jobContext(project, { signal: AbortSignal.abort() });
    expect(await makeQueue(cancelled, id)).toMatchObject({ error: { code: 'JOB_CANCELLED' } });
    expect(orderOf(project, id)).toEqual(before);
    expect(database.prepare('SELECT count(*) FROM queue_items').pluck().get()).toBe(3);
    const both = await Promise.all([makeQueue(jobContext(project), id), makeQueue(jobContext(project), id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(orderOf(project, id).toSorted()).toEqual(before);
    expect(database.prepare('SELECT count(*) FROM queue_items').pluck().get()).toBe(3);
    expect(database.prepare('SELECT count(*) FROM queue_builds').pluck().get()).toBe(1);
  });

  it('says how many came since it was made, and has them when it is refreshed', async () => {
    const project = newProject();
    await importRows(project, [{ id: 'a', input: 'q', output: 'one' }]);
    const { id } = await madeQueue(project, { order: { by: 'import' } });
    await importRows(project, [{ id: 'b', input: 'q', output: 'two' }]);
    expect(must(getQueue(project.database, id)).newSince).toEqual({ count: 1, isMore: false });
    must(await makeQueue(jobContext(project), id));
    expect(orderOf(project, id)).toEqual(['a', 'b']);
    expect(must(getQueue(project.database, id))).toMatchObject({ size: 2, newSince: { count: 0 } });
    expect(project.database.prepare('SELECT count(DISTINCT build) FROM queue_items').pluck().get()).toBe(1);
  });

  it('has the first so many of what matches, and loses what goes with its import', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [{ id: 'a', input: 'q', output: 'one', model: 'm' }]);
    const { sourceId } = await importRows(project, [
      { id: 'b', input: 'q', output: 'two', model: 'm' },
      { id: 'c', input: 'q', output: 'three', model: 'other' },
      { id: 'd', input: 'q', output: 'four', model: 'm' },
    ]);
    const filter = [{ field: 'model', operator: '=', value: 'm' }] as const;
    const { id } = await madeQueue(project, { order: { by: 'import' }, filter: [...filter], limit: 2 });
    expect(orderOf(project, id)).toEqual(['a', 'b']);
    must(await undoImport(database, { sourceId: sourceId ?? '' }));
    expect(orderOf(project, id)).toEqual(['a']);
    expect(must(queueProgress(database, { queue: id, annotator: 'Ana' })).total).toBe(1);
  });

  it('has a name of its own, settings that make sense, and is gone when it is deleted', async () => {
    const project = newProject();
    const { database } = project;
    addInteractions(database, 2);
    const { id } = await madeQueue(project, { name: 'First' });
    const create = (changes: object) =>
      createQueue(database, { ...usualQueue, name: 'first', ...changes }, 0);
    expect(create({})).toMatchObject({ ok: false, error: { code: 'QUEUE_EXISTS' } });
    expect(create({ name: 'x', order: { by: 'stratified', field: 'output' } })).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect(
      create({ name: 'x', filter: [{ field: 'labelled', operator: '=', value: 'maybe' }] }),
    ).toMatchObject({
      error: { code: 'FILTER_INVALID' },
    });
    expect(must(changeQueue(database, { id, name: 'Renamed', blind: true }, 0))).toEqual({ isStale: false });
    expect(must(changeQueue(database, { id, annotators: ['Ana'] }, 0))).toEqual({ isStale: true });
    expect(queues(database)).toMatchObject([{ name: 'Renamed', blind: true, annotators: ['Ana'] }]);
    must(removeQueue(database, id));
    expect(getQueue(database, id)).toMatchObject({ error: { code: 'QUEUE_NOT_FOUND' } });
    await madeQueue(project, { name: 'Next' });
    expect(database.prepare('SELECT count(DISTINCT build) FROM queue_items').pluck().get()).toBe(1);
  });
});

describe('what is done in a queue', () => {
  it('is told anew when the label schema asks for more or less', async () => {
    const project = newProject();
    const { database } = project;
    const ids = addInteractions(database, 3);
    const { id: queue } = await madeQueue(project);
    const verdict = { interactionId: ids[0] ?? '', question: 'verdict', value: 'good' };
    must(setLabel(database, actor('Ana'), verdict));
    const done = () => must(queueProgress(database, { queue, annotator: 'Ana' })).done;
    const ask = async (isRequired: boolean) => {
      const { version, ...schema } = currentLabelSchema(database);
      const questions = schema.questions.map((question) => ({
        ...question,
        required: isRequired || question.id === 'verdict',
      }));
      must(saveSchema(database, actor('Lea'), { ...schema, questions }, version));
      expect(needsRecount(database)).toBe(true);
      must(await runRecountDone({}, jobContext(project)));
      expect(needsRecount(database)).toBe(false);
    };
    expect(done()).toBe(1);
    await ask(true);
    expect(done()).toBe(0);
    await ask(false);
    expect(done()).toBe(1);
  });
});

describe('a queue for several annotators', () => {
  it('gives the shared part to all of them and the rest to one each', async () => {
    const project = newProject();
    addInteractions(project.database, 600);
    const { id, progress } = await madeQueue(project, {
      order: { by: 'import' },
      annotators: ['Ana', 'Ben', 'Cem'],
      overlap: 25,
    });
    const parts = ['Ana', 'Ben', 'Cem'].map((annotator) => new Set(orderOf(project, id, annotator)));
    const given = parts.flatMap((part) => [...part]);
    const times = [...Map.groupBy(given, (one) => one).values()].map((all) => all.length);
    expect(times).toHaveLength(600);
    expect(new Set(times)).toEqual(new Set([1, 3]));
    const shared = times.filter((count) => count === 3).length;
    expect(shared / 600).toBeGreaterThan(0.2);
    expect(shared / 600).toBeLessThan(0.3);
    for (const part of parts) expect(part.size - shared).toBeGreaterThan(100);
    expect(progress.map(({ total }) => total)).toEqual(parts.map((part) => part.size));
    expect(must(queueProgress(project.database, { queue: id, annotator: 'Dan' }))).toMatchObject({
      isAssigned: false,
      total: 0,
    });
    expect(must(nextInQueue(project.database, { queue: id, annotator: 'Dan' })).ids).toEqual([]);
    expect(orderOf(project, id)).toHaveLength(600);
  });
});

describe('gold items', () => {
  it('come to everybody after so many of their own, and count how far answers can be trusted', async () => {
    const project = newProject();
    const { database } = project;
    const ids = addInteractions(database, 40);
    const lead = actor('Lea');
    for (const interactionId of ids.slice(0, 3))
      must(setGoldAnswer(database, lead, { interactionId, question: 'verdict', value: 'bad' }));
    expect(
      setGoldAnswer(database, lead, { interactionId: ids[4] ?? '', question: 'verdict', value: 'x' }),
    ).toMatchObject({
      error: { code: 'LABEL_INVALID' },
    });
    const { id, size } = await madeQueue(project, {
      order: { by: 'import' },
      annotators: ['Ana', 'Ben'],
      overlap: 0,
      goldEvery: 4,
    });
    expect(size).toBe(37);
    const gold = new Set(['Output 0', 'Output 1', 'Output 2']);
    for (const annotator of ['Ana', 'Ben']) {
      const places = orderOf(project, id, annotator).flatMap((output, at) => (gold.has(output) ? [at] : []));
      expect(places).toEqual([4, 9, 14]);
    }
    expect(orderOf(project, id).filter((output) => gold.has(output))).toEqual([]);
    must(
      setLabel(database, actor('Ana'), { interactionId: ids[0] ?? '', question: 'verdict', value: 'bad' }),
    );
    must(
      setLabel(database, actor('Ana'), { interactionId: ids[1] ?? '', question: 'verdict', value: 'good' }),
    );
    must(
      setLabel(database, actor('Lea'), { interactionId: ids[1] ?? '', question: 'verdict', value: 'bad' }),
    );
    expect(goldAccuracy(database)).toEqual([
      { annotator: 'Ana', question: 'verdict', answered: 2, right: 1 },
    ]);
    expect(must(listGold(database, { limit: 2 }))).toMatchObject({ total: 3, nextAfter: ids[1] });
    expect(must(itemHistory(database, ids[2] ?? ''))).toEqual([]);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('are taken back by undo', () => {
    const { database } = newProject();
    const [id = ''] = addInteractions(database, 1);
    must(setGoldAnswer(database, actor('Lea'), { interactionId: id, question: 'verdict', value: 'bad' }));
    expect(must(goldOf(database, id)).answers).toEqual({ verdict: 'bad' });
    expect(must(undo(database, actor('Lea'))).description).toBe('Expected answer, Verdict: Bad → not set');
    expect(must(goldOf(database, id)).answers).toEqual({});
  });
});

describe('flags', () => {
  it('are found while they are open, and settled by somebody else', () => {
    const { database } = newProject();
    const [id = '', other = ''] = addInteractions(database, 2);
    const flagged = () =>
      must(countItems(database, { filter: [{ field: 'flagged', operator: '=', value: 'yes' }] })).total;
    expect(
      must(flagItem(database, actor('Ana'), { interactionId: id, note: 'Which refund?' })),
    ).toMatchObject([{ annotator: 'Ana', note: 'Which refund?', resolved: null }]);
    expect(flagged()).toBe(1);
    const settle = { interactionId: id, flaggedBy: 'Ana', resolution: 'The first.' };
    expect(must(resolveFlag(database, actor('Lea'), settle))).toMatchObject([
      { annotator: 'Ana', resolved: { by: 'Lea', resolution: 'The first.' } },
    ]);
    expect(flagged()).toBe(0);
    expect(must(undo(database, actor('Lea'))).description).toBe('Flagged for the lead: Which refund?');
    expect(flagged()).toBe(1);
    expect(resolveFlag(database, actor('Lea'), { ...settle, interactionId: other })).toMatchObject({
      error: { code: 'FLAG_NOT_FOUND' },
    });
    const [step] = must(itemHistory(database, id));
    must(flagItem(database, actor('Ana'), { interactionId: id, note: null }));
    expect(flagged()).toBe(0);
    must(restore(database, actor('Ana'), { id, eventId: step?.eventId ?? '' }));
    expect(flagged()).toBe(1);
    rebuildFolds(database);
    expect(flagged()).toBe(1);
    expect(checkProject(database).problems).toEqual([]);
  });
});
