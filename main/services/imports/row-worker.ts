import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { FileError } from '../../files/file-error.ts';
import { changeUserBy } from './change-user.ts';
import { compileMapper } from './plan-import.ts';
import { createRowReader } from './row-reader.ts';
import type { RowThreadMessage, RowThreadStart } from './row-thread-messages.ts';
import { packItems } from './pack-items.ts';
import { createAheadWindow } from './thread-messages.ts';

/** How many batches are read ahead of the writer: enough for one of its longest transactions. */
const maxAhead = 8;

const port = parentPort;
if (!port) throw new Error('Rows are read in a worker thread.');
const send = (message: RowThreadMessage, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved);

async function readRows(
  { brings, pseudonymKey, ...plan }: RowThreadStart,
  answers: MessagePort,
): Promise<void> {
  const mapper = compileMapper(plan.mapping, brings, {
    options: plan.options,
    changeUser: changeUserBy(pseudonymKey),
  });
  // The same mapping was compiled before the thread was started.
  if (!mapper.ok) throw new Error(mapper.error.message);
  const ahead = createAheadWindow(answers, maxAhead);
  const reader = createRowReader({ ...plan, mapper: mapper.value });
  for await (const { items, ...batch } of reader.batches()) {
    await ahead.whenRoom();
    const packed = packItems([...items]);
    send({ type: 'batch', batch: { ...batch, packed } }, [packed.texts.buffer]);
  }
  send({ type: 'end', findings: reader.findings() });
}

const start: RowThreadStart = workerData;
try {
  await readRows(start, port);
} catch (error) {
  if (!(error instanceof FileError)) throw error;
  send({ type: 'failed', failure: error.failure });
}
port.close();
