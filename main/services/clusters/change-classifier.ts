import type { ClassifiedChange } from '../../../shared/contract/classify-operations.ts';
import { createAssigner } from '../../../shared/domain/clusters/assign-changes.ts';
import type { SparseVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import type { Database } from '../../db/database.ts';
import type { RunRow } from '../../db/tables/cluster-runs.ts';
import { clustersOfRun } from '../../db/tables/clusters.ts';
import { failureModeNames } from '../../db/tables/failure-modes.ts';
import { modeNumbers } from '../../db/tables/mode-lookups.ts';
import { decideMode } from '../modes/decide-mode.ts';
import { leaveToCluster } from '../modes/leave-to-cluster.ts';
import { modesInUse } from '../modes/modes-in-use.ts';
import { createNearestByVector } from '../modes/nearest-of-examples.ts';
import { exampleChanges } from '../modes/people-examples.ts';
import { readModel } from './run-model.ts';

/** What a change is found to be, by its raw vector. */
export type ChangeClassifier = (
  vector: SparseVector,
) => Pick<ClassifiedChange, 'cluster' | 'failureMode' | 'how' | 'score'>;

/** Says of changes that are not in the project which cluster and failure mode they would get there. Takes a while to make. */
export function createChangeClassifier(database: Database, run: RunRow): ChangeClassifier {
  const inUse = modesInUse(database, run.seq);
  const model = readModel(database, run.seq);
  const assign = createAssigner(model);
  const { changes: examples, modesInCluster } = examplesOf(database, run.seq, inUse);
  const nearest = createNearestByVector(database, run, examples);
  const clusters = new Map(clustersOfRun(database, run.seq).map(({ seq, id, name }) => [seq, { id, name }]));
  const names = failureModeNames(database);
  const modes = new Map(
    [...modeNumbers(database)].map(([id, seq]) => [seq, { id, name: names.get(id) ?? '' }]),
  );
  return (vector) => {
    const { micro, similarity } = assign(vector);
    const clusterSeq = model.micros[micro]?.clusterSeq ?? null;
    const mode = decideMode(
      {
        said: { mode: null, out: new Set() },
        clusterModes: clusterSeq === null ? null : (inUse.modesOfCluster.get(clusterSeq) ?? null),
        clusterSimilarity: similarity,
      },
      leaveToCluster(
        nearest?.(vector) ?? (() => null),
        { clusterSeq, clusterSimilarity: similarity },
        modesInCluster,
      ),
    );
    const failureMode = mode === null ? null : (modes.get(mode.modeSeq) ?? null);
    return {
      cluster: clusterSeq === null ? null : (clusters.get(clusterSeq) ?? null),
      failureMode,
      how: failureMode === null || mode?.how === 'person' ? null : (mode?.how ?? null),
      score: mode === null ? similarity : mode.similarity,
    };
  };
}

function examplesOf(...args: Parameters<typeof exampleChanges>) {
  const steps = exampleChanges(...args);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
