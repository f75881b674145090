import { useEffect } from 'react';
import { useClient } from '../../api/query-utils.ts';
import { changedDrafts, type DraftChange, type Drafts, noDrafts, withKept } from './kept-drafts.ts';
import { useReviewState } from './review-state.ts';

/** Milliseconds after a key before what was typed is on disk; typing on does not put it off. */
const keepPause = 250;

/** Keeps what is typed in the project while it is typed, and brings back what an earlier session left. */
export function useKeptDrafts(project: string | null, annotator: string): void {
  const client = useClient();
  useEffect(() => {
    if (project === null || annotator === '') return undefined;
    const waiting = new Map<string, DraftChange>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isBringingBack = false;
    let isOver = false;
    const keepNow = () => {
      clearTimeout(timer);
      timer = undefined;
      const changes = [...waiting.values()];
      waiting.clear();
      // A draft that cannot be kept is still on screen, and saving it will say what is wrong.
      for (const change of changes) void client.review.keepDraft({ ...change, annotator }).catch(() => null);
    };
    const unsubscribe = useReviewState.subscribe((now, before) => {
      if (isBringingBack) return;
      for (const change of changedDrafts(before, now)) waiting.set(`${change.id} ${change.part}`, change);
      if (waiting.size > 0) timer ??= setTimeout(keepNow, keepPause);
    });
    const bring = (drafts: Partial<Drafts & { draftsOf: string }>) => {
      isBringingBack = true;
      useReviewState.setState(drafts);
      isBringingBack = false;
    };
    const bringBack = async () => {
      const owner = `${project} ${annotator}`;
      const { draftsOf } = useReviewState.getState();
      if (draftsOf === owner) return;
      // Drafts of somebody else are theirs; they wait on disk.
      bring(draftsOf === null ? { draftsOf: owner } : { ...noDrafts, draftsOf: owner });
      const kept = await client.review.drafts({ annotator }).catch(() => []);
      if (!isOver) bring(withKept(useReviewState.getState(), kept));
    };
    void bringBack();
    addEventListener('pagehide', keepNow);
    return () => {
      isOver = true;
      unsubscribe();
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [client, project, annotator]);
}
