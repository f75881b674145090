import type { ClusterSettings } from '../../../shared/contract/cluster-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { transact } from '../../db/database.ts';
import { countsOfRun } from '../../db/tables/change-clusters.ts';
import { deleteRun, findRun, setRunStats } from '../../db/tables/cluster-runs.ts';
import { countClusters } from '../../db/tables/clusters.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { assignModes } from '../modes/assign-modes.ts';
import { assignNew } from './assign-new.ts';
import { buildChanges } from './build-changes.ts';
import { buildVectors } from './build-vectors.ts';
import { dropUnused } from './drop-unused.ts';
import { gatherPool } from './gather-pool.ts';
import { jobCancelled } from './job-cancelled.ts';
import { makeRun } from './make-run.ts';
import { measureDrift } from './measure-drift.ts';
import { openVectorModel } from './models/open-vector-model.ts';

export interface ClusterJobInput {
  /** Makes all clusters anew; so does the first run, and one with other settings. */
  readonly full: boolean;
  readonly settings: AskedSettings;
  /** Where settings of models are. */
  readonly dataFolder: string;
}

/** Those that are not given stay as they are. */
export type AskedSettings = { readonly [Key in keyof ClusterSettings]?: ClusterSettings[Key] | undefined };

/** What the job reports. */
export interface ClusterReport {
  readonly changes: number;
  readonly clusters: number;
  readonly noiseShare: number;
  readonly seconds: number;
  /** Whether the figures are those of a run that waits to be accepted. */
  readonly pending: boolean;
}

const usualSettings: ClusterSettings = { seed: 0, model: 'lexical', leastChanges: null, joinAt: null };

/** `updateClusters` as a job. */
export const runCluster: JobWork<ClusterJobInput> = async (input, context) => {
  const report = await updateClusters(input, context);
  context.changed(['clusters', 'modes']);
  return report.ok ? succeed({ ...report.value }) : report;
};

/**
 * Brings changes, vectors, clusters and failure modes of changes up to date, each stage where it ended. JOB_CANCELLED,
 * MODEL_UNUSABLE.
 */
export async function updateClusters(
  { full, settings: asked, dataFolder }: ClusterJobInput,
  context: JobContext,
): Promise<Result<ClusterReport>> {
  const { database } = context;
  const startedAt = performance.now();
  // What a job that was cut off had begun.
  transact(database, () => deleteRun(database, 'building'));
  const current = findRun(database, 'current');
  const before = current?.settings ?? usualSettings;
  const settings: ClusterSettings = {
    seed: asked.seed ?? before.seed,
    model: asked.model ?? before.model,
    leastChanges: asked.leastChanges === undefined ? before.leastChanges : asked.leastChanges,
    joinAt: asked.joinAt === undefined ? before.joinAt : asked.joinAt,
  };
  const model = await openVectorModel(settings.model, dataFolder);
  if (!model.ok) return model;
  const { isSparse } = model.value;
  if (!(await buildChanges(context))) return jobCancelled();
  const modelSeq = await buildVectors(context, model.value);
  if (!modelSeq.ok) return modelSeq;
  // Vectors of another model cannot be compared with those that the run was made of.
  const isOther = !isSame(settings, current?.settings) || modelSeq.value !== current?.modelSeq;
  if (current === null || full || isOther) {
    const made = await makeRun(context, { modelSeq: modelSeq.value, isSparse, settings });
    if (!made.ok) return made;
  } else {
    if ((await assignNew(context, current)) === null) return jobCancelled();
    if ((await gatherPool(context, current, isSparse)) === null) return jobCancelled();
    measureDrift(database, current);
  }
  await dropUnused(database, modelSeq.value);
  const assigned = await assignModes(context);
  if (!assigned.ok) return assigned;
  const shown = (full || isOther ? findRun(database, 'pending') : null) ?? findRun(database, 'current');
  if (shown === null) return jobCancelled();
  const counts = { ...countsOfRun(database, shown.seq), clusters: countClusters(database, shown.seq) };
  transact(database, () => setRunStats(database, shown.seq, counts));
  const { changes, noise, clusters } = counts;
  return succeed({
    changes,
    clusters,
    noiseShare: changes === 0 ? 0 : noise / changes,
    seconds: (performance.now() - startedAt) / 1000,
    pending: shown.state === 'pending',
  });
}

function isSame(one: ClusterSettings, other: ClusterSettings | undefined): boolean {
  return (
    one.seed === other?.seed &&
    one.model === other.model &&
    one.leastChanges === other.leastChanges &&
    one.joinAt === other.joinAt
  );
}
