import { parentPort, workerData } from 'node:worker_threads';
import { projectClosing } from '../services/job-context.ts';
import { runJob } from './run-job.ts';
import type { JobCommand, JobStart } from './job-messages.ts';
import { jobTable } from './job-table.ts';
import { createPauseGate } from './pause-gate.ts';

// One job in a thread of its own, so that neither parsing nor a long write ever holds up a keystroke.
const port = parentPort;
if (!port) throw new Error('A job runs in a worker thread.');
const start: JobStart = workerData;
const cancelled = new AbortController();
const gate = createPauseGate();
port.on('message', (command: JobCommand) => {
  if (command.type === 'pause') gate.close();
  else gate.open();
  if (command.type === 'cancel') cancelled.abort();
  if (command.type === 'close') cancelled.abort(projectClosing);
});
const control = { signal: cancelled.signal, whenRunning: gate.whenOpen };
await runJob(jobTable, start, control, (report) => port.postMessage(report));
port.close();
