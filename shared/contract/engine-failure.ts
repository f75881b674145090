import { ORPCError } from '@orpc/contract';
import type { Failure, FailureCode } from '../result/result.ts';

/** A failure as it travels over every transport: a defined error with our code and sentence. */
export function toContractError(failure: Failure): ORPCError<FailureCode, undefined> {
  return new ORPCError(failure.code, { message: failure.message, defined: true });
}

export const engineStoppedDuringCall: Failure = {
  code: 'ENGINE_STOPPED',
  message:
    'The engine stopped during this operation and is started again. Look whether the change is there, then try again.',
};

export const engineStoppedForGood: Failure = {
  code: 'ENGINE_STOPPED',
  message:
    'The engine stopped twice within a minute and stays stopped. Close Flywheel and start it again; everything that was saved is in the project file.',
};

export const engineUnreachable: Failure = {
  code: 'ENGINE_STOPPED',
  message: 'Flywheel does not answer. Start it again, then reload this page.',
};
