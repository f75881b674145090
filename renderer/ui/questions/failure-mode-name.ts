import type { FailureMode } from '../../../shared/contract/review-operations.ts';

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/**
 * The name of a failure mode by its id, or by its name while it is being created. One that was created a moment ago
 * is not in the list yet; its id would tell nobody anything.
 */
export function failureModeName(value: string, failureModes: readonly FailureMode[]): string {
  const known = failureModes.find((mode) => mode.id === value)?.name;
  return known ?? (idPattern.test(value) ? '…' : value);
}
