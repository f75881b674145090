import { setImmediate } from 'node:timers/promises';
import { packVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { transact } from '../../db/database.ts';
import { changesAfter, createTextReader } from '../../db/tables/change-texts.ts';
import { addVector, ensureVectorModel, vectorsThrough } from '../../db/tables/change-vectors.ts';
import { newestChange } from '../../db/tables/changes.ts';
import { inTimedTransactions } from '../imports/timed-transactions.ts';
import type { JobContext } from '../job-context.ts';
import { jobCancelled } from './job-cancelled.ts';
import type { VectorModel } from './models/vector-model.ts';

/**
 * Stage 2: a vector of each change that has none of this model, in the order of changes, so that it goes on where it
 * ended. Gives the model's number. JOB_CANCELLED, MODEL_UNUSABLE.
 */
export async function buildVectors(context: JobContext, model: VectorModel): Promise<Result<number>> {
  const { database, signal } = context;
  const modelSeq = transact(database, () => ensureVectorModel(database, model.id, model.version));
  const textOf = createTextReader(database);
  const first = vectorsThrough(database, modelSeq);
  // Seqs of changes have few gaps behind the last one that has a vector.
  const total = Math.max(0, newestChange(database) - first);
  for (let after = first, done = 0; ;) {
    const page = changesAfter(database, after, model.batchSize);
    const last = page.at(-1);
    if (last === undefined) return succeed(modelSeq);
    const vectors = await model.vectorsOf(page.map(textOf), signal);
    if (!vectors.ok) return vectors;
    const rows = page.map(({ seq }, index) => ({ seq, vector: vectors.value[index] }));
    inTimedTransactions(database, rows, ({ seq, vector }) => {
      if (vector !== undefined) addVector(database, seq, modelSeq, packVector(vector));
    });
    after = last.seq;
    done += page.length;
    context.report({ done, total: Math.max(done, total), unit: 'rows', rows: done });
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return jobCancelled();
  }
}
