import { toContractError } from '../../shared/contract/engine-failure.ts';
import type { Result } from '../../shared/result/result.ts';

/** The value, or the contract's error with our code and sentence. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw toContractError(result.error);
}
