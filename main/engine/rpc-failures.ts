import { ORPCError, ValidationError } from '@orpc/contract';
import type { StandardHandleResult, StandardHandlerOptions } from '@orpc/server/standard';
import type { Context } from '@orpc/server';
import { toContractError } from '../../shared/contract/engine-failure.ts';
import type { Failure } from '../../shared/result/result.ts';

/**
 * How a server of the contract answers what goes wrong: the same defined codes and sentences over every
 * transport. Give these to each RPC handler.
 */
export function failureInterceptors(): StandardHandlerOptions<Context> {
  return {
    rootInterceptors: [
      async (options) => answerUnknownOperation(await options.next(), options.request.url.pathname),
    ],
    interceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (error) {
          // Whatever a procedure throws is a contract error by now; anything else is a body that cannot be read.
          throw error instanceof ORPCError ? error : toContractError(malformedRequest);
        }
      },
    ],
    clientInterceptors: [explainFailure],
  };
}

/** Turns invalid input and bugs into errors a person can read. Runs around one procedure call. */
export async function explainFailure(options: {
  readonly path: readonly string[];
  next(): Promise<unknown>;
}): Promise<unknown> {
  try {
    return await options.next();
  } catch (error) {
    throw toReadableError(error, options.path);
  }
}

export function unknownOperation(path: readonly string[]): Failure {
  return {
    code: 'OPERATION_UNKNOWN',
    message: `There is no operation "${path.join('.')}". Reload the page: it may belong to another version of Flywheel.`,
  };
}

const malformedRequest: Failure = {
  code: 'INPUT_INVALID',
  message: 'The request could not be read. Reload the page and try again.',
};

function answerUnknownOperation(result: StandardHandleResult, pathname: string): StandardHandleResult {
  if (result.matched) return result;
  const path = pathname.split('/').filter((segment) => segment !== '' && segment !== 'rpc');
  const error = toContractError(unknownOperation(path));
  return {
    matched: true,
    response: { status: 404, headers: {}, body: { json: { ...error.toJSON(), status: 404 } } },
  };
}

function toReadableError(error: unknown, path: readonly string[]): unknown {
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      return toContractError({ code: 'INPUT_INVALID', message: describeIssues(error.cause) });
    }
    if (error.code !== 'INTERNAL_SERVER_ERROR') return error;
  }
  if (error instanceof Error && error.name === 'AbortError') return error;
  // A bug. The stack is for whoever mends it; the person is told what happened and that nothing is to be done.
  console.error(`[engine] ${path.join('.')}:`, error);
  const reason =
    error instanceof Error
      ? error.cause instanceof Error
        ? error.cause.message
        : error.message
      : String(error);
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: `Flywheel ran into an internal error: ${reason}`,
    cause: error,
  });
}

function describeIssues(error: ValidationError): string {
  const shown = error.issues.slice(0, 3).map((issue) => {
    const path = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });
  const more = error.issues.length - shown.length;
  return `The input is not valid. ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}
