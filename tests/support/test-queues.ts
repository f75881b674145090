import { type QueueSettings, usualQueue } from '../../shared/domain/queue/queue-settings.ts';
import type { Queue } from '../../shared/contract/queue-operations.ts';
import type { Result } from '../../shared/result/result.ts';
import { jobContext } from './test-import.ts';
import type { OpenProject } from '../../main/services/project/open-project.ts';
import { makeQueue } from '../../main/services/queues/make-queue.ts';
import { createQueue } from '../../main/services/queues/manage-queues.ts';
import { getQueue, queueItems } from '../../main/services/queues/read-queue.ts';

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** A queue of these settings that has been put in order. */
export async function madeQueue(project: OpenProject, settings: Partial<QueueSettings> = {}): Promise<Queue> {
  const id = must(createQueue(project.database, { ...usualQueue, name: 'Queue', ...settings }, 1000));
  must(await makeQueue(jobContext(project), id));
  return must(getQueue(project.database, id));
}

/** The external ids, or else the outputs, of what a queue gives, in its order. */
export function orderOf(project: OpenProject, queue: string, annotator?: string): string[] {
  const page = must(queueItems(project.database, { queue, annotator, limit: 1000 }));
  const name = project.database
    .prepare('SELECT coalesce(external_id, output) FROM interactions WHERE id = ?')
    .pluck();
  return page.items.map(({ id }) => String(name.get(id)));
}
