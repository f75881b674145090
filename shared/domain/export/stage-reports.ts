import { z } from 'zod';
import { findingKinds } from '../privacy/finding.ts';

const count = z.int().min(0);

/** How many tokens rows have. */
export const tokenReportSchema = z.object({
  /** As the recipe names it; of a file, its name. */
  encoding: z.string(),
  /** Of the file, where it is one. */
  sha256: z.string().optional(),
  rows: count,
  total: count,
  /** Of those, tokens of the training part. */
  training: count,
  /** Of those, tokens that are learned from. */
  learned: count,
  median: count,
  p95: count,
  most: count,
  /** Rows by tokens: `from` included, the next `from` not. */
  histogram: z.array(z.object({ from: count, rows: count })),
  /** Tokens of the training part times epochs times price; null without a price. */
  cost: z.number().nullable(),
});
export type TokenReport = z.infer<typeof tokenReportSchema>;

/** What was found of personal data, and what became of it. Examples are masked. */
export const privacyReportSchema = z.object({
  action: z.enum(['redact', 'mask', 'drop']),
  rows: count,
  kinds: z.array(
    z.object({
      kind: z.enum(findingKinds),
      findings: count,
      rows: count,
      examples: z.array(z.string()),
      /** Of findings that a person looked at, how many were right, with a 95 % interval; where nobody looked, not there. */
      precision: z
        .object({ right: count, wrong: count, share: z.number(), low: z.number(), high: z.number() })
        .optional(),
    }),
  ),
});
export type PrivacyReport = z.infer<typeof privacyReportSchema>;

export const duplicatesReportSchema = z.object({
  exact: count,
  near: count,
  /** Some of what was left out, with the interaction that stays in its place. */
  examples: z.array(z.object({ itemId: z.string(), keptItemId: z.string(), share: z.number() })),
});
export type DuplicatesReport = z.infer<typeof duplicatesReportSchema>;

export const decontaminationReportSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  /** Texts of the file that were long enough to look for. */
  texts: count,
  rows: count,
  examples: z.array(z.object({ itemId: z.string(), words: z.string(), line: count })),
});
export type DecontaminationReport = z.infer<typeof decontaminationReportSchema>;

/** What the stages of an export tell beside the rows they left out; those that did not run are not there. */
export const stageReportsSchema = z.object({
  tokens: tokenReportSchema.optional(),
  privacy: privacyReportSchema.optional(),
  duplicates: duplicatesReportSchema.optional(),
  decontamination: decontaminationReportSchema.optional(),
});
export type StageReports = z.infer<typeof stageReportsSchema>;
