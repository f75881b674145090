import { z } from 'zod';
import { count, id, operation, time } from './operation.ts';

/** What somebody wrote about an interaction or a part of its output. */
export const codingNoteSchema = z.object({
  /** Names the note among all. */
  key: z.string(),
  interactionId: id,
  /** See `placeKey`; empty for the whole interaction. */
  place: z.string(),
  text: z.string(),
  annotator: z.string(),
  /** The question it answers; null for a note on a part. */
  question: z.string().nullable(),
  /** What stands at the place in the output, or its beginning, and what an edit put there. */
  quote: z.string(),
  added: z.string().nullable(),
  at: time.nullable(),
  /** What people say its place has; null where it is in no group yet. */
  failureMode: z.object({ id, name: z.string() }).nullable(),
});
export type CodingNote = z.infer<typeof codingNoteSchema>;

export const codingNotesSchema = z.object({
  notes: z.array(codingNoteSchema),
  /** Notes that are in a failure mode or in none, as asked for. */
  total: count,
  nextAfter: z.string().nullable(),
  /** Every failure mode in use, with the notes that are in it. */
  groups: z.array(z.object({ id, name: z.string(), notes: count })),
});
export type CodingNotes = z.infer<typeof codingNotesSchema>;

export const saturationPointSchema = z.object({
  /** Reviewed so far, in order of time. */
  reviewed: count,
  /** Different failure modes so far. */
  modes: count,
  /** Those of them that came with this step. */
  newModes: count,
});

export const saturationSchema = z.object({
  reviewed: count,
  modes: count,
  /** One point per step of `step` interactions; the last one may be shorter. */
  points: z.array(saturationPointSchema),
  step: count,
  /** Failure modes that were found in one reviewed interaction only, and in two. */
  once: count,
  twice: count,
  /** Good-Turing: the share of findings to come that will be of a mode not seen so far; null before the first. */
  unseenShare: z.number().nullable(),
  /** Chao1: least number of modes there are, with those nobody has seen. */
  chao1: z.number(),
});
export type Saturation = z.infer<typeof saturationSchema>;

export const codingOperations = {
  /** Notes that are in no failure mode, or those that are in one; the newest first. */
  notes: operation
    .input(
      z.object({
        grouped: z.boolean(),
        /** From the page before. */
        after: z.string().optional(),
        limit: z.int().min(1).max(500).optional(),
      }),
    )
    .output(codingNotesSchema),
  /** Whether reviewing more still brings new failure modes. */
  saturation: operation.output(saturationSchema),
};
