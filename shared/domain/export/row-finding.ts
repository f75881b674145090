import type { Rule } from './rules.ts';

/** What is wrong with one row. `rule` is stable; rows with an error are refused by the format's readers. */
export interface RowFinding {
  readonly rule: Rule;
  readonly level: 'error' | 'warning';
  readonly message: string;
}

export function rowError(rule: Rule, message: string): RowFinding {
  return { rule, level: 'error', message };
}

export function rowWarning(rule: Rule, message: string): RowFinding {
  return { rule, level: 'warning', message };
}

/** Why an interaction gives no row of a format. */
export interface SkippedRow {
  readonly rule: Rule;
  readonly message: string;
}

/** The failure that a format gives for an example it cannot write. */
export function skip(rule: Rule, message: string): { readonly ok: false; readonly error: SkippedRow } {
  return { ok: false, error: { rule, message } };
}
