import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../../db/database.ts';
import { createAheadWindow } from '../imports/thread-messages.ts';
import type { FindMessage, FindStart } from './find-thread.ts';
import { foundPages } from './found-pages.ts';

/** How many pages are found ahead of the writer. */
const maxAhead = 8;

const port = parentPort;
if (!port) throw new Error('Changes are found in a worker thread.');
const { projectPath, from }: FindStart = workerData;
const send = (message: FindMessage): void => port.postMessage(message);
const ahead = createAheadWindow(port, maxAhead);
const database = connect(projectPath, { readOnly: true });
try {
  for await (const page of foundPages(database, from)) {
    if (!(await ahead.whenRoom())) break;
    send(page);
  }
  send('end');
} finally {
  database.close();
  port.close();
}
