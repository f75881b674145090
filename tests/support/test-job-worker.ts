import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { fail, succeed } from '../../shared/result/result.ts';
import type { JobCommand, JobStart } from '../../main/engine/job-messages.ts';
import { createPauseGate } from '../../main/engine/pause-gate.ts';
import { runJob } from '../../main/engine/run-job.ts';
import type { JobWork } from '../../main/services/job-context.ts';

/** Jobs that behave as their input's path says, under the kinds that the runner knows. */
const behave: JobWork<{ path: string }> = async ({ path }, context) => {
  switch (path) {
    case 'count': {
      for (let done = 1; done <= 500; done++) {
        context.report({ done, total: 500, unit: 'rows', rows: done });
        context.changed([done % 2 === 0 ? 'items' : 'sources']);
        if (done % 100 === 0) await setTimeout(60);
      }
      return succeed({ counted: 500 });
    }
    case 'steps': {
      for (let done = 1; done <= 40 && !context.signal.aborted; done++) {
        await context.whenRunning();
        context.report({ done, total: 40, unit: 'rows', rows: done });
        await setTimeout(20);
      }
      return context.signal.aborted ? fail('JOB_CANCELLED', 'Cancelled as asked.') : succeed({ steps: 40 });
    }
    case 'until cancelled':
      while (!context.signal.aborted) await setTimeout(5);
      return fail('JOB_CANCELLED', 'Cancelled as asked.');
    case 'deaf':
      for (;;) await setTimeout(50);
    case 'throw':
      throw new Error('a bug');
    case 'die':
      process.exit(7);
    default:
      return fail('FILE_NOT_FOUND', `There is no file ${path}.`);
  }
};

const port = parentPort;
if (!port) throw new Error('Runs in a worker thread.');
const cancelled = new AbortController();
const gate = createPauseGate();
port.on('message', (command: JobCommand) => {
  if (command.type === 'pause') gate.close();
  else gate.open();
  if (command.type === 'cancel' || command.type === 'close') cancelled.abort();
});
const control = { signal: cancelled.signal, whenRunning: gate.whenOpen };
await runJob({ backup: behave, import: behave }, workerData as JobStart, control, (report) =>
  port.postMessage(report),
);
port.close();
