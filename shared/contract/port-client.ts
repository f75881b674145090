import { createORPCClient } from '@orpc/client';
import { onMessagePortClose, RPCLink, type SupportedMessagePort } from '@orpc/client/message-port';
import type { Client } from './contract.ts';
import { engineStoppedDuringCall, toContractError } from './engine-failure.ts';
import { guardEventIterator, isEventIterator } from './event-iterator.ts';

/** A port of Node, of the browser or of Electron's main process. */
export type ClientPort = SupportedMessagePort & { start(): void; close(): void };

export interface PortClient {
  readonly client: Client;
  /** Settles when the other side is gone, for whatever reason. */
  readonly closed: Promise<void>;
  close(): void;
}

/**
 * The contract's client over a MessagePort whose other end the engine serves. When the port closes, every pending
 * call and event stream fails with ENGINE_STOPPED; so do later calls.
 */
export function connectPort(port: ClientPort): PortClient {
  let stopped = false;
  const closed = new Promise<void>((resolve) => {
    // Registered before the link's own listener, so that the flag is up when the link rejects what is pending.
    onMessagePortClose(port, () => {
      stopped = true;
      resolve();
    });
  });
  const explain = (error: unknown): unknown => (stopped ? toContractError(engineStoppedDuringCall) : error);
  const link = new RPCLink({
    port,
    interceptors: [
      async (options) => {
        if (stopped) throw explain(null);
        try {
          const output: unknown = await options.next();
          return isEventIterator(output) ? guardEventIterator(output, explain) : output;
        } catch (error) {
          throw explain(error);
        }
      },
    ],
  });
  port.start();
  return { client: createORPCClient(link), closed, close: () => port.close() };
}
