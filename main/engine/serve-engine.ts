import type { AnyRouter, Context } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { EngineOptions } from './engine-options.ts';
import { failureInterceptors } from './rpc-failures.ts';

/** What a host sends to the process or thread that the engine runs in. A port travels with `connect`. */
export type EngineCommand =
  | { readonly type: 'start'; readonly options: EngineOptions }
  | { readonly type: 'connect'; readonly port?: unknown }
  | { readonly type: 'close' }
  /** End at once, as a crash would: nothing is closed. */
  | { readonly type: 'exit' };

/** What it answers. */
export type EngineNotice = { readonly type: 'ready' } | { readonly type: 'closed' };

/** A served port: Node's and Electron's both have these. */
type ServedPort = SupportedMessagePort & { start(): void };

export interface EngineParent {
  onCommand(listener: (command: EngineCommand, ports: readonly unknown[]) => void): void;
  send(notice: EngineNotice): void;
  /** Ends this thread or process. */
  exit(): void;
}

interface ServedEngine {
  readonly router: AnyRouter;
  close(): Promise<void>;
}

/** Runs an engine for its host: makes it on `start`, serves each port it is handed, closes the project on `close`. */
export function serveEngine(
  parent: EngineParent,
  create: (options: EngineOptions) => ServedEngine | Promise<ServedEngine>,
): void {
  let engine: Promise<{ served: ServedEngine; handler: RPCHandler<Context> }> | null = null;
  parent.onCommand((command, ports) => {
    void handle(command, ports);
  });

  async function handle(command: EngineCommand, ports: readonly unknown[]): Promise<void> {
    switch (command.type) {
      case 'start':
        engine = start(command.options);
        await engine;
        parent.send({ type: 'ready' });
        return;
      case 'connect': {
        const port = command.port ?? ports[0];
        if (!engine || !isServedPort(port)) return;
        const { handler } = await engine;
        handler.upgrade(port);
        port.start();
        return;
      }
      case 'close':
        await (await engine)?.served.close();
        parent.send({ type: 'closed' });
        return;
      case 'exit':
        parent.exit();
    }
  }

  async function start(
    options: EngineOptions,
  ): Promise<{ served: ServedEngine; handler: RPCHandler<Context> }> {
    const served = await create(options);
    return { served, handler: new RPCHandler(served.router, failureInterceptors()) };
  }
}

function isServedPort(value: unknown): value is ServedPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'start' in value;
}

export function isEngineCommand(value: unknown): value is EngineCommand {
  return typeof value === 'object' && value !== null && 'type' in value;
}
