import type { Client } from '../../../shared/contract/contract.ts';
import { toContractError } from '../../../shared/contract/engine-failure.ts';
import type { ItemSummary } from '../../../shared/contract/item-operations.ts';
import type { Queue, QueueProgress } from '../../../shared/contract/queue-operations.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import { parseQueueOrder, queueOrderToText } from '../../../shared/domain/queue/queue-order.ts';
import { type QueueSettings, usualQueue } from '../../../shared/domain/queue/queue-settings.ts';
import type { Answer, CommandContext } from '../command.ts';
import { argument, UsageError } from '../failure.ts';
import { followJob } from '../follow-job.ts';
import { formatCount, formatSeconds, formatTable, formatTime, oneLine, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface QueueOptions {
  readonly create?: boolean;
  readonly refresh?: boolean;
  readonly delete?: boolean;
  readonly where: readonly string[];
  readonly order?: string;
  readonly seed: number;
  readonly size?: number;
  readonly overlap: number;
  readonly goldEvery?: number;
  readonly assign: readonly string[];
  readonly blind?: boolean;
  readonly annotator?: string;
  readonly limit: number;
}

/** Lists queues, or the interactions of one in its order; makes, refreshes or deletes it first where asked to. */
export async function showQueue(
  project: string,
  name: string | undefined,
  options: QueueOptions,
  context: CommandContext,
): Promise<Answer> {
  const writes = options.create === true || options.refresh === true || options.delete === true;
  if (name === undefined) {
    if (writes) throw new UsageError({ message: 'Name the queue: flywheel queue PROJECT NAME --create.' });
    return withProject(project, 'read', listQueues);
  }
  const settings = options.create === true ? readSettings(name, options) : null;
  return withProject(project, writes ? 'write' : 'read', async (client) => {
    if (settings !== null) {
      const { jobId } = await client.queues.create(settings);
      if (jobId !== null) await followJob(client, jobId, context);
    }
    const queue = await findQueue(client, name);
    if (options.delete === true) {
      await client.queues.delete({ id: queue.id });
      return { json: { deleted: queue.id }, text: `${queue.name} is deleted. Labels stay.` };
    }
    if (options.refresh === true) {
      const { jobId } = await client.queues.refresh({ id: queue.id });
      await followJob(client, jobId, context);
    }
    return showItems(client, await findQueue(client, name), options);
  });
}

function readSettings(name: string, options: QueueOptions): QueueSettings {
  return {
    ...usualQueue,
    name,
    filter: options.where.map((text) => argument(parseClause(text))),
    order: options.order === undefined ? usualQueue.order : argument(parseQueueOrder(options.order)),
    seed: options.seed,
    limit: options.size ?? null,
    overlap: options.overlap,
    goldEvery: options.goldEvery ?? null,
    annotators: [...options.assign],
    blind: options.blind ?? false,
  };
}

async function findQueue(client: Client, name: string): Promise<Queue> {
  const queues = await client.queues.list();
  const wanted = name.toLowerCase();
  const queue = queues.find((one) => one.id === name || one.name.toLowerCase() === wanted);
  if (queue !== undefined) return queue;
  const known = queues.map((one) => one.name).join(', ');
  throw toContractError({
    code: 'QUEUE_NOT_FOUND',
    message:
      `There is no queue "${name}". ` +
      (known === '' ? 'Make it with --create.' : `There are ${known}; make another with --create.`),
  });
}

async function listQueues(client: Client): Promise<Answer> {
  const queues = await client.queues.list();
  if (queues.length === 0)
    return {
      json: { queues },
      text: 'There is no queue yet. Make one: flywheel queue PROJECT NAME --create.',
    };
  const rows = queues.map((queue) => [
    oneLine(queue.name, 40),
    queueOrderToText(queue.order),
    queue.size,
    `made ${formatTime(queue.madeAt)}`,
    newSince(queue),
    queue.progress.map(({ annotator, done, total }) => `${annotator} ${done}/${total}`).join(', '),
  ]);
  return { json: { queues }, text: formatTable(rows) };
}

function newSince({ newSince: { count, isMore } }: Queue): string {
  if (count === 0) return '';
  return `${isMore ? 'more than ' : ''}${formatCount(count)} new`;
}

interface QueueItem extends ItemSummary {
  readonly done: boolean;
  readonly skipped: boolean;
}

/** Largest page of the contract. */
const pageSize = 1000;

async function readItems(
  client: Client,
  queue: Queue,
  { annotator, limit }: QueueOptions,
): Promise<QueueItem[]> {
  const items: QueueItem[] = [];
  let after: string | null = null;
  while (items.length < limit) {
    const page: { items: QueueItem[]; nextAfter: string | null } = await client.queues.items({
      queue: queue.id,
      ...(annotator === undefined ? {} : { annotator }),
      ...(after === null ? {} : { after }),
      limit: Math.min(pageSize, limit - items.length),
    });
    items.push(...page.items);
    after = page.nextAfter;
    if (after === null) break;
  }
  return items;
}

async function showItems(client: Client, queue: Queue, options: QueueOptions): Promise<Answer> {
  const { annotator } = options;
  const items = await readItems(client, queue, options);
  const progress =
    annotator === undefined ? null : await client.queues.progress({ queue: queue.id, annotator });
  const rows = items.map((item) => [
    item.id,
    item.skipped ? 'skipped' : item.done ? 'done' : '',
    item.labelled ? 'labelled' : '',
    oneLine(item.input, 40),
    oneLine(item.output, 50),
  ]);
  const total = progress?.total ?? queue.size;
  const lines = [
    `${queue.name}: ${plural(queue.size, 'interaction')}, ${queueOrderToText(queue.order)}` +
      (newSince(queue) === '' ? '' : `, ${newSince(queue)} since it was made`),
    ...(queue.note === null ? [] : [queue.note]),
    ...(progress === null ? [] : [describeProgress(progress)]),
    ...(rows.length === 0 ? [] : [formatTable(rows)]),
    `${formatCount(items.length)} of ${formatCount(total)}`,
  ];
  return { json: { queue, progress, items, total }, text: lines.join('\n') };
}

function describeProgress(progress: QueueProgress): string {
  const { annotator, isAssigned, total, done, skipped, itemsPerHour, secondsLeft } = progress;
  if (!isAssigned) return `The queue is not assigned to ${annotator}.`;
  const pace =
    itemsPerHour === null || secondsLeft === null
      ? ''
      : `, ${formatCount(Math.round(itemsPerHour))} an hour, ${formatSeconds(secondsLeft)} left`;
  return `${annotator}: ${formatCount(done)} of ${formatCount(total)} done, ${formatCount(skipped)} of them skipped${pace}`;
}
