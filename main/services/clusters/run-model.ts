import type { MicroModel } from '../../../shared/domain/clusters/assign-changes.ts';
import { packVector, unpackVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import type { Database } from '../../db/database.ts';
import { modelOfRun } from '../../db/tables/cluster-runs.ts';
import { type MicroRow, microsOfRun } from '../../db/tables/clusters.ts';

/** What micro-clusters have in common, as bytes: the least similarity, then the weights of terms. */
export function packModel({ idf, leastSimilarity }: MicroModel): Uint8Array {
  const packed = packVector(idf);
  const bytes = new Uint8Array(headBytes + packed.length);
  new DataView(bytes.buffer).setFloat64(0, leastSimilarity, true);
  bytes.set(packed, headBytes);
  return bytes;
}

const headBytes = 8;

/** The micro-clusters of a run with all that is needed to assign changes to them; `centroids` are in the order of `micros`. */
export interface StoredModel extends MicroModel {
  readonly micros: readonly MicroRow[];
}

export function readModel(database: Database, runSeq: number): StoredModel {
  const bytes = modelOfRun(database, runSeq);
  const micros = microsOfRun(database, runSeq);
  return {
    micros,
    centroids: micros.map(({ centroid }) => unpackVector(centroid)),
    idf: unpackVector(bytes.subarray(headBytes)),
    leastSimilarity: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat64(0, true),
  };
}
