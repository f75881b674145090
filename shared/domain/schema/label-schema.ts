import { z } from 'zod';

/**
 * The project's questions. A label is one annotator's answer to one question on one interaction (or, later, on
 * one change). Changing the schema never changes labels: a question keeps its id for good.
 */
const key = z.string().length(1).describe('the one key that answers in the review screen');

const option = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  key: key.optional(),
  tone: z.enum(['positive', 'caution', 'negative', 'neutral']).optional(),
  help: z.string().optional(),
});

const common = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: z.string().min(1),
  help: z.string().optional(),
  key: key.optional(),
  required: z.boolean().optional(),
};

export const questionSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('single_choice'), options: z.array(option).min(2) }),
  z.object({ ...common, kind: z.literal('multiple_choice'), options: z.array(option).min(2) }),
  z.object({
    ...common,
    kind: z.literal('scale'),
    min: z.int(),
    max: z.int(),
    minName: z.string().optional(),
    maxName: z.string().optional(),
  }),
  z.object({ ...common, kind: z.literal('yes_no') }),
  z.object({ ...common, kind: z.literal('text') }),
  /** The value is the id of a failure mode of the project; people add their own while they label. */
  z.object({ ...common, kind: z.literal('failure_mode') }),
]);

export type Question = z.infer<typeof questionSchema>;

export const labelSchemaSchema = z.object({
  version: z.int().min(1),
  name: z.string().min(1),
  questions: z.array(questionSchema),
});

export type LabelSchema = z.infer<typeof labelSchemaSchema>;

export const labelValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).readonly(),
]);

export type LabelValue = z.infer<typeof labelValueSchema>;
