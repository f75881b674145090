import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Queue, QueueProgress } from '../../../../shared/contract/queue-operations.ts';
import { useQueries } from '../../../api/query-utils.ts';

export interface ReviewQueue {
  readonly id: string;
  /** Undefined until it is known. */
  readonly queue: Queue | undefined;
  readonly progress: QueueProgress | undefined;
  /** Others' labels stay hidden until one's own are given; so they do until it is known whether they should. */
  readonly isBlind: boolean;
}

/** The queue that is worked through, and how far this annotator is in it; null outside of a queue. */
export function useReviewQueue(id: string | null, annotator: string): ReviewQueue | null {
  const queries = useQueries();
  const wanted = id ?? '';
  const found = useQuery({
    ...queries.queues.get.queryOptions({ input: { id: wanted } }),
    enabled: id !== null,
  });
  const progress = useQuery({
    ...queries.queues.progress.queryOptions({ input: { queue: wanted, annotator } }),
    enabled: id !== null && annotator !== '',
    // The figures before stay until the new ones are there.
    placeholderData: (previous) => previous,
  });
  const { data: queue } = found;
  const { data: done } = progress;
  return useMemo(
    () => (id === null ? null : { id, queue, progress: done, isBlind: queue?.blind ?? true }),
    [id, queue, done],
  );
}
