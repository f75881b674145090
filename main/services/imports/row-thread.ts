import { Worker } from 'node:worker_threads';
import { FileError } from '../../files/file-error.ts';
import type { Findings } from './import-findings.ts';
import type { ImportJobInput, ImportPlan } from './import-input.ts';
import type { ItemToWrite } from './prepare-row.ts';
import type { PreparedBatch, RowReader } from './row-reader.ts';
import { unpackItems } from './pack-items.ts';
import type { RowThreadMessage, RowThreadStart, SentBatch } from './row-thread-messages.ts';
import { receiveMessages } from './thread-messages.ts';

/**
 * Reads in a thread of its own, a few batches ahead of the writer, so that reading and mapping cost the writer nothing.
 * A batch is all that has come meanwhile. Leaving the iteration ends the thread; a bug in it is thrown here.
 */
export function createRowThread(plan: ImportPlan, pseudonymKey?: ImportJobInput['pseudonymKey']): RowReader {
  const { mapper, ...rest } = plan;
  const start: RowThreadStart = { ...rest, brings: mapper.brings, pseudonymKey };
  let findings: Findings | null = null;
  return {
    async *batches() {
      const worker = new Worker(workerUrl(), {
        workerData: start,
        resourceLimits: { maxYoungGenerationSizeMb: youngMb },
      });
      const messages = receiveMessages<RowThreadMessage>(worker);
      let isThrough = false;
      try {
        for (;;) {
          const arrived = await messages.take();
          const batch = merge(arrived, (batches) => worker.postMessage(batches));
          if (batch !== null) yield batch;
          const last = arrived.at(-1);
          isThrough = last?.type === 'failed' || last?.type === 'end';
          if (last?.type === 'failed') throw new FileError(last.failure);
          if (last?.type === 'end') {
            ({ findings } = last);
            return;
          }
        }
      } finally {
        // One that is through ends by itself; stopping it from outside in that moment is what must not happen.
        await (isThrough ? messages.ended : worker.terminate());
      }
    },
    findings: () => {
      if (findings === null) throw new Error('The rows are not all read yet.');
      return findings;
    },
  };
}

/** Rows die young there: they are sent and forgotten. */
const youngMb = 4;

/** Beside this file, also where both are built. */
function workerUrl(from: string = import.meta.url): URL {
  return new URL(from.endsWith('.ts') ? './row-worker.ts' : './row-worker.js', from);
}

function merge(
  messages: readonly RowThreadMessage[],
  acknowledge: (batches: number) => void,
): PreparedBatch | null {
  const batches = messages.flatMap((message) => (message.type === 'batch' ? [message.batch] : []));
  const last = batches.at(-1);
  if (last === undefined) return null;
  acknowledge(batches.length);
  const { bytesRead, bytesTotal } = last;
  return {
    items: itemsOf(batches),
    count: batches.reduce((sum, { count }) => sum + count, 0),
    skipped: batches.flatMap(({ skipped }) => skipped),
    bytesRead,
    bytesTotal,
  };
}

function* itemsOf(batches: readonly SentBatch[]): Generator<ItemToWrite> {
  for (const { packed } of batches) yield* unpackItems(packed);
}
