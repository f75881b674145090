import {
  type AnyContractProcedure,
  type AnyContractRouter,
  ContractProcedure,
  isContractProcedure,
} from '@orpc/contract';
import { type AnyRouter, implement } from '@orpc/server';
import { callOperation } from '../../shared/contract/call-operation.ts';
import { type Client, contract } from '../../shared/contract/contract.ts';

/**
 * A router that implements the contract by asking an engine elsewhere: input is validated against the contract
 * where it arrives, the abort signal and event streams travel on, errors come back with code and sentence.
 * `client` is awaited per call, so a call made while the engine starts again waits for it.
 */
export function createProxyRouter(client: () => Promise<Client>): AnyRouter {
  return proxy(contract, [], client);
}

function proxy(
  declared: AnyContractRouter,
  path: readonly string[],
  client: () => Promise<Client>,
): AnyRouter {
  if (isContractProcedure(declared)) return forward(declared, path, client);
  return Object.fromEntries(
    Object.entries(declared).map(([name, child]) => [name, proxy(child, [...path, name], client)]),
  );
}

function forward(
  declared: AnyContractProcedure,
  path: readonly string[],
  client: () => Promise<Client>,
): AnyRouter {
  // The engine has checked its own output; checking megabytes of it a second time would only cost.
  const definition = { ...declared['~orpc'] };
  delete definition.outputSchema;
  return implement(new ContractProcedure(definition)).handler(async ({ input, signal }) =>
    callOperation(await client(), path, input, signal ? { signal } : {}),
  );
}
