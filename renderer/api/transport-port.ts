import { createORPCClient, DynamicLink } from '@orpc/client';
import type { Client } from '../../shared/contract/contract.ts';
import { type HostBridge, portMessage } from '../../shared/contract/host-bridge.ts';
import { connectPort, type PortClient } from '../../shared/contract/port-client.ts';

/**
 * The contract over the port that the Electron shell hands to this window. When the engine was started again a new
 * port arrives; the client stays the same object and uses the newest one.
 */
export function connectBridge(bridge: HostBridge, page: Window = window): { readonly client: Client } {
  let current = nextPort();
  bridge.requestPort();
  const link = new DynamicLink(async () => ({
    call: async (path, input, options) => call((await current).client, path, input, options),
  }));
  return { client: createORPCClient(link) };

  async function nextPort(): Promise<PortClient> {
    const connected = connectPort(await receivePort(page));
    void connected.closed.then(() => {
      // Calls made from here on wait for the port of the restarted engine.
      current = nextPort();
      bridge.requestPort();
    });
    return connected;
  }
}

async function receivePort(page: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent): void => {
      const [port] = event.ports;
      // The preload posts in this very window; anything else that posts is not the host.
      if (
        event.source !== page ||
        event.origin !== page.location.origin ||
        event.data !== portMessage ||
        !port
      )
        return;
      page.removeEventListener('message', listen);
      resolve(port);
    };
    page.addEventListener('message', listen);
  });
}

async function call(
  client: Client,
  path: readonly string[],
  input: unknown,
  options: { signal?: AbortSignal },
): Promise<unknown> {
  let target: unknown = client;
  for (const name of path) target = Reflect.get(target as object, name);
  return (target as (input: unknown, options: unknown) => Promise<unknown>)(input, options);
}
