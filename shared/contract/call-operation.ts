import type { Client } from './contract.ts';

type Operation = (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>;

interface AbortSignal {
  readonly aborted: boolean;
}

/** Calls the operation at a path of the client: for code that carries calls on without knowing them. */
export async function callOperation(
  client: Client,
  path: readonly string[],
  input?: unknown,
  options: { signal?: AbortSignal } = {},
): Promise<unknown> {
  let target: unknown = client;
  for (const name of path) target = isHolder(target) ? Reflect.get(target, name) : undefined;
  if (!isOperation(target)) throw new TypeError(`The client has no operation ${path.join('.')}`);
  return target(input, options);
}

/** Clients are proxies over functions. */
function isHolder(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'function';
}
