import { z } from 'zod';
import { severitySchema } from './severity.ts';

/** What a span label says; at least one of the three. */
export const spanValueSchema = z.object({
  /** Id of a failure mode. */
  failureMode: z.string().nullable(),
  severity: severitySchema.nullable(),
  note: z.string().nullable(),
});

export type SpanValue = z.infer<typeof spanValueSchema>;

/** The value without empty texts; null where nothing is left of it. */
export function trimSpanValue({ failureMode, severity, note }: SpanValue): SpanValue | null {
  const trimmed = { failureMode: textOrNull(failureMode), severity, note: textOrNull(note) };
  return Object.values(trimmed).every((part) => part === null) ? null : trimmed;
}

function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
