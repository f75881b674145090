import { createORPCClient, DynamicLink } from '@orpc/client';
import { callOperation } from '../../shared/contract/call-operation.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { engineStoppedForGood, toContractError } from '../../shared/contract/engine-failure.ts';
import { type HostBridge, portMessage, portRefusedMessage } from '../../shared/contract/host-bridge.ts';
import { connectPort, type PortClient } from '../../shared/contract/port-client.ts';

/**
 * The contract over the port that the Electron shell hands to this window. When the engine was started again the
 * page asks for a new port; the client stays the same object, and calls made meanwhile wait for it.
 */
export function connectBridge(bridge: HostBridge, page: Window = window): { readonly client: Client } {
  let current = requestPort();
  const link = new DynamicLink(async () => ({
    call: async (path, input, options) => callOperation((await current).client, path, input, options),
  }));
  return { client: createORPCClient(link) };

  function requestPort(): Promise<PortClient> {
    const connected = receivePort(page).then(connectPort);
    bridge.requestPort();
    void renew(connected);
    return connected;
  }

  async function renew(connected: Promise<PortClient>): Promise<void> {
    try {
      await (
        await connected
      ).closed;
    } catch {
      // Refused: every call is told so, and there will be no other port.
      return;
    }
    current = requestPort();
  }
}

/** The next port that the preload posts into this window. Rejects with ENGINE_STOPPED when it says that none comes. */
async function receivePort(page: Window): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const listen = (event: MessageEvent): void => {
      // The preload posts in this very window; anything else that posts is not the host.
      if (event.source !== page || event.origin !== page.location.origin) return;
      const [port] = event.ports;
      const refused = event.data === portRefusedMessage;
      if (!refused && (event.data !== portMessage || !port)) return;
      page.removeEventListener('message', listen);
      if (port) resolve(port);
      else reject(toContractError(engineStoppedForGood));
    };
    page.addEventListener('message', listen);
  });
}
