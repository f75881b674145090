/** What is wrong with one row. `rule` is stable; rows with an error are refused by the format's readers. */
export interface RowFinding {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  readonly message: string;
}

export function rowError(rule: string, message: string): RowFinding {
  return { rule, level: 'error', message };
}

export function rowWarning(rule: string, message: string): RowFinding {
  return { rule, level: 'warning', message };
}
