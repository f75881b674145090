import { describe, expect, it } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { jobContext } from '../../../tests/support/test-import.ts';
import { type QueueSettings, usualQueue } from '../../../shared/domain/queue/queue-settings.ts';
import type { OpenProject } from '../project/open-project.ts';
import { checkProject } from '../project/check-project.ts';
import { redo, undo } from '../review/history.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { setLabel } from '../review/set-label.ts';
import { flagItem, resolveFlag, setGoldAnswer, skipItem } from '../review/set-mark.ts';
import { makeQueue } from './make-queue.ts';
import { changeQueue, createQueue, removeQueue } from './manage-queues.ts';
import { getQueue, nextInQueue, queueItems, queueNeighbours, queueProgress } from './read-queue.ts';

function must<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function made(project: OpenProject, settings: Partial<QueueSettings>): Promise<string> {
  const id = must(createQueue(project.database, { ...usualQueue, name: 'Q', ...settings }, 1000));
  must(await makeQueue(jobContext(project), id));
  return id;
}

/** What the queue holds, as places in the import order. */
function orderOf(project: OpenProject, ids: readonly string[], queue: string, annotator?: string): number[] {
  const page = must(queueItems(project.database, { queue, annotator, limit: 1000 }));
  return page.items.map(({ id }) => ids.indexOf(id));
}

const ana = (now = 10_000) => ({ annotator: 'Ana', device: 'device-a', now });

describe('a queue', () => {
  it('gives the interactions without a label first', async () => {
    const project = newProject();
    const ids = addInteractions(project.database, 4);
    addImportedLabel(project.database, ids[0] ?? '', 'r', 'verdict', 'good');
    addImportedLabel(project.database, ids[2] ?? '', 'r', 'verdict', 'good');
    const queue = await made(project, { order: { by: 'unlabelled' } });
    expect(orderOf(project, ids, queue)).toEqual([1, 3, 0, 2]);
    expect(must(getQueue(project.database, queue))).toMatchObject({
      size: 4,
      newSince: { count: 0, isMore: false },
    });
  });

  it('counts what an annotator has done, also by undo and redo', async () => {
    const project = newProject();
    const { database } = project;
    const ids = addInteractions(database, 3);
    const queue = await made(project, {});
    const progress = () => must(queueProgress(database, { queue, annotator: 'Ana' }));
    expect(progress()).toMatchObject({ total: 3, done: 0, isAssigned: true, itemsPerHour: null });
    must(setLabel(database, ana(), { interactionId: ids[0] ?? '', question: 'verdict', value: 'good' }));
    must(
      skipItem(database, ana(70_000), { interactionId: ids[1] ?? '', queueId: queue, reason: 'not mine' }),
    );
    expect(progress()).toMatchObject({ total: 3, done: 2, skipped: 1, itemsPerHour: 60, secondsLeft: 60 });
    expect(must(nextInQueue(database, { queue, annotator: 'Ana', count: 5 })).ids).toEqual([ids[2]]);
    expect(must(undo(database, ana(80_000))).description).toBe('Not skipped any more');
    expect(progress()).toMatchObject({ done: 1, skipped: 0 });
    must(redo(database, ana(90_000)));
    expect(progress()).toMatchObject({ done: 2, skipped: 1 });
    rebuildFolds(database);
    expect(progress()).toMatchObject({ done: 2, skipped: 1 });
    expect(checkProject(database).problems).toEqual([]);
  });
});
