import { z } from 'zod';

/**
 * The project's questions. A label is one annotator's answer to one question on one interaction (or, later, on
 * one change). Changing the schema never changes labels: a question keeps its id for good.
 */
const key = z
  .string()
  .regex(/^[!-~]$/)
  .describe('the one key that answers in the review screen');

/** What one choice, step or yes/no is stored as. */
const plainValue = z.union([z.string(), z.number(), z.boolean()]);

/** Asked only where an earlier question has one of these answers; without a list, where it has any answer. */
const condition = z.object({ question: z.string().min(1), is: z.array(plainValue).min(1).optional() });
export type Condition = z.infer<typeof condition>;

const option = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  key: key.optional(),
  tone: z.enum(['positive', 'caution', 'negative', 'neutral']).optional(),
  help: z.string().optional(),
});
export type Option = z.infer<typeof option>;

const common = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: z.string().min(1),
  help: z.string().optional(),
  key: key.optional(),
  required: z.boolean().optional(),
  when: condition.optional(),
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
export type QuestionKind = Question['kind'];

export const questionKinds: readonly QuestionKind[] = [
  'single_choice',
  'multiple_choice',
  'scale',
  'yes_no',
  'text',
  'failure_mode',
];

export type ChoiceQuestion = Extract<Question, { readonly options: readonly unknown[] }>;

/** A schema before it is saved as a version of the project's. */
export const schemaDraftSchema = z.object({
  name: z.string().min(1),
  description: z.string().optional(),
  questions: z.array(questionSchema),
});

export type SchemaDraft = z.infer<typeof schemaDraftSchema>;

export const labelSchemaSchema = schemaDraftSchema.extend({ version: z.int().min(1) });

export type LabelSchema = z.infer<typeof labelSchemaSchema>;

export const labelValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).readonly(),
]);

export type LabelValue = z.infer<typeof labelValueSchema>;
