import { z } from 'zod';
import { count, id, operation, time } from './operation.ts';
import { freshnessSchema } from './signal-operations.ts';

/** The four improvement loops. */
export const loopSchema = z.enum(['prompt', 'few_shot', 'fine_tune', 'outcome']);
export type Loop = z.infer<typeof loopSchema>;

/** What outputs have in common; null stands for none. */
export const auditGroupSchema = z.object({
  surface: z.string().nullable(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
});
export type AuditGroup = z.infer<typeof auditGroupSchema>;

/** A row of the coverage matrix: outputs by surface, model and prompt version. */
export const auditRowSchema = auditGroupSchema.extend({
  interactions: count,
  firstWeek: z.string().nullable(),
  lastWeek: z.string().nullable(),
  /** Without any signal at all. */
  silent: count,
  /** By signal id; interactions of which it is known, and of outcomes those that wait. */
  signals: z.record(z.string(), z.object({ known: count, pending: count })),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const gapSchema = z.object({
  /** Stable: kind, signal and group. */
  id: z.string(),
  kind: z.enum([
    'not_collected',
    'low_coverage',
    'unmapped_field',
    'unused_signal',
    'silent_interactions',
    'lost_events',
    'unjoined_outcomes',
    'no_session',
    'no_user',
    'no_time',
    'no_prompt_version',
  ]),
  title: z.string(),
  /** What is missing, in figures. */
  detail: z.string(),
  /** What to do next. */
  advice: z.string(),
  /** Null where it concerns all surfaces. */
  surface: z.string().nullable(),
  signal: z.string().nullable(),
  /** Interactions that it concerns, of how many. */
  affected: count,
  of: count,
  /** Loops that are not ready, and that it keeps from being. */
  blocks: z.array(loopSchema),
  /** By which gaps are ranked, the greatest first. */
  weight: z.number(),
});
export type Gap = z.infer<typeof gapSchema>;

/** Something that a loop needs, with what there is of it. */
export const loopNeedSchema = z.object({
  name: z.string(),
  /** In figures, such as "312 of 500". */
  have: z.string(),
  state: z.enum(['met', 'weak', 'missing']),
});

/** What a loop can do as the data is. Each need that is missing blocks it. */
export const loopStateSchema = z.object({
  loop: loopSchema,
  state: z.enum(['ready', 'weak', 'blocked']),
  /** In figures. */
  reason: z.string(),
  needs: z.array(loopNeedSchema),
});
export type LoopState = z.infer<typeof loopStateSchema>;

/** A column of the matrix. */
export const auditSignalSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['explicit', 'implicit', 'outcome']),
  strength: z.int(),
  known: count,
  pending: count,
});
export type AuditSignal = z.infer<typeof auditSignalSchema>;

export const auditReportSchema = z.object({
  project: z.string(),
  madeAt: time,
  freshness: freshnessSchema,
  /** Those whose signals are worked out; the figures below are of them. */
  interactions: count,
  silent: count,
  /** Columns of the matrix in the catalogue's order. */
  signals: z.array(auditSignalSchema),
  /** Those with most interactions first, at most 200. */
  rows: z.array(auditRowSchema),
  /** What the other rows have together. */
  rest: auditRowSchema
    .pick({ interactions: true, silent: true, signals: true })
    .extend({ rows: count })
    .nullable(),
  /** Interactions without one of these. */
  without: z.object({ session: count, user: count, time: count, promptVersion: count }),
  /** Actions and outcomes that are logged, by value. */
  actions: z.array(z.object({ action: z.string(), count })),
  outcomes: z.array(z.object({ name: z.string(), count, pending: count })),
  /** Signals of the log that mean nothing of the catalogue, and fields that are only metadata, with the rows that fill them. */
  unused: z.array(z.object({ name: z.string(), what: z.enum(['signal', 'metadata']), count })),
  /** What import left behind, by source. */
  discarded: z.array(
    z.object({
      what: z.enum(['unmapped_field', 'event', 'rejected_row']),
      name: z.string(),
      source: z.string(),
      sourceId: id,
      count,
    }),
  ),
  /** Rows of files of signals that found no interaction. */
  unjoined: z.array(z.object({ source: z.string(), sourceId: id, reason: z.string(), count, joined: count })),
  /** The loop a gap blocks is named there; here, what each loop can do as it is. */
  loops: z.array(loopStateSchema),
  gaps: z.array(gapSchema),
});
export type AuditReport = z.infer<typeof auditReportSchema>;

export const auditExampleSchema = z.object({
  id,
  /** The last message of a user, and the output, cut. */
  input: z.string(),
  output: z.string(),
  createdAt: time.nullable(),
});
export type AuditExample = z.infer<typeof auditExampleSchema>;

export const auditFormatSchema = z.enum(['md', 'html']);
export type AuditFormat = z.infer<typeof auditFormatSchema>;

export const auditOperations = {
  report: operation.output(auditReportSchema),
  /** Interactions of a group that have a signal or lack it; without a signal those that are silent. */
  examples: operation
    .input(
      z.object({
        group: auditGroupSchema.partial(),
        signal: z.string().nullable(),
        has: z.boolean(),
        limit: z.int().min(1).max(100).default(20),
      }),
    )
    .output(z.array(auditExampleSchema)),
  /** The audit as a text to keep. */
  document: operation.input(z.object({ format: auditFormatSchema })).output(z.object({ text: z.string() })),
  /** DISK_FULL, FILE_NOT_WRITABLE. */
  write: operation
    .input(z.object({ format: auditFormatSchema, path: z.string().min(1) }))
    .output(z.object({ path: z.string() })),
};
