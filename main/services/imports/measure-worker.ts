import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../../db/database.ts';
import type { MeasureMessage, MeasureStart } from './measure-thread.ts';
import { measuredPages } from './measured-pages.ts';
import { createAheadWindow } from './thread-messages.ts';

/** How many pages are measured ahead of the writer. */
const maxAhead = 8;

const port = parentPort;
if (!port) throw new Error('Edits are measured in a worker thread.');
const { projectPath, from }: MeasureStart = workerData;
const send = (message: MeasureMessage): void => port.postMessage(message);
const ahead = createAheadWindow(port, maxAhead);
const database = connect(projectPath, { readOnly: true });
try {
  for await (const page of measuredPages(database, from)) {
    if (!(await ahead.whenRoom())) break;
    send(page);
  }
  send('end');
} finally {
  database.close();
  port.close();
}
