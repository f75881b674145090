import { z } from 'zod';
import { labelValueSchema } from '../domain/schema/label-schema.ts';
import { queueSettingsSchema } from '../domain/queue/queue-settings.ts';
import { itemSummarySchema } from './item-operations.ts';
import { count, id, operation, time } from './operation.ts';

const annotator = z.string().trim().min(1).max(100);

/** How far one annotator is in a queue. */
const queueShareSchema = z.object({
  annotator: z.string(),
  /** Interactions that this annotator gets, gold items among them. */
  total: count,
  /** Those with answers to all questions that must be answered, and those skipped. */
  done: count,
  /** Of those done, the ones skipped and not answered. */
  skipped: count,
});
export type QueueShare = z.infer<typeof queueShareSchema>;

export const queueSchema = queueSettingsSchema.extend({
  id,
  createdAt: time,
  /** When its interactions were last put in order; null before the first time. */
  madeAt: time.nullable(),
  /** Interactions in it, without gold items. */
  size: count,
  /** Interactions that match and came since it was made; `isMore` where they were not counted any further. */
  newSince: z.object({ count, isMore: z.boolean() }),
  /** What its order could not do, such as learn from answers that are not there yet. */
  note: z.string().nullable(),
  /** Of the assigned annotators, or, where nobody is, of those who have done something in it. */
  progress: z.array(queueShareSchema),
});
export type Queue = z.infer<typeof queueSchema>;

/** A queue, and the job that puts its interactions in order; null where nothing about that changed. */
const madeQueueSchema = z.object({ queue: queueSchema, jobId: id.nullable() });

const progressSchema = queueShareSchema.extend({
  /** False where the queue is assigned to others only: then it has nothing for this annotator. */
  isAssigned: z.boolean(),
  /** Of the last hour of work, pauses of more than five minutes left out; null before the second one done. */
  itemsPerHour: z.number().nullable(),
  /** At this pace; null where there is none. */
  secondsLeft: z.number().nullable(),
});
export type QueueProgress = z.infer<typeof progressSchema>;

export const queueOperations = {
  /** By name. */
  list: operation.output(z.array(queueSchema)),
  /** QUEUE_NOT_FOUND. */
  get: operation.input(z.object({ id })).output(queueSchema),
  /** QUEUE_EXISTS for a name that is taken, FILTER_INVALID, INPUT_INVALID. */
  create: operation.input(queueSettingsSchema).output(madeQueueSchema),
  /** Changes what is named; its interactions are put in order anew where that matters. Fails as `create` does. */
  update: operation.input(queueSettingsSchema.partial().extend({ id })).output(madeQueueSchema),
  /** Labels stay; what was skipped in it is forgotten. QUEUE_NOT_FOUND. */
  delete: operation.input(z.object({ id })).output(z.null()),
  /** Puts its interactions in order anew, with those that came since. The old order serves until then. */
  refresh: operation.input(z.object({ id })).output(z.object({ jobId: id })),
  /**
   * One page in the queue's order, as `items.list` gives it in import order: of what the annotator gets, or without one of
   * everything in it. QUEUE_NOT_FOUND, ITEM_NOT_FOUND for an `after` or `before` that is not in it.
   */
  items: operation
    .input(
      z.object({
        queue: id,
        annotator: annotator.optional(),
        after: id.optional(),
        before: id.optional(),
        limit: z.int().min(1).max(1000).optional(),
      }),
    )
    .output(
      z.object({
        /** `done` by this annotator, by answers or by a skip. */
        items: z.array(itemSummarySchema.extend({ done: z.boolean(), skipped: z.boolean() })),
        nextAfter: id.nullable(),
        previousBefore: id.nullable(),
      }),
    ),
  /** Ids around an interaction in the queue's order, done or not, the nearest first. */
  neighbours: operation
    .input(
      z.object({
        queue: id,
        annotator: annotator.optional(),
        id,
        count: z.int().min(1).max(20).optional(),
      }),
    )
    .output(z.object({ previous: z.array(id), next: z.array(id) })),
  /**
   * Ids of the next interactions that the annotator has not done, in the queue's order: behind `after`, or from the start.
   * None at the end. Where `after` is not in the queue, from the start.
   */
  next: operation
    .input(
      z.object({
        queue: id,
        annotator,
        after: id.optional(),
        count: z.int().min(1).max(100).optional(),
      }),
    )
    .output(z.object({ ids: z.array(id) })),
  progress: operation.input(z.object({ queue: id, annotator })).output(progressSchema),
};

const goldAnswersSchema = z.record(z.string(), labelValueSchema);

/** Gold items: interactions whose right answers are known, by which a lead sees how far answers can be trusted. */
export const goldOperations = {
  /** The expected answers of one interaction, by question; empty where it is no gold item. */
  get: operation.input(z.object({ id })).output(z.object({ answers: goldAnswersSchema })),
  /** Gold items in import order. */
  list: operation
    .input(z.object({ after: id.optional(), limit: z.int().min(1).max(1000).optional() }))
    .output(
      z.object({
        items: z.array(z.object({ id, answers: goldAnswersSchema })),
        total: count,
        nextAfter: id.nullable(),
      }),
    ),
  /** Sets (or with null takes back) the expected answer to a question. ITEM_NOT_FOUND, LABEL_INVALID. */
  set: operation
    .input(z.object({ id, annotator, question: z.string().min(1), value: labelValueSchema.nullable() }))
    .output(z.object({ answers: goldAnswersSchema })),
  /** How often annotators gave the expected answer, by annotator and question; only where they answered. */
  accuracy: operation.output(
    z.array(z.object({ annotator: z.string(), question: z.string(), answered: count, right: count })),
  ),
};
