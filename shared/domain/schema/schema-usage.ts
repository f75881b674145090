import { z } from 'zod';

/** How many labels the project has under each question, and under each of its answers where those are choices. */
export const schemaUsageSchema = z.array(
  z.object({
    question: z.string(),
    labels: z.int().min(0),
    answers: z.array(
      z.object({ value: z.union([z.string(), z.number(), z.boolean()]), labels: z.int().min(0) }),
    ),
  }),
);
export type SchemaUsage = z.infer<typeof schemaUsageSchema>;

export function labelsOf(usage: SchemaUsage, question: string): number {
  return usage.find((entry) => entry.question === question)?.labels ?? 0;
}

export function labelsOfAnswer(
  usage: SchemaUsage,
  question: string,
  value: string | number | boolean,
): number {
  const answers = usage.find((entry) => entry.question === question)?.answers;
  return answers?.find((answer) => answer.value === value)?.labels ?? 0;
}
