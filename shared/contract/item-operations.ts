import { z } from 'zod';
import { filterSchema } from '../domain/filter/filter.ts';
import { labelValueSchema } from '../domain/schema/label-schema.ts';
import { severitySchema } from '../domain/spans/severity.ts';
import { count, id, operation, time } from './operation.ts';

export const itemSummarySchema = z.object({
  id,
  /** First characters of the last user message and of the output, one line each. */
  input: z.string(),
  output: z.string(),
  edited: z.boolean(),
  labelled: z.boolean(),
  /** Answers of the asking annotator (or of anybody where none is named), by question. */
  answers: z.record(z.string(), labelValueSchema),
  sourceId: id,
  createdAt: time.nullable(),
});
export type ItemSummary = z.infer<typeof itemSummarySchema>;

export const messageSchema = z.object({
  role: z.string(),
  content: z.string(),
  name: z.string().optional(),
  tool_calls: z.json().optional(),
  tool_call_id: z.string().optional(),
});

export const editSchema = z.object({
  id,
  text: z.string(),
  annotator: z.string().nullable(),
  origin: z.enum(['import', 'app']),
  at: time.nullable(),
});
export type Edit = z.infer<typeof editSchema>;

export const signalSchema = z.object({
  kind: z.enum(['explicit', 'implicit', 'outcome']),
  name: z.string(),
  number: z.number().nullable(),
  text: z.string().nullable(),
  unit: z.string().nullable(),
  at: time.nullable(),
  /** Who or what observed it, where the source says so: 'human:ana', 'model:judge', 'code'. */
  origin: z.string().nullable(),
});
export type Signal = z.infer<typeof signalSchema>;

export const labelSchema = z.object({
  question: z.string(),
  annotator: z.string(),
  value: labelValueSchema,
  origin: z.enum(['import', 'app']),
  at: time.nullable(),
});
export type Label = z.infer<typeof labelSchema>;

export const spanLabelSchema = z.object({
  /** UTF-16 units of the output, the end exclusive. */
  start: count,
  end: count,
  /** The output's text there. */
  quote: z.string(),
  /** The text that an edit put there; null where the output itself was marked. */
  added: z.string().nullable(),
  annotator: z.string(),
  failureMode: z.string().nullable(),
  failureModeName: z.string().nullable(),
  severity: severitySchema.nullable(),
  note: z.string().nullable(),
  /** The failure mode's name as an imported file has it. */
  category: z.string().nullable(),
  origin: z.enum(['import', 'app']),
  at: time.nullable(),
});
export type SpanLabel = z.infer<typeof spanLabelSchema>;

/** An annotator asks the lead to look at an interaction. */
export const flagSchema = z.object({
  annotator: z.string(),
  note: z.string(),
  at: time,
  /** Who settled it and what they said; null while it is open. */
  resolved: z.object({ by: z.string(), resolution: z.string() }).nullable(),
});
export type Flag = z.infer<typeof flagSchema>;

export const resolutionSchema = z.object({
  question: z.string(),
  value: labelValueSchema,
  note: z.string().nullable(),
  /** Who resolved it. */
  annotator: z.string(),
  at: time,
});
export type Resolution = z.infer<typeof resolutionSchema>;

export const itemSchema = z.object({
  id,
  externalId: z.string().nullable(),
  sourceId: id,
  sourceName: z.string(),
  messages: z.array(messageSchema),
  output: z.string(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  session: z.string().nullable(),
  user: z.string().nullable(),
  createdAt: time.nullable(),
  createdOffsetMinutes: z.int().nullable(),
  meta: z.record(z.string(), z.json()),
  /** How many other interactions say nearly the same; they are found by `near_duplicate_of`. */
  nearDuplicates: count,
  /** Oldest first; the edit shown is the last one made in the app, else the last imported one. */
  edits: z.array(editSchema),
  signals: z.array(signalSchema),
  labels: z.array(labelSchema),
  /** What the team says, by question. */
  resolutions: z.array(resolutionSchema),
  /** Labels on parts of the output, in the order of the text. */
  spans: z.array(spanLabelSchema),
  flags: z.array(flagSchema),
});
export type Item = z.infer<typeof itemSchema>;

export const itemOperations = {
  /** One page in import order, after or before an item (keyset paging; neither: the first page). */
  list: operation
    .input(
      z.object({
        filter: filterSchema.optional(),
        after: id.optional(),
        before: id.optional(),
        limit: z.int().min(1).max(1000).optional(),
        annotator: z.string().optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(itemSummarySchema),
        nextAfter: id.nullable(),
        previousBefore: id.nullable(),
      }),
    ),
  /** Lines of a list by their ids, in the order given; an id that is not in the project is left out. */
  summaries: operation
    .input(z.object({ ids: z.array(id).max(1000), annotator: z.string().optional() }))
    .output(z.array(itemSummarySchema)),
  /** How many interactions match, and how many of them are labelled (by anybody, by the annotator) and edited. */
  count: operation
    .input(z.object({ filter: filterSchema.optional(), annotator: z.string().optional() }))
    .output(z.object({ total: count, labelled: count, labelledByAnnotator: count, edited: count })),
  get: operation.input(z.object({ id })).output(itemSchema),
  /** Ids around an item in the filtered order; the item itself need not match the filter any more. */
  neighbours: operation
    .input(z.object({ filter: filterSchema.optional(), id, count: z.int().min(1).max(20).optional() }))
    .output(z.object({ previous: z.array(id), next: z.array(id) })),
};
