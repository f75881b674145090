import type { ClusterSettings } from '../../../shared/contract/cluster-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { numberOf } from '../../db/query.ts';
import { modesThroughChange } from '../../db/tables/assigned-modes.ts';
import { assignedThrough, countsOfRun } from '../../db/tables/change-clusters.ts';
import { countChanges } from '../../db/tables/changes.ts';
import { deleteRun, findRun, type RunRow, setRunStats } from '../../db/tables/cluster-runs.ts';
import { countClusters } from '../../db/tables/clusters.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { assignModes, assignModesOfNew } from '../modes/assign-modes.ts';
import { assignNew } from './assign-new.ts';
import { buildChanges } from './build-changes.ts';
import { buildVectors } from './build-vectors.ts';
import { dropUnused } from './drop-unused.ts';
import { gatherPool } from './gather-pool.ts';
import { jobCancelled } from './job-cancelled.ts';
import { makeRun } from './make-run.ts';
import { measureDrift } from './measure-drift.ts';
import { openVectorModel } from './models/open-vector-model.ts';
import type { VectorModel } from './models/vector-model.ts';

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
  const modelSeq = await buildChangesAndVectors(context, model.value);
  if (!modelSeq.ok) return modelSeq;
  if (current === null && countChanges(database) === 0) return succeed(nothingYet(startedAt));
  // Vectors of another model cannot be compared with those that the run was made of.
  const isOther = !isSame(settings, current?.settings) || modelSeq.value !== current?.modelSeq;
  const isAnew = current === null || full || isOther;
  let joined: JoinedRun | null = null;
  if (isAnew) {
    // What people said of changes before counts as well.
    const said = current === null && hasFailureModes(database) ? await assignModes(context) : null;
    if (said?.ok === false) return said;
    const made = await makeRun(context, { modelSeq: modelSeq.value, isSparse, settings });
    if (!made.ok) return made;
  } else {
    joined = await joinRun(context, current, isSparse);
    if (joined === null) return jobCancelled();
  }
  await dropUnused(database, modelSeq.value);
  // Where clusters are as they were, so are the failure modes of what was in them.
  const assigned = await (joined === null || joined.newClusters > 0
    ? assignModes(context)
    : assignModesOfNew(context, joined.after));
  if (!assigned.ok) return assigned;
  return succeed(countRun(database, isAnew, startedAt));
}

/** Stages 1 and 2, the second beside the first where a thread of its own finds changes. */
async function buildChangesAndVectors(context: JobContext, model: VectorModel): Promise<Result<number>> {
  // One progress at a time.
  const quiet: JobContext = { ...context, report: () => undefined };
  let failed: Result<number> | null = null;
  const isComplete = await buildChanges(context, async () => {
    const built = await buildVectors(quiet, model);
    failed = built.ok ? null : built;
    return built.ok;
  });
  if (!isComplete) return failed ?? jobCancelled();
  return buildVectors(context, model);
}

/** Before the first change there is nothing to make clusters of, nor to join later. */
function nothingYet(startedAt: number): ClusterReport {
  return { changes: 0, clusters: 0, noiseShare: 0, seconds: secondsSince(startedAt), pending: false };
}

interface JoinedRun {
  /** Changes behind this seq have not all got their failure mode since they joined. */
  readonly after: number;
  readonly newClusters: number;
}

/** Stage 3 of what came since a run. Null where the person cancelled. */
async function joinRun(context: JobContext, run: RunRow, isSparse: boolean): Promise<JoinedRun | null> {
  const { database } = context;
  const after = Math.min(assignedThrough(database, run.seq), modesThroughChange(database));
  if ((await assignNew(context, run)) === null) return null;
  const newClusters = await gatherPool(context, run, isSparse);
  if (newClusters === null) return null;
  measureDrift(database, run);
  return { after, newClusters };
}

/** Counts the run that was worked on and keeps the counts with it. */
function countRun(database: Database, isAnew: boolean, startedAt: number): ClusterReport {
  const run = (isAnew ? findRun(database, 'pending') : null) ?? findRun(database, 'current');
  if (run === null) return nothingYet(startedAt);
  const counts = { ...countsOfRun(database, run.seq), clusters: countClusters(database, run.seq) };
  transact(database, () => setRunStats(database, run.seq, counts));
  const { changes, noise, clusters } = counts;
  const noiseShare = changes === 0 ? 0 : noise / changes;
  return {
    changes,
    clusters,
    noiseShare,
    seconds: secondsSince(startedAt),
    pending: run.state === 'pending',
  };
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}

function hasFailureModes(database: Database): boolean {
  return numberOf(database, 'SELECT EXISTS (SELECT 1 FROM failure_modes)') === 1;
}

function isSame(one: ClusterSettings, other: ClusterSettings | undefined): boolean {
  return (
    one.seed === other?.seed &&
    one.model === other.model &&
    one.leastChanges === other.leastChanges &&
    one.joinAt === other.joinAt
  );
}
