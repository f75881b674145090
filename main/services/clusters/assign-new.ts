import { setImmediate } from 'node:timers/promises';
import { createAssigner } from '../../../shared/domain/clusters/assign-changes.ts';
import { unpackVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import { transact } from '../../db/database.ts';
import { addChangeCluster, assignedThrough } from '../../db/tables/change-clusters.ts';
import { vectorsAfter } from '../../db/tables/change-vectors.ts';
import type { RunRow } from '../../db/tables/cluster-runs.ts';
import { growMicro } from '../../db/tables/clusters.ts';
import type { JobContext } from '../job-context.ts';
import { readModel } from './run-model.ts';

const rowsAtOnce = 200;

/**
 * Stage 3 of what came since a run: each change joins the cluster of the nearest micro-cluster, or none. In the order of
 * changes, so that it goes on where it ended. Gives how many there were; null where the person cancelled.
 */
export async function assignNew(context: JobContext, run: RunRow): Promise<number | null> {
  const { database, signal } = context;
  const { seq: runSeq, modelSeq } = run;
  const model = readModel(database, runSeq);
  const assign = createAssigner(model);
  let done = 0;
  for (;;) {
    const page = vectorsAfter(database, modelSeq, assignedThrough(database, runSeq), rowsAtOnce);
    if (page.length === 0) return done;
    const rows = page.map(({ changeSeq, vector }) => {
      const { micro, similarity } = assign(unpackVector(vector));
      const { seq = null, clusterSeq = null } = model.micros[micro] ?? {};
      return { changeSeq, microSeq: seq, clusterSeq, similarity };
    });
    const joined = Map.groupBy(rows, ({ microSeq }) => microSeq);
    transact(database, () => {
      for (const row of rows) addChangeCluster(database, runSeq, row);
      for (const [microSeq, members] of joined)
        if (microSeq !== null) growMicro(database, microSeq, members.length);
    });
    done += page.length;
    context.report({ done, total: null, unit: 'rows', rows: done });
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return null;
  }
}
