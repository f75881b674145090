import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { reviewPath } from '../../app/routes.ts';
import { useStableCallback } from './use-stable-callback.ts';
import { isNearEnd, type ListedItem, type ReviewList } from './use-review-list.ts';

export interface ReviewNavigation {
  /** Index of the open interaction in the loaded list; -1 where it is not in it. */
  readonly index: number;
  readonly next: () => void;
  readonly previous: () => void;
  readonly nextUnlabelled: () => void;
  /** In a queue: leaves the open interaction out, with a reason; null elsewhere. */
  readonly skip: (() => void) | null;
  readonly open: (id: string) => void;
}

/**
 * Going from interaction to interaction. Steps replace the address, so that Back leaves the review instead of
 * walking through hundreds of interactions.
 */
export function useReviewNavigation(
  list: ReviewList,
  { queue, filter }: { readonly queue: string | null; readonly filter: Filter },
  id: string | undefined,
  onEnd: (direction: 'next' | 'previous') => void,
  skip: (() => void) | null,
): ReviewNavigation {
  const [, navigate] = useLocation();
  const { items, loadNext } = list;
  const index = useMemo(() => items.findIndex((item) => item.id === id), [items, id]);
  // Who stepped aside to an interaction that is not in the list goes on from where the list was left.
  const place = useRef(index);
  useEffect(() => {
    if (index >= 0) place.current = index;
  }, [index]);

  const open = useCallback(
    (target: string) => navigate(reviewPath(filter, target, queue), { replace: true }),
    [navigate, queue, filter],
  );

  useEffect(() => {
    if (isNearEnd(list, index)) void loadNext();
  }, [list, index, loadNext]);

  /** The first item behind the open one that `isWanted`, loading pages until there is one. */
  const goForward = async (isWanted: (item: ListedItem) => boolean) => {
    let known = items;
    for (let start = (index < 0 ? place.current : index) + 1; ;) {
      const found = known.slice(start).find(isWanted);
      if (found !== undefined) return open(found.id);
      start = known.length;
      const more = await loadNext();
      if (more.length <= start) return onEnd('next');
      known = more;
    }
  };
  const next = useStableCallback(() => void goForward(() => true));
  const nextUnlabelled = useStableCallback(
    () =>
      void goForward(
        ({ done, answers }) => done !== true && (done === false || Object.keys(answers).length === 0),
      ),
  );
  const previous = useStableCallback(() => {
    const target = items[index < 0 ? place.current : index - 1];
    if (target === undefined) onEnd('previous');
    else open(target.id);
  });

  return useMemo(
    () => ({ index, previous, open, next, nextUnlabelled, skip }),
    [index, previous, open, next, nextUnlabelled, skip],
  );
}
