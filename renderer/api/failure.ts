import { ORPCError } from '@orpc/client';
import { type Failure, type FailureCode, failureCodes } from '../../shared/result/result.ts';

/**
 * What went wrong, as a code and a sentence to show. The engine's own failures keep their sentence; a connection
 * that broke reads as a stopped engine, and everything else says that it is a fault of Flywheel.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError && isFailureCode(error.code))
    return { code: error.code, message: error.message };
  if (isConnectionError(error)) {
    return {
      code: 'ENGINE_STOPPED',
      message: 'The engine does not answer. Flywheel is trying to reach it again.',
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'JOB_FAILED', message: `This did not work, and it is a fault in Flywheel: ${detail}` };
}

function isFailureCode(code: unknown): code is FailureCode {
  return failureCodes.some((known) => known === code);
}

function isConnectionError(error: unknown): boolean {
  if (error instanceof TypeError) return /fetch|network|load failed/i.test(error.message);
  return error instanceof Error && /abort|closed|disconnect/i.test(`${error.name} ${error.message}`);
}
