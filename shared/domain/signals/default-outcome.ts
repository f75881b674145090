import type { OutcomeDefinition } from './settings.ts';

/** Outcomes whose usual names say that they are bad news. */
const badNames: ReadonlySet<string> = new Set([
  'returned',
  'refunded',
  'escalated',
  'reopened',
  'churned',
  'cancelled',
  'complained',
  'complaint',
]);

/** How an outcome is read that nobody has defined: what is logged counts, and what is not is not known. */
export function defaultOutcome(name: string, unit: OutcomeDefinition['unit']): OutcomeDefinition {
  return {
    name,
    title: '',
    direction: badNames.has(name.toLowerCase()) ? 'bad' : 'good',
    unit,
    strength: 4,
    horizonDays: null,
    missing: 'unknown',
  };
}
