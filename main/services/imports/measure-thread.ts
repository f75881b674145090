import { Worker } from 'node:worker_threads';
import type { MeasuredPage } from './measured-pages.ts';
import { receiveMessages } from './thread-messages.ts';

/** What a thread that measures edits is started with. */
export interface MeasureStart {
  readonly projectPath: string;
  /** The seq behind which it measures. */
  readonly from: number;
}

/** What it says. It is answered with the number of pages taken, or 'stop'. */
export type MeasureMessage = MeasuredPage | 'end';

/** `measuredPages` in a thread of its own, a few pages ahead. Leaving the iteration ends the thread. */
export async function* measureApart(projectPath: string, from: number): AsyncGenerator<MeasuredPage> {
  const start: MeasureStart = { projectPath, from };
  const worker = new Worker(workerUrl(), {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });
  const messages = receiveMessages<MeasureMessage>(worker);
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
  return new URL(from.endsWith('.ts') ? './measure-worker.ts' : './measure-worker.js', from);
}
