import { createORPCClient } from '@orpc/client';
import { isContractProcedure } from '@orpc/contract';
import { type AnyProcedure, type AnyRouter, call, isProcedure } from '@orpc/server';
import { type Client, contract } from '../../shared/contract/contract.ts';
import { toContractError } from '../../shared/contract/engine-failure.ts';
import { explainFailure, unknownOperation } from './rpc-failures.ts';

/**
 * The contract's client in the engine's own process: no serialisation, the same validation and the same errors as
 * over a wire.
 */
export function createDirectClient(router: AnyRouter): Client {
  return createORPCClient({
    async call(path, input, options) {
      const procedure = findProcedure(router, path);
      if (!procedure) throw toContractError(unknownOperation(path));
      options.signal?.throwIfAborted();
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the procedure validates it
      return call(procedure, input as never, {
        path,
        ...(options.signal ? { signal: options.signal } : {}),
        interceptors: [explainFailure],
      });
    },
  });
}

/** Walks own properties of the contract first, so that no name of a prototype is ever taken for an operation. */
function findProcedure(router: AnyRouter, path: readonly string[]): AnyProcedure | null {
  let declared: unknown = contract;
  let implemented: unknown = router;
  for (const name of path) {
    if (typeof declared !== 'object' || declared === null || isContractProcedure(declared)) return null;
    if (!Object.hasOwn(declared, name)) return null;
    declared = Reflect.get(declared, name);
    implemented = isHolder(implemented) ? Reflect.get(implemented, name) : null;
  }
  return isProcedure(implemented) ? implemented : null;
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
