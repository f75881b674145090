import { parentPort, Worker, workerData } from 'node:worker_threads';
import { connect, type Database } from '../../db/database.ts';
import { createAheadWindow, receiveMessages } from './thread-messages.ts';

/** What a thread that makes pages of something derived is started with. */
export interface PagesStart {
  readonly projectPath: string;
  /** The seq behind which it begins. */
  readonly from: number;
}

/** What it says. It is answered with the number of pages taken, or 'stop'. */
type PageMessage<Page> = Page | 'end';

/** Pages that a thread of its own makes, a few ahead; see `sendPages`. Leaving the iteration ends the thread. */
export async function* pagesInThread<Page>(workerUrl: URL, start: PagesStart): AsyncGenerator<Page> {
  const worker = new Worker(workerUrl, {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });
  const messages = receiveMessages<PageMessage<Page>>(worker);
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

/** How many pages are made ahead of the writer. */
const maxAhead = 8;

/** The other side of `pagesInThread`: all that such a thread does. */
export async function sendPages<Page>(
  make: (database: Database, from: number) => AsyncIterable<Page>,
): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('Pages are made in a worker thread.');
  const { projectPath, from }: PagesStart = workerData;
  const send = (message: PageMessage<Page>): void => port.postMessage(message);
  const ahead = createAheadWindow(port, maxAhead);
  const database = connect(projectPath, { readOnly: true });
  try {
    for await (const page of make(database, from)) {
      if (!(await ahead.whenRoom())) break;
      send(page);
    }
    send('end');
  } finally {
    database.close();
    port.close();
  }
}
