import type { Json } from '../json.ts';
import type { PlannedEvent } from './planned-events.ts';
import type { PlanField } from './plan-signal.ts';

/** The fields of an event as they are written, from their examples. */
export function exampleEvent({ fields }: PlannedEvent): Record<string, Json> {
  return Object.fromEntries(fields.map((field) => [field.name, exampleValue(field)]));
}

/** An example that is none of its type is left aside for one that is. */
export function exampleValue({ type, example }: PlanField): Json {
  switch (type) {
    case 'number':
      return Number.isFinite(Number(example)) && example.trim() !== '' ? Number(example) : 1;
    case 'boolean':
      return example.trim() !== 'false';
    case 'time':
      return isTime(example) ? example : '2026-01-15T09:30:00.000Z';
    case 'string':
      return example;
  }
}

/** RFC 3339, as JSON Schema's `date-time`. */
export function isTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/iu.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}
