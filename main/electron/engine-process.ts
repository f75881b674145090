import { fileURLToPath } from 'node:url';
import type { MessagePortMain } from 'electron';
import { connectPort } from '../../shared/contract/port-client.ts';
import type { EngineProcess } from '../engine/engine-client.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { entryUrl } from '../engine/entry-url.ts';
import type { EngineCommand, EngineNotice } from '../engine/serve-engine.ts';
import type { ElectronModule } from './electron-module.ts';

export interface UtilityEngine extends EngineProcess {
  /** Hands one end of a channel to the engine; the other end goes to a window. */
  serve(port: MessagePortMain): void;
}

/** Starts the engine in a utility process; settles once it serves. Rejects when it ends before that. */
export async function startUtilityEngine(
  { utilityProcess, MessageChannelMain }: Pick<ElectronModule, 'utilityProcess' | 'MessageChannelMain'>,
  options: EngineOptions,
): Promise<UtilityEngine> {
  const child = utilityProcess.fork(fileURLToPath(entryUrl('engine-worker')), [], {
    serviceName: 'Flywheel engine',
    stdio: 'inherit',
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const send = (command: EngineCommand, ports: MessagePortMain[] = []): void =>
    child.postMessage(command, ports);
  const noticed = async (type: EngineNotice['type']): Promise<void> =>
    new Promise((resolve) => {
      child.on('message', (notice: EngineNotice) => {
        if (notice.type === type) resolve();
      });
    });
  const ready = noticed('ready');
  send({ type: 'start', options });
  await Promise.race([
    ready,
    exited.then(() => {
      throw new Error('The engine ended while it started.');
    }),
  ]);
  const serve = (port: MessagePortMain): void => send({ type: 'connect' }, [port]);
  return {
    exited,
    serve,
    connect() {
      const { port1, port2 } = new MessageChannelMain();
      serve(port1);
      return connectPort(port2);
    },
    async close(timeoutMs) {
      const closed = noticed('closed');
      send({ type: 'close' });
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      await Promise.race([closed, exited, timeout]);
      clearTimeout(timer);
      child.kill();
    },
  };
}
