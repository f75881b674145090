import type { OutcomeDefinition } from './settings.ts';

/** Outcomes that are bad where they happened, by a part of their name. */
const badName =
  /complain|churn|escalat|re_?-?open|refund|return|cancel|unsubscrib|bounce|fail|error|abandon|reject|dispute|angry|negative/iu;

/** Whether the name of an outcome says that it is bad news. */
export function isBadOutcome(name: string): boolean {
  return badName.test(name);
}

/** How an outcome is read that nobody has defined: what is logged counts, and what is not is not known. */
export function defaultOutcome(name: string, unit: OutcomeDefinition['unit']): OutcomeDefinition {
  return {
    name,
    title: '',
    direction: isBadOutcome(name) ? 'bad' : 'good',
    unit,
    strength: 4,
    horizonDays: null,
    missing: 'unknown',
  };
}
