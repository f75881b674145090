import { isStratum } from '../../../shared/domain/queue/queue-order.ts';
import type { QueueSettings } from '../../../shared/domain/queue/queue-settings.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, transact } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { ensureAnnotator } from '../../db/tables/annotators.ts';
import { deleteQueue, findQueue, insertQueue, isQueueName, updateQueue } from '../../db/tables/queues.ts';
import { queueNotFound } from './queue-not-found.ts';

/** Keeps a new queue, which has no interactions until it is made. QUEUE_EXISTS, FILTER_INVALID, INPUT_INVALID. */
export function createQueue(database: Database, settings: QueueSettings, now: number): Result<string> {
  return transact(database, () => {
    const valid = checkSettings(database, settings, null);
    if (!valid.ok) return valid;
    const id = createId();
    insertQueue(database, { id, settings, now }, annotatorSeqs(database, settings, now));
    return succeed(id);
  });
}

export type QueueChanges = { readonly [Key in keyof QueueSettings]?: QueueSettings[Key] | undefined };

/** Changes settings and says whether the queue has to be made anew. QUEUE_NOT_FOUND, and as `createQueue` fails. */
export function changeQueue(
  database: Database,
  { id, ...changes }: QueueChanges & { readonly id: string },
  now: number,
): Result<{ readonly isStale: boolean }> {
  return transact(database, () => {
    const row = findQueue(database, id);
    if (row === null) return queueNotFound();
    const settings = withChanges(row.settings, changes);
    const valid = checkSettings(database, settings, id);
    if (!valid.ok) return valid;
    updateQueue(database, row.seq, settings, annotatorSeqs(database, settings, now));
    return succeed({ isStale: contentOf(settings) !== contentOf(row.settings) });
  });
}

/** QUEUE_NOT_FOUND. */
export function removeQueue(database: Database, id: string): Result<null> {
  return transact(database, () => {
    const row = findQueue(database, id);
    if (row === null) return queueNotFound();
    deleteQueue(database, row.seq);
    return succeed(null);
  });
}

function withChanges(settings: QueueSettings, changes: QueueChanges): QueueSettings {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(given) };
}

/** What decides which interactions it has, in which order and for whom. */
function contentOf({ filter, order, seed, limit, overlap, goldEvery, annotators }: QueueSettings): string {
  return JSON.stringify([filter, order, seed, limit, overlap, goldEvery, annotators.toSorted()]);
}

function annotatorSeqs(database: Database, { annotators }: QueueSettings, now: number): number[] {
  return annotators.map((name) => ensureAnnotator(database, name, 'person', now).seq);
}

function checkSettings(database: Database, settings: QueueSettings, id: string | null): Result<null> {
  const { name, filter, order } = settings;
  if (isQueueName(database, name, id))
    return fail('QUEUE_EXISTS', `There is a queue named ${name} already. Choose another name.`);
  if (order.by === 'stratified' && !isStratum(order.field)) {
    return fail(
      'INPUT_INVALID',
      `"${order.field}" is no field to take in turn. Choose source, model, prompt_version, cluster, mode, label.QUESTION or signal.NAME.`,
    );
  }
  const valid = filterToSql(database, filter);
  return valid.ok ? succeed(null) : valid;
}
