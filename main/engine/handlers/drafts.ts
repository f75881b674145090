import { keepDraft, listDrafts } from '../../services/review/drafts.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createDraftHandlers(state: EngineState) {
  const { review } = operations;
  return {
    drafts: review.drafts.handler(({ input }) =>
      listDrafts(unwrap(state.requireProject()).database, input.annotator),
    ),
    keepDraft: review.keepDraft.handler(({ input }) =>
      unwrap(keepDraft(unwrap(state.requireWritable()).database, input)),
    ),
  };
}
