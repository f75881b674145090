import { setImmediate } from 'node:timers/promises';
import { divideQueue, draw, purposes } from '../../../shared/domain/queue/divide-queue.ts';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { numberOf } from '../../db/query.ts';
import { goldItems } from '../../db/tables/gold-answers.ts';
import { allMatchingSeqs } from '../../db/tables/item-query.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { fillDone, fillSkips } from '../../db/tables/queue-done.ts';
import {
  deleteBuildRows,
  insertBuild,
  insertPlace,
  unusedBuilds,
  useBuild,
} from '../../db/tables/queue-items.ts';
import { findQueue, type QueueRow } from '../../db/tables/queues.ts';
import { inTimedTransactions } from '../imports/timed-transactions.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { byNumber, type Ordered, orderInteractions } from './order-interactions.ts';
import { chunksOf } from './chunks-of.ts';
import { pagesOf } from './pages-of.ts';
import { queueNotFound } from './queue-not-found.ts';

export interface MakeQueueInput {
  readonly queueId: string;
}

export interface MadeQueue {
  readonly queueId: string;
  readonly size: number;
  readonly note: string | null;
}

/** `makeQueue` as a job. */
export const runMakeQueue: JobWork<MakeQueueInput> = async ({ queueId }, context) => {
  const made = await makeQueue(context, queueId);
  context.changed(['queues']);
  return made.ok ? succeed({ ...made.value }) : made;
};

/**
 * Finds what matches a queue's filter, puts it in order and gives each annotator their part, in short transactions. The
 * order before serves until the new one is complete. QUEUE_NOT_FOUND, FILTER_INVALID, JOB_CANCELLED, also where the
 * queue was begun anew or deleted meanwhile.
 */
export async function makeQueue(context: JobContext, queueId: string): Promise<Result<MadeQueue>> {
  const { database } = context;
  const queue = findQueue(database, queueId);
  if (queue === null) return queueNotFound();
  const filter = filterToSql(database, queue.settings.filter);
  if (!filter.ok) return filter;
  const build = transact(database, () => insertBuild(database, queue.seq));
  await dropUnusedBuilds(database, queue.seq);
  const throughSeq = numberOf(database, 'SELECT max(seq) FROM interactions');
  const matching = [...allMatchingSeqs(database, filter.value)];
  const ordered = await putInOrder(context, queue, matching);
  const schema = currentLabelSchema(database);
  const isWritten = ordered !== null && (await writeBuild(context, queue, build, { ordered, schema }));
  if (isWritten) {
    const { note } = ordered;
    const made = {
      queueSeq: queue.seq,
      build,
      madeAt: Date.now(),
      throughSeq,
      note,
      schemaVersion: schema.version,
    };
    const isUsed = transact(database, () => useBuild(database, made));
    await dropUnusedBuilds(database, queue.seq);
    if (isUsed) return succeed({ queueId, size: findQueue(database, queueId)?.size ?? 0, note });
  } else {
    while (transact(database, () => deleteBuildRows(database, build, deletedAtOnce))) await setImmediate();
  }
  return fail('JOB_CANCELLED', `${queue.settings.name} was not put in order. Refresh it to do that.`);
}

async function putInOrder(
  context: JobContext,
  { settings }: QueueRow,
  matching: readonly number[],
): Promise<Ordered | null> {
  const { database, signal } = context;
  const gold = new Set(settings.goldEvery === null ? [] : goldItems(database, 0, mostGold));
  const seqs = gold.size === 0 ? matching : matching.filter((seq) => !gold.has(seq));
  const steps = orderInteractions(database, seqs, settings);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const { seqs: all, note } = step.value;
      return { seqs: settings.limit === null ? all : all.slice(0, settings.limit), note };
    }
    context.report({ done: step.value, total: seqs.length, unit: 'rows', rows: step.value });
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return null;
  }
}

/** Gold items that a queue can have. */
const mostGold = 10_000;

/** Places that are written between two looks at whether the job was cancelled. */
const placesAtOnce = 5000;

/** Returns false where the person cancelled. */
async function writeBuild(
  context: JobContext,
  { seq: queueSeq, settings, annotators }: QueueRow,
  build: number,
  { ordered: { seqs }, schema }: { readonly ordered: Ordered; readonly schema: LabelSchema },
): Promise<boolean> {
  const { database, signal } = context;
  const { goldEvery, overlap, seed } = settings;
  const gold = goldEvery === null ? [] : goldInOrder(database, seed);
  const places = divideQueue(seqs, {
    annotators: annotators.map((one) => one.seq),
    overlap,
    seed,
    goldEvery,
    gold,
  });
  for (const chunk of chunksOf(places, placesAtOnce)) {
    inTimedTransactions(database, chunk, (place) => insertPlace(database, build, place));
    const given = [...new Set(chunk.map(({ seq }) => seq))];
    // After their places, so that an act in between either finds the place or is found here.
    inTimedTransactions(database, pagesOf(given), ([page]) => fillDone(database, build, page, schema));
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return false;
  }
  transact(database, () => fillSkips(database, build, queueSeq));
  return true;
}

function goldInOrder(database: Database, seed: number): number[] {
  const items = goldItems(database, 0, mostGold);
  return byNumber(items, new Map(items.map((seq) => [seq, draw(seq, seed, purposes.gold)])));
}

const deletedAtOnce = 1000;

/**
 * Deletes the rows of orders that are no longer in force: those of this queue, and of queues that are gone.
 * @param queueSeq null where a queue has just been deleted
 */
export async function dropUnusedBuilds(database: Database, queueSeq: number | null): Promise<void> {
  for (const build of unusedBuilds(database, queueSeq)) {
    while (transact(database, () => deleteBuildRows(database, build, deletedAtOnce))) await setImmediate();
  }
}
