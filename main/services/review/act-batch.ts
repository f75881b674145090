import { createId } from '../../db/create-id.ts';
import type { BatchPlace } from '../../db/tables/events.ts';

/**
 * Acts that are one step for the person who did them, and are taken back as one. Each carries the batch's id and its
 * place in it, so that whoever goes back through them knows where they began.
 */
export interface ActBatch {
  /** The place of the act that is written next. */
  readonly next: () => BatchPlace;
}

export function startBatch(): ActBatch {
  const id = createId();
  let index = 0;
  return { next: () => ({ id, index: index++ }) };
}
