import { ORPCError } from '@orpc/client';
import type { Failure } from '../../shared/result/result.ts';
import type { Result } from '../../shared/result/result.ts';

/** Part of the command line's interface, documented in its help: never renumbered. */
export const exitCodes = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What stopped a command, for stderr or for `--json`. */
export interface CommandFailure {
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** An argument that cannot be meant: the command did nothing. */
export class UsageError extends Error {
  readonly code: string;

  constructor(failure: Pick<Failure, 'message'> & { readonly code?: string }) {
    super(failure.message);
    this.code = failure.code ?? 'INPUT_INVALID';
  }
}

/** The value of an argument that was parsed. */
export function argument<T>(parsed: Result<T>): T {
  if (parsed.ok) return parsed.value;
  throw new UsageError(parsed.error);
}

export function describeFailure(error: unknown): CommandFailure {
  if (error instanceof UsageError)
    return { code: error.code, message: error.message, exitCode: exitCodes.usage };
  if (error instanceof ORPCError) {
    const exitCode = error.code === 'JOB_CANCELLED' ? exitCodes.interrupted : exitCodes.failed;
    return { code: String(error.code), message: error.message, exitCode };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: `Flywheel ran into an internal error: ${message}`,
    exitCode: exitCodes.failed,
  };
}
