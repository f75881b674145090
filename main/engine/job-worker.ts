import { parentPort, workerData } from 'node:worker_threads';
import { runJob } from './run-job.ts';
import type { JobCommand, JobStart } from './job-messages.ts';
import { jobTable } from './job-table.ts';

// One job in a thread of its own, so that neither parsing nor a long write ever holds up a keystroke.
const port = parentPort;
if (!port) throw new Error('A job runs in a worker thread.');
const start: JobStart = workerData;
const cancelled = new AbortController();
port.on('message', (command: JobCommand) => {
  if (command.type === 'cancel') cancelled.abort();
});
await runJob(jobTable, start, cancelled.signal, (report) => port.postMessage(report));
port.close();
