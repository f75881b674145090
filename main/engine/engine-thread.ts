import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { connectPort } from '../../shared/contract/port-client.ts';
import type { EngineProcess } from './engine-client.ts';
import type { EngineOptions } from './engine-options.ts';
import { entryUrl } from './entry-url.ts';
import type { EngineCommand, EngineNotice } from './serve-engine.ts';

export interface EngineThread extends EngineProcess {
  /** Hands one end of a channel to the engine; the other end belongs to a client of the caller. */
  serve(port: MessagePort): void;
  /** Ends the thread as an error that nobody caught would: nothing is closed, no further call is answered. */
  crash(): Promise<void>;
  /** Stops the thread from outside, in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** Starts the engine in a worker thread of this process; settles once it serves. Rejects when it does not start. */
export async function startEngineThread(
  options: EngineOptions,
  entry = entryUrl('engine-worker'),
): Promise<EngineThread> {
  const worker = new Worker(entry);
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The engine ended with code ${code} while it started.`)));
    onNotice(worker, 'ready', resolve);
    send(worker, { type: 'start', options });
  });
  worker.on('error', (error) => {
    console.error('[engine]', error);
  });
  const serve = (port: MessagePort): void => worker.postMessage({ type: 'connect', port }, [port]);
  return {
    exited,
    serve,
    connect() {
      const { port1, port2 } = new MessageChannel();
      serve(port1);
      return connectPort(port2);
    },
    async crash() {
      send(worker, { type: 'exit' });
      await exited;
    },
    async kill() {
      await worker.terminate();
    },
    async close(timeoutMs) {
      const closed = new Promise<void>((resolve) => {
        onNotice(worker, 'closed', resolve);
      });
      send(worker, { type: 'close' });
      await within(timeoutMs, [closed, exited]);
      // It ends itself where it can: stopping a thread from outside, in the middle of whatever it does, has now and
      // then taken the whole process along (SIGSEGV).
      send(worker, { type: 'exit' });
      await within(exitTimeoutMs, [exited]);
      await worker.terminate();
    },
  };
}

const exitTimeoutMs = 1000;

/** Settles with the first of them, at the latest after the time limit. */
async function within(timeoutMs: number, settling: readonly Promise<void>[]): Promise<void> {
  const timer = new AbortController();
  await Promise.race([...settling, wait(timeoutMs, timer.signal)]);
  timer.abort();
}

function send(worker: Worker, command: EngineCommand): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  worker.postMessage(command);
}

function onNotice(worker: Worker, type: EngineNotice['type'], listener: () => void): void {
  worker.on('message', (notice: EngineNotice) => {
    if (notice.type === type) listener();
  });
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
