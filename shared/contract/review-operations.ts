import { z } from 'zod';
import { labelSchemaSchema, labelValueSchema } from '../domain/schema/label-schema.ts';
import { spanValueSchema } from '../domain/spans/span-value.ts';
import { editSchema, itemSchema } from './item-operations.ts';
import { count, id, operation, time } from './operation.ts';

export const failureModeSchema = z.object({
  id,
  name: z.string(),
  definition: z.string(),
  count,
  createdAt: time,
});
export type FailureMode = z.infer<typeof failureModeSchema>;

export const annotatorSchema = z.object({
  id,
  name: z.string(),
  kind: z.enum(['person', 'imported']),
});
export type Annotator = z.infer<typeof annotatorSchema>;

const annotator = z.string().trim().min(1).max(100);

/** What an undo or redo touched, so that the screen can go there and say so. */
const historyStepSchema = z.object({
  interactionId: id.nullable(),
  description: z.string(),
  item: itemSchema.nullable(),
});
export type HistoryStep = z.infer<typeof historyStepSchema>;

/** One step of an interaction's history. */
export const historyEntrySchema = z.object({
  eventId: id,
  at: time,
  annotator: z.string(),
  /** The machine it happened on. */
  device: z.string(),
  what: z.enum(['label', 'edit', 'span', 'resolution', 'skip', 'flag']),
  /** Such as "Verdict: Good → Bad". */
  description: z.string(),
  /** The text after the step, of an edit; the note of a resolution. */
  text: z.string().nullable(),
  /** False where a later step took it back. */
  stands: z.boolean(),
  /** It took an earlier step back, or brought it back. */
  isUndo: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const reviewOperations = {
  /** Everything that people did with one interaction, oldest first. */
  history: operation.input(z.object({ id })).output(z.array(historyEntrySchema)),
  /** Gives the annotator's own label or edit the state that it, or somebody else's, had after a step. */
  restore: operation.input(z.object({ id, eventId: id, annotator })).output(itemSchema),
  schema: operation.output(labelSchemaSchema),
  failureModes: operation.output(z.array(failureModeSchema)),
  createFailureMode: operation
    .input(
      z.object({ name: z.string().trim().min(1).max(200), definition: z.string().optional(), annotator }),
    )
    .output(failureModeSchema),
  annotators: operation.output(z.array(annotatorSchema)),
  /**
   * Sets (or with null clears) one annotator's answer. When this returns, the label is on disk. For a failure
   * mode question the value is an id or name of a failure mode; an unknown name creates one.
   */
  setLabel: operation
    .input(z.object({ id, annotator, question: z.string().min(1), value: labelValueSchema.nullable() }))
    .output(itemSchema),
  /**
   * Sets (or with null withdraws) one annotator's label on a part of the output, in UTF-16 units; `added` is the text
   * that the labelled change puts there, null for text that nobody edited. The failure mode is given by id or name; an
   * unknown name creates one. SPAN_INVALID.
   */
  setSpanLabel: operation
    .input(
      z.object({
        id,
        annotator,
        start: count,
        end: count,
        added: z.string().nullable(),
        value: spanValueSchema.nullable(),
      }),
    )
    .output(itemSchema),
  /** Writes (or with null withdraws) this annotator's own edit of the output. */
  writeEdit: operation
    .input(z.object({ id, annotator, text: z.string().nullable() }))
    .output(z.object({ item: itemSchema, edit: editSchema.nullable() })),
  /** Takes back the annotator's latest act that stands; NOTHING_TO_UNDO where there is none. */
  undo: operation.input(z.object({ annotator })).output(historyStepSchema),
  redo: operation.input(z.object({ annotator })).output(historyStepSchema),
};
