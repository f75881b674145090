import { z } from 'zod';
import { labelValueSchema } from '../domain/schema/label-schema.ts';
import { count, operation, time } from './operation.ts';

/** How fast somebody worked in the app. Pauses of more than five minutes do not count as work. */
export const paceSchema = z.object({
  /** Interactions gone on to, coming back to one included. */
  items: count,
  milliseconds: count,
  perHour: z.number(),
});
export type Pace = z.infer<typeof paceSchema>;

export const annotatorProfileSchema = z.object({
  name: z.string(),
  kind: z.enum(['person', 'imported']),
  labels: count,
  /** Interactions with a label of theirs. */
  items: count,
  edits: count,
  /** Labels on parts of outputs. */
  spans: count,
  /** Days of the project's time zone on which they did something in the app. */
  activeDays: count,
  /** Their first and last act in the app; null where all that is theirs was imported. */
  firstAt: time.nullable(),
  lastAt: time.nullable(),
  /** Null until they went from one interaction to another. */
  pace: paceSchema.nullable(),
  /** How often they gave the expected answers of gold items; questions without any are not listed. */
  gold: z.array(z.object({ question: z.string(), answered: count, right: count })),
});
export type AnnotatorProfile = z.infer<typeof annotatorProfileSchema>;

export const answerCountSchema = z.object({
  value: labelValueSchema,
  /** What the label schema or the failure mode calls it. */
  name: z.string(),
  own: count,
  everyone: count,
});

/** One question's answers of an annotator beside everyone's. */
export const questionAnswersSchema = z.object({
  question: z.string(),
  name: z.string(),
  /** Labels under the question. Where several answers can be given at once, fewer than the answers. */
  own: count,
  everyone: count,
  /** In the order of the schema or scale, else the most frequent first. */
  answers: z.array(answerCountSchema),
  /** Different answers that are not listed. */
  answersLeftOut: count,
});
export type QuestionAnswers = z.infer<typeof questionAnswersSchema>;

export const teamOperations = {
  /** Everybody who has labelled or edited here, or whose labels were imported; by name. */
  profiles: operation.output(z.array(annotatorProfileSchema)),
  /** The answers of one annotator; questions that are answered in free text are left out. */
  answers: operation.input(z.object({ annotator: z.string() })).output(z.array(questionAnswersSchema)),
};
