import type { Json } from '../json.ts';
import { isTime } from './example-event.ts';
import type { PlanField } from './plan-signal.ts';

/** What is wrong with a field of an event, in a few words; null where nothing is. One that is not required may be missing. */
export function fieldProblem({ name, type, required }: PlanField, value: Json | undefined): string | null {
  if (value === undefined || value === null) return required ? `${name} is missing` : null;
  switch (type) {
    case 'time':
      if (typeof value === 'string' && isTime(value)) return null;
      return `${name} is no time such as 2026-01-15T09:30:00Z, but ${shown(value)}`;
    case 'string':
      return typeof value === 'string' ? null : `${name} is no text, but ${shown(value)}`;
    case 'number':
      return typeof value === 'number' ? null : `${name} is no number, but ${shown(value)}`;
    case 'boolean':
      return typeof value === 'boolean' ? null : `${name} is neither true nor false, but ${shown(value)}`;
  }
}

const shownLength = 40;

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
