import { ORPCError } from '@orpc/client';
import { type Failure, type FailureCode, failureCodes } from '../../shared/result/result.ts';

/** What went wrong, as a code and a sentence to show. What is no expected failure says that it is a fault of Flywheel. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError && isFailureCode(error.code))
    return { code: error.code, message: error.message };
  // The engine's own sentence on a bug already says that it is one.
  if (error instanceof ORPCError) return { code: 'JOB_FAILED', message: error.message };
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'JOB_FAILED', message: `This did not work, and it is a fault in Flywheel: ${detail}` };
}

function isFailureCode(code: unknown): code is FailureCode {
  return failureCodes.some((known) => known === code);
}
