import { Worker } from 'node:worker_threads';
import { receiveMessages } from '../imports/thread-messages.ts';
import type { FoundPage } from './found-pages.ts';

/** What a thread that finds changes is started with. */
export interface FindStart {
  readonly projectPath: string;
  /** The seq behind which it begins. */
  readonly from: number;
}

/** What it says. It is answered with the number of pages taken, or 'stop'. */
export type FindMessage = FoundPage | 'end';

/** `foundPages` in a thread of its own, a few pages ahead. Leaving the iteration ends the thread. */
export async function* findApart(projectPath: string, from: number): AsyncGenerator<FoundPage> {
  const start: FindStart = { projectPath, from };
  const worker = new Worker(workerUrl(), {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });
  const messages = receiveMessages<FindMessage>(worker);
  try {
    for (;;) {
      for (const message of await messages.take()) {
        if (message === 'end') return;
        yield message;
        worker.postMessage(1);
      }
    }
  } finally {
    // It ends by itself, between two pages: a thread is not stopped from outside while it reads a database.
    worker.postMessage('stop');
    await messages.ended;
  }
}

/** Texts die young there. */
const youngMb = 8;

/** Beside this file, also where both are built. */
function workerUrl(from: string = import.meta.url): URL {
  return new URL(from.endsWith('.ts') ? './find-worker.ts' : './find-worker.js', from);
}
