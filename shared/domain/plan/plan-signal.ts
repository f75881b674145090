import { z } from 'zod';
import { catalogue } from '../signals/catalogue.ts';

export const fieldTypes = ['string', 'number', 'boolean', 'time'] as const;
export type FieldType = (typeof fieldTypes)[number];

export const planStatuses = ['proposed', 'agreed', 'built', 'verified', 'dropped'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** Stands for the output itself, which the events of all signals are about. */
export const outputSignal = 'output';

/** Names that a line of a file has no room for: the event's own, and one that objects of JavaScript lose. */
const reservedNames: ReadonlySet<string> = new Set(['event', '__proto__']);

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => text.isWellFormed(), 'holds half a character');

export const planFieldSchema = z.object({
  name: name.refine((text) => !reservedNames.has(text), 'is a name that every event uses itself'),
  type: z.enum(fieldTypes),
  required: z.boolean(),
  /** As it is written in a file; numbers and yes or no as their JSON. */
  example: z.string().max(500),
  description: z.string().max(500),
});
export type PlanField = z.infer<typeof planFieldSchema>;

/** A signal to collect on a surface, as people fill it in. */
export const planDraftSchema = z.object({
  /** Empty where it is for all surfaces. */
  surface: z.string().trim().max(100),
  /** An id of the catalogue, `outcome.` and a name, or `output`. */
  signal: z.string().refine(isPlannable, 'is no signal that an app can log'),
  event: name,
  fields: z
    .array(planFieldSchema)
    .min(1)
    .max(50)
    .refine(
      (fields) => new Set(fields.map((field) => field.name)).size === fields.length,
      'has one name twice',
    ),
  privacy: z.string().max(1000),
  owner: z.string().trim().max(100),
  status: z.enum(planStatuses),
  /** The gap that it closes, in words. */
  why: z.string().max(1000),
  note: z.string().max(2000),
});
export type PlanDraft = z.infer<typeof planDraftSchema>;

export const planSignalSchema = planDraftSchema.extend({ id: z.uuid(), changedAt: z.int() });
export type PlanSignal = z.infer<typeof planSignalSchema>;

/** A label is given in Flywheel, so that no app can log it. */
function isPlannable(signal: string): boolean {
  return (
    signal === outputSignal ||
    /^outcome\..+/u.test(signal) ||
    (signal !== 'label' && catalogue.some(({ id }) => id === signal))
  );
}

/** What a signal of the plan is called. */
export function planSignalName(signal: string): string {
  if (signal === outputSignal) return 'Output shown';
  if (signal.startsWith('outcome.'))
    return `Outcome: ${signal.slice('outcome.'.length).replaceAll('_', ' ')}`;
  return catalogue.find(({ id }) => id === signal)?.name ?? signal;
}

/** A surface, or that it is for all of them. */
export function surfaceName(surface: string): string {
  return surface === '' ? 'All surfaces' : surface;
}
