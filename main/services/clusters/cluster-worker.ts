import { parentPort, workerData } from 'node:worker_threads';
import { createClusterInput } from '../../../shared/domain/clusters/cluster-input.ts';
import { layOutMicros } from '../../../shared/domain/clusters/lay-out.ts';
import { type Clustering, makeClusters } from '../../../shared/domain/clusters/make-clusters.ts';
import { connect, type Database } from '../../db/database.ts';
import { allVectors, pooledVectors } from '../../db/tables/change-vectors.ts';
import type { GroupedChanges, GroupMessage, GroupStart } from './cluster-thread.ts';

const port = parentPort;
if (!port) throw new Error('Changes are grouped in a worker thread.');
const start: GroupStart = workerData;
const stop = new Int32Array(start.stop);
const send = (message: GroupMessage): void => port.postMessage(message);
send({ type: 'end', found: group() });
port.close();

function group(): GroupedChanges | null {
  const database = connect(start.projectPath, { readOnly: true });
  let read: ReturnType<typeof readInput>;
  try {
    read = readInput(database);
  } finally {
    database.close();
  }
  const { seed, leastChanges, joinAt, pool } = start;
  const found = makeClusters(read.input, {
    seed,
    leastChanges,
    joinAt,
    ...(pool === null ? {} : { leastSimilarity: pool.leastSimilarity }),
    report: (done, total) => send({ type: 'progress', done, total }),
    shouldStop: () => Atomics.load(stop, 0) !== 0,
  });
  if (found === null) return null;
  return { ...found, changeSeqs: read.changeSeqs, ...placesOf(found) };
}

/** Those of a pool are placed beside the ones that are there. */
function placesOf({ micro, sizes, clusterOfMicro }: Clustering): { x: Float64Array; y: Float64Array } {
  if (start.pool !== null) return { x: new Float64Array(0), y: new Float64Array(0) };
  return layOutMicros({ centroids: micro.centroids, sizes, clusterOf: clusterOfMicro, seed: start.seed });
}

function readInput(database: Database) {
  const { modelSeq, isSparse, pool } = start;
  const builder = createClusterInput(isSparse);
  const rows =
    pool === null ? allVectors(database, modelSeq) : pooledVectors(database, { modelSeq, ...pool });
  const modes = new Map<number, number>();
  let changeSeqs = new Int32Array(1024);
  let count = 0;
  for (const { changeSeq, vector, mode } of rows) {
    if (count === changeSeqs.length) {
      const longer = new Int32Array(count * 2);
      longer.set(changeSeqs);
      changeSeqs = longer;
    }
    changeSeqs[count++] = changeSeq;
    builder.add(vector, mode === null ? undefined : numberOf(modes, mode));
  }
  return { input: builder.finish(), changeSeqs: changeSeqs.slice(0, count) };
}

function numberOf(modes: Map<number, number>, mode: number): number {
  const number = modes.get(mode) ?? modes.size;
  modes.set(mode, number);
  return number;
}
