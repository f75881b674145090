import { join } from 'node:path';
import type { QueueOrder } from '../shared/domain/queue/queue-order.ts';
import { usualQueue } from '../shared/domain/queue/queue-settings.ts';
import type { Result } from '../shared/result/result.ts';
import { connect, type Database, transact } from '../main/db/database.ts';
import { ensureAnnotator } from '../main/db/tables/annotators.ts';
import { makeQueue } from '../main/services/queues/make-queue.ts';
import { createQueue } from '../main/services/queues/manage-queues.ts';
import { getQueue, nextInQueue, queueItems, queueProgress } from '../main/services/queues/read-queue.ts';
import { setLabel } from '../main/services/review/set-label.ts';
import { cpuSeconds, createBenchProject, inBenchFolder, quantile, withJobContext } from './bench-project.ts';
import { writeSyntheticRows } from './generate-rows.ts';
import { importOnce } from './import.ts';

/** One order; processor seconds to make the queue, milliseconds of what the review screen asks for. */
export interface QueueBenchRow {
  readonly order: string;
  readonly size: number;
  readonly make_cpu_s: number;
  readonly next_p50_ms: number;
  readonly next_p95_ms: number;
  /** The first that is not done, behind those that are. */
  readonly first_open_p50_ms: number;
  readonly page_p50_ms: number;
  readonly progress_p50_ms: number;
  /** What it costs to save a label of an interaction that is in the queue. */
  readonly label_p50_ms: number;
}

const orders: readonly QueueOrder[] = [
  { by: 'import' },
  { by: 'unlabelled' },
  { by: 'newest' },
  { by: 'random' },
  { by: 'stratified', field: 'model' },
  { by: 'largest_edit' },
  { by: 'lowest_signal', signal: 'rating' },
  { by: 'disagreement', question: 'verdict' },
  { by: 'one_per_group' },
  { by: 'uncertain', question: 'verdict' },
];

/** Makes a queue of every order over `rows` interactions, a tenth of them labelled, and goes through it. */
export async function benchQueues(rows = 100_000, runs = 50): Promise<QueueBenchRow[]> {
  return inBenchFolder(async (folder) => {
    const file = join(folder, 'rows.jsonl');
    writeSyntheticRows(file, rows);
    const project = createBenchProject(folder, 'queues');
    await importOnce(file, project);
    const database = connect(project);
    try {
      label(database, Math.ceil(rows / 10));
      const measured: QueueBenchRow[] = [];
      for (const order of orders) measured.push(await measureOrder(project, database, order, runs));
      return measured;
    } finally {
      database.close();
    }
  });
}

/** Two annotators answer for the first interactions, alike on two of three. */
function label(database: Database, count: number): void {
  transact(database, () => {
    const insert = database.prepare(
      'INSERT INTO labels (interaction_seq, annotator_seq, question, value, at) VALUES (?, ?, ?, ?, ?)',
    );
    const [ana, ben] = ['Ana', 'Ben'].map((name) => ensureAnnotator(database, name, 'person', 0).seq);
    for (let seq = 1; seq <= count; seq++) {
      const answer = seq % 2 === 0 ? '"good"' : '"bad"';
      insert.run(seq, ana, 'verdict', answer, seq * 18_000);
      insert.run(seq, ben, 'verdict', seq % 3 === 0 ? '"needs_work"' : answer, seq * 20_000);
      database.prepare('UPDATE interactions SET labelled = 1 WHERE seq = ?').run(seq);
    }
  });
}

async function measureOrder(
  project: string,
  database: Database,
  order: QueueOrder,
  runs: number,
): Promise<QueueBenchRow> {
  const settings = {
    ...usualQueue,
    order,
    name: JSON.stringify(order),
    annotators: ['Ana', 'Ben'],
    overlap: 20,
  };
  const queue = valueOf(createQueue(database, settings, Date.now()));
  const startedAt = cpuSeconds();
  await withJobContext(project, async (context) => valueOf(await makeQueue(context, queue)));
  const make = cpuSeconds() - startedAt;
  const annotator = 'Ana';
  const page = valueOf(queueItems(database, { queue, annotator, limit: 1000 }));
  const ids = page.items.map(({ id }) => id);
  let at = 0;
  const next = timesOf(runs, () =>
    valueOf(nextInQueue(database, { queue, annotator, after: ids[at++ % ids.length], count: 3 })),
  );
  const first = timesOf(runs, () => valueOf(nextInQueue(database, { queue, annotator, count: 3 })));
  const pages = timesOf(runs, () => valueOf(queueItems(database, { queue, annotator, limit: 100 })));
  const progress = timesOf(runs, () => valueOf(queueProgress(database, { queue, annotator })));
  const labels = timesOf(runs, () =>
    valueOf(
      setLabel(
        database,
        { annotator, device: 'bench', now: Date.now() },
        { interactionId: ids[at++ % ids.length] ?? '', question: 'rating', value: 1 + (at % 5) },
      ),
    ),
  );
  return {
    order: order.by,
    size: valueOf(getQueue(database, queue)).size,
    make_cpu_s: make,
    next_p50_ms: quantile(next, 0.5),
    next_p95_ms: quantile(next, 0.95),
    first_open_p50_ms: quantile(first, 0.5),
    page_p50_ms: quantile(pages, 0.5),
    progress_p50_ms: quantile(progress, 0.5),
    label_p50_ms: quantile(labels, 0.5),
  };
}

function timesOf(runs: number, work: () => unknown): number[] {
  work();
  return Array.from({ length: runs }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
