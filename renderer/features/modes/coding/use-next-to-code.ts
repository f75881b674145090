import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { Item } from '../../../../shared/contract/item-operations.ts';
import type { Queue } from '../../../../shared/contract/queue-operations.ts';
import { usualQueue } from '../../../../shared/domain/queue/queue-settings.ts';
import { failureOf } from '../../../api/failure.ts';
import { useClient, useQueries } from '../../../api/query-utils.ts';
import { useSettings } from '../../../api/use-settings.ts';
import { reviewPath } from '../../../app/routes.ts';
import { useAppState } from '../../../state/app-state.ts';
import { showToast } from '../../../state/toasts.ts';

export interface NextToCode {
  /** The random queue that is worked through; null where there is none. */
  readonly queue: Queue | null;
  readonly isKnown: boolean;
  /** Opens its next interaction that this annotator has neither done nor written a note on. */
  readonly open: () => Promise<void>;
  /** Makes a queue of all interactions in random order. */
  readonly make: () => Promise<void>;
}

/** Interactions asked for at a time. */
const atOnce = 20;

export function useNextToCode(): NextToCode {
  const client = useClient();
  const queries = useQueries();
  const [, navigate] = useLocation();
  const annotator = useSettings().settings?.annotator ?? '';
  const show = useAppState((state) => state.show);
  const queues = useQuery(queries.queues.list.queryOptions());
  const questions = useQuery(queries.review.schema.queryOptions()).data?.questions ?? [];
  const queue = randomQueue(queues.data ?? [], annotator);

  const told = async (run: () => Promise<void>) => {
    if (annotator === '') return show('annotator');
    return run().catch((error: unknown) => showToast(failureOf(error).message));
  };
  return {
    queue,
    isKnown: queues.data !== undefined,
    open: async () =>
      told(async () => {
        if (queue === null) return;
        const texts = new Set(questions.filter(({ kind }) => kind === 'text').map(({ id }) => id));
        const id = await findNext(client, queue.id, annotator, (item) => hasNote(item, annotator, texts));
        if (id !== null) return navigate(reviewPath([], id, queue.id));
        showToast(
          queue.madeAt === null
            ? `“${queue.name}” is being put in order. Try again in a moment.`
            : `Nothing of “${queue.name}” is left without a note of yours.`,
        );
      }),
    make: async () =>
      told(async () => {
        const made = await client.queues.create({
          ...usualQueue,
          filter: [],
          annotators: [],
          name: 'Open coding',
          order: { by: 'random' },
        });
        if (made.jobId !== null) await untilDone(client, made.jobId);
        await queues.refetch();
        showToast(`Made “${made.queue.name}”: all interactions in random order.`);
      }),
  };
}

/** Milliseconds between two looks at a job that puts a queue in order. */
const patience = 150;

async function untilDone(client: Client, jobId: string): Promise<void> {
  for (;;) {
    const { state } = await client.jobs.get({ id: jobId });
    if (state !== 'running') return;
    await new Promise((resolve) => {
      setTimeout(resolve, patience);
    });
  }
}

/** One of everything where there is one: then what is reviewed of it tells of all interactions. */
function randomQueue(queues: readonly Queue[], annotator: string): Queue | null {
  const random = queues.filter(
    ({ order, annotators }) =>
      order.by === 'random' && (annotators.length === 0 || annotators.includes(annotator)),
  );
  return random.find(({ filter }) => filter.length === 0) ?? random[0] ?? null;
}

async function findNext(
  client: Client,
  queue: string,
  annotator: string,
  isCoded: (item: Item) => boolean,
): Promise<string | null> {
  let after: string | undefined;
  for (;;) {
    const behind = after === undefined ? {} : { after };
    const { ids } = await client.queues.next({ queue, annotator, count: atOnce, ...behind });
    for (const id of ids) if (!isCoded(await client.items.get({ id }))) return id;
    after = ids.at(-1);
    if (after === undefined) return null;
  }
}

function hasNote({ spans, labels }: Item, annotator: string, texts: ReadonlySet<string>): boolean {
  return (
    spans.some((span) => span.annotator === annotator && (span.note ?? '') !== '') ||
    labels.some((label) => label.annotator === annotator && texts.has(label.question))
  );
}
