import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../shared/result/result.ts';
import type { OpenProject } from '../services/project/open-project.ts';
import { entryUrl } from './entry-url.ts';
import type { ReadingInput, ReadingKind, ReadingOutput, ReadingStart } from './reading-table.ts';

/** Work in threads of their own that reads the project and is waited for, unlike a job, which is followed. */
export interface Readings {
  /** JOB_CANCELLED where the signal says that nobody waits any more, or the project closes. */
  read<Kind extends ReadingKind>(
    project: OpenProject,
    kind: Kind,
    input: ReadingInput<Kind>,
    signal?: AbortSignal,
  ): Promise<Result<ReadingOutput<Kind>>>;
  /** Cancels all and waits until their threads are gone. */
  stopAll(): Promise<void>;
}

/** How long a cancelled reading may take to the next of its steps before its thread is ended. */
const graceMs = 5000;

export function createReadings(): Readings {
  const running = new Map<Worker, Promise<unknown>>();
  return {
    async read<Kind extends ReadingKind>(
      { path }: OpenProject,
      kind: Kind,
      input: ReadingInput<Kind>,
      signal?: AbortSignal,
    ) {
      const start: ReadingStart = { kind, input, projectPath: path };
      const worker = new Worker(entryUrl('reading-worker'), { workerData: start });
      const cancel = () => requestEnd(worker);
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted === true) cancel();
      const result = resultOf<ReadingOutput<Kind>>(worker);
      running.set(worker, result);
      try {
        return await result;
      } finally {
        signal?.removeEventListener('abort', cancel);
        running.delete(worker);
      }
    },
    async stopAll() {
      for (const worker of running.keys()) requestEnd(worker);
      await Promise.allSettled(running.values());
    },
  };
}

function requestEnd(worker: Worker): void {
  worker.postMessage('cancel');
  const timer = setTimeout(() => void worker.terminate(), graceMs);
  worker.once('exit', () => clearTimeout(timer));
}

/** What the thread sends, once it is gone. */
async function resultOf<Output>(worker: Worker): Promise<Result<Output>> {
  return new Promise((settle, refuse) => {
    let result: Result<Output> | null = null;
    worker.once('message', (message: Result<Output>) => {
      result = message;
    });
    worker.once('error', refuse);
    worker.once('exit', () => settle(result ?? fail('JOB_CANCELLED', 'It was cancelled.')));
  });
}
