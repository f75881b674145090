import { z } from 'zod';
import { filterSchema } from '../filter/filter.ts';
import { queueOrderSchema } from './queue-order.ts';

/** What a person decides about a queue. The same settings on the same project give the same queue. */
export const queueSettingsSchema = z.object({
  name: z.string().trim().min(1).max(100),
  filter: filterSchema,
  order: queueOrderSchema,
  /** Decides random orders, who gets what, and which gold items come first. */
  seed: z.int().min(0),
  /** The first so many in its order; null for all. */
  limit: z.int().min(1).nullable(),
  /** Percent of the interactions that every assigned annotator gets; each of the others goes to one of them. */
  overlap: z.number().min(0).max(100),
  /** After so many interactions, an annotator gets a gold item; null for none. */
  goldEvery: z.int().min(1).nullable(),
  /** Names of those it is for; empty for everybody. */
  annotators: z.array(z.string().trim().min(1).max(100)),
  /** Others' labels are hidden until one's own are given. */
  blind: z.boolean(),
});

export type QueueSettings = z.infer<typeof queueSettingsSchema>;

/** What a queue is like where nothing else is said. */
export const usualQueue: Omit<QueueSettings, 'name'> = {
  filter: [],
  order: { by: 'unlabelled' },
  seed: 0,
  limit: null,
  overlap: 100,
  goldEvery: null,
  annotators: [],
  blind: false,
};
