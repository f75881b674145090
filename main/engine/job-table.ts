import { runCluster } from '../services/clusters/run-cluster-job.ts';
import { runChooseFewShot } from '../services/few-shot/choose-few-shot.ts';
import { runExport } from '../services/exports/run-export.ts';
import { runImport } from '../services/imports/run-import.ts';
import { runNearDuplicates } from '../services/imports/near-duplicates.ts';
import { runDerived } from '../services/imports/run-derived.ts';
import { runAssignModes } from '../services/modes/assign-modes.ts';
import { runLearnQuality } from '../services/quality/learn-quality-job.ts';
import { runBackup } from '../services/project/backup-project.ts';
import { runLabelMany } from '../services/review/label-many.ts';
import { runRecountDone } from '../services/queues/recount-done.ts';
import { runMakeQueue } from '../services/queues/make-queue.ts';
import { runSignals } from '../services/signals/run-signals.ts';
import { runVerify } from '../services/snapshots/verify-snapshot.ts';
import type { JobWork } from '../services/job-context.ts';

/** The work behind each kind of job, with its input. */
export const jobTable = {
  import: runImport,
  index: runDerived,
  near_duplicates: runNearDuplicates,
  export: runExport,
  verify: runVerify,
  backup: runBackup,
  queue: runMakeQueue,
  queue_done: runRecountDone,
  label: runLabelMany,
  cluster: runCluster,
  assign_modes: runAssignModes,
  few_shot: runChooseFewShot,
  signals: runSignals,
  quality: runLearnQuality,
};

export type JobTable = typeof jobTable;
export type JobKind = keyof JobTable;
export type JobInput<Kind extends JobKind> = JobTable[Kind] extends JobWork<infer Input> ? Input : never;
