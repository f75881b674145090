import { z } from 'zod';
import { planDraftSchema, planSignalSchema } from '../domain/plan/plan-signal.ts';
import { count, id, operation, time } from './operation.ts';

/** A signal that the audit misses, as it could be planned. */
export const planSuggestionSchema = z.object({
  /** Of the audit; null for where to begin when there is no audit yet. */
  gap: z.string().nullable(),
  title: z.string(),
  draft: planDraftSchema,
});
export type PlanSuggestion = z.infer<typeof planSuggestionSchema>;

/** What the plan is turned into: the schema of its events, code that writes them to files, or as OpenTelemetry. */
export const planCodeSchema = z.enum(['schema', 'typescript', 'python', 'typescript-otel', 'python-otel']);
export type PlanCode = z.infer<typeof planCodeSchema>;

export const planDocumentSchema = z.enum(['md', 'html']);
export type PlanDocument = z.infer<typeof planDocumentSchema>;

/** What a file says of a signal of the plan. */
export const checkedSignalSchema = z.object({
  id,
  surface: z.string(),
  signal: z.string(),
  event: z.string(),
  /** Complete: every event has what the plan wants. */
  verdict: z.enum(['complete', 'faulty', 'missing']),
  events: count,
  faulty: count,
});

export const checkedEventSchema = z.object({
  event: z.string(),
  events: count,
  faulty: count,
  /** How many of the events hold a field as it should be. */
  fields: z.array(z.object({ name: z.string(), required: z.boolean(), filled: count, wrong: count })),
});

export const planCheckSchema = z.object({
  rows: count,
  unreadable: count,
  signals: z.array(checkedSignalSchema),
  events: z.array(checkedEventSchema),
  /** Events of the file that the plan does not name, those seen most often first, at most 50. */
  unplanned: z.array(z.object({ event: z.string(), events: count })),
  /** Of the events that tell when they happened. */
  first: time.nullable(),
  last: time.nullable(),
  /** The first of them. */
  problems: z.array(z.object({ line: count, event: z.string().nullable(), message: z.string() })),
  problemsNotListed: count,
});
export type PlanCheck = z.infer<typeof planCheckSchema>;

const signals = z.array(planSignalSchema);

export const planOperations = {
  read: operation.output(z.object({ signals })),
  /** What the audit's gaps ask for and the plan does not have, edit capture first. */
  suggest: operation.output(z.object({ suggestions: z.array(planSuggestionSchema) })),
  /**
   * Adds signals at the end, and before the first of a surface its outputs, which all events are about. Gives what was
   * added. INPUT_INVALID.
   */
  add: operation
    .input(z.object({ drafts: z.array(planDraftSchema).min(1).max(200) }))
    .output(z.object({ added: signals })),
  /** The same from a gap of the audit. INPUT_INVALID where there is no such gap, or the plan has it. */
  addFromGap: operation.input(z.object({ gap: z.string() })).output(z.object({ added: signals })),
  /** PLAN_SIGNAL_NOT_FOUND, INPUT_INVALID. */
  change: operation.input(z.object({ id, changes: planDraftSchema.partial() })).output(planSignalSchema),
  /** PLAN_SIGNAL_NOT_FOUND. */
  remove: operation.input(z.object({ id })),
  /** One place up or down; at an end nothing happens. PLAN_SIGNAL_NOT_FOUND. */
  move: operation.input(z.object({ id, by: z.union([z.literal(-1), z.literal(1)]) })),
  /** Sets signals to verified. PLAN_SIGNAL_NOT_FOUND. */
  verify: operation.input(z.object({ ids: z.array(id).min(1) })),
  generate: operation
    .input(z.object({ kind: planCodeSchema }))
    .output(z.object({ text: z.string(), fileName: z.string() })),
  document: operation.input(z.object({ format: planDocumentSchema })).output(z.object({ text: z.string() })),
  /** Writes code or document to a file. DISK_FULL, FILE_NOT_WRITABLE. */
  write: operation
    .input(z.object({ what: z.union([planCodeSchema, planDocumentSchema]), path: z.string().min(1) }))
    .output(z.object({ path: z.string() })),
  /** Which events of the plan a file holds. Reads it once, in batches. FILE_NOT_FOUND, FILE_UNREADABLE, JOB_CANCELLED. */
  check: operation.input(z.object({ path: z.string().min(1) })).output(planCheckSchema),
};
