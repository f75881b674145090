import { parentPort, workerData } from 'node:worker_threads';
import { databaseFailure } from '../db/database-failure.ts';
import { connect } from '../db/database.ts';
import { onSnapshot } from '../db/read-snapshot.ts';
import type { Result } from '../../shared/result/result.ts';
import { type Reading, type ReadingStart, readingTable } from './reading-table.ts';

// One reading in a thread of its own, so that it never holds up a keystroke. A bug ends the thread with an error.
const port = parentPort;
if (!port) throw new Error('A reading runs in a worker thread.');
const start: ReadingStart = workerData;
const cancelled = new AbortController();
port.on('message', () => cancelled.abort());
port.postMessage(await read(readingTable));
port.close();

async function read(table: Readonly<Record<string, Reading<never, unknown>>>): Promise<Result<unknown>> {
  const reading = table[start.kind];
  if (!reading) throw new Error(`There is no reading "${start.kind}".`);
  try {
    const database = connect(start.projectPath, { readOnly: true });
    try {
      // Kinds and their inputs are paired by type where a thread is started; its start message cannot say so.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const input = start.input as never;
      return await onSnapshot(database, async () => reading(database, input, cancelled.signal));
    } finally {
      database.close();
    }
  } catch (error) {
    const failure = databaseFailure(error, start.projectPath);
    if (failure) return { ok: false, error: failure };
    throw error;
  }
}
