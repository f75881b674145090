import { useEffect, useLayoutEffect } from 'react';
import { useSettings } from '../../api/use-settings.ts';
import { arrangePanes, type Panes, useReviewState } from './review-state.ts';
import { useStableCallback } from './use-stable-callback.ts';

/** Milliseconds without a change after which the panes are stored; a drag is one write. */
const storePause = 400;

/**
 * Puts the panes as they were left and stores how they are left. False until they stand: drawn before, they would
 * jump. The settings keep them rather than the browser, for which every start is another site.
 */
export function useKeptPanes(): boolean {
  const { settings, update, error } = useSettings();
  const isArranged = useReviewState((state) => state.isArranged);
  useLayoutEffect(() => {
    if (!isArranged && settings !== undefined) arrangePanes(settings);
  }, [isArranged, settings]);

  const store = useStableCallback(({ listOpen, goToNext, sizes }: Panes) =>
    update({ listOpen, goToNext, paneSizes: sizes }),
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const storeNow = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      store(useReviewState.getState());
    };
    const unsubscribe = useReviewState.subscribe((now, before) => {
      if (!before.isArranged || isSame(now, before)) return;
      clearTimeout(timer);
      timer = setTimeout(storeNow, storePause);
    });
    addEventListener('pagehide', storeNow);
    return () => {
      unsubscribe();
      removeEventListener('pagehide', storeNow);
      storeNow();
    };
  }, [store]);

  // Settings that cannot be read are no reason to keep anybody from working.
  return isArranged || error !== null;
}

function isSame(left: Panes, right: Panes): boolean {
  return left.listOpen === right.listOpen && left.goToNext === right.goToNext && left.sizes === right.sizes;
}
