import { setImmediate } from 'node:timers/promises';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { areModesBehind, setModesAssignedThrough } from '../../db/tables/assigned-modes.ts';
import {
  type ChangeMode,
  deleteChangeMode,
  type ModedChange,
  modedChanges,
  newestInteractionOfChanges,
  setChangeMode,
} from '../../db/tables/change-modes.ts';
import { findRun } from '../../db/tables/cluster-runs.ts';
import { newestEvent } from '../../db/tables/events.ts';
import { jobCancelled } from '../clusters/job-cancelled.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { decideMode, type NearestOf } from './decide-mode.ts';
import { leaveToCluster } from './leave-to-cluster.ts';
import { modesInUse } from './modes-in-use.ts';
import { createNearestByExamples } from './nearest-of-examples.ts';
import { exampleChanges } from './people-examples.ts';
import { createSayingsReader } from './read-sayings.ts';

export interface AssignReport {
  readonly changes: number;
  /** How many have a failure mode now, and how many of them another one than before. */
  readonly assigned: number;
  readonly changed: number;
}

type AssignContext = Pick<JobContext, 'database' | 'signal' | 'whenRunning' | 'report' | 'changed'>;

/** Interactions whose changes are looked at and written in one piece. */
const atOnce = 500;

/**
 * Gives every change its failure mode by the rules of `decideMode`. The same project gives the same, and only what differs
 * is written, in short transactions; what people say meanwhile is seen. JOB_CANCELLED.
 */
export async function assignModes(context: AssignContext): Promise<Result<AssignReport>> {
  const { database, signal } = context;
  const seen = newestEvent(database);
  const decide = await createDecider(context);
  if (decide === null) return jobCancelled();
  const report = { changes: 0, assigned: 0, changed: 0 };
  const newest = newestInteractionOfChanges(database);
  for (let first = 1; first <= newest; first += atOnce) {
    const last = first + atOnce - 1;
    const piece = writePiece(database, () => decide(first, last));
    report.changes += piece.length;
    report.assigned += piece.filter(({ mode }) => mode !== null).length;
    report.changed += piece.filter(isOther).length;
    context.report({ done: Math.min(last, newest), total: newest, unit: 'rows', rows: report.changes });
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return jobCancelled();
  }
  transact(database, () => setModesAssignedThrough(database, seen));
  if (report.changed > 0) context.changed(['modes', 'clusters', 'items']);
  return succeed(report);
}

/** Whether somebody did something with failure modes that changes do not show yet, as where the job was cut off. */
export function needsModes(database: Database): boolean {
  return areModesBehind(database);
}

/** `assignModes` as a job. */
export const runAssignModes: JobWork<object> = async (_input, context) => {
  const report = await assignModes(context);
  return report.ok ? succeed({ ...report.value }) : report;
};

interface Decided {
  readonly change: ModedChange;
  readonly mode: ChangeMode | null;
}

/** Decides on the changes of interactions from one seq to another; null where the job was cancelled. */
async function createDecider({
  database,
  signal,
  whenRunning,
}: AssignContext): Promise<((first: number, last: number) => Decided[]) | null> {
  const run = findRun(database, 'current');
  const inUse = modesInUse(database, run?.seq ?? 0);
  const steps = exampleChanges(database, run?.seq ?? 0, inUse);
  let step = steps.next();
  for (let count = 1; step.done !== true; count++, step = steps.next()) {
    if (count % atOnce !== 0) continue;
    await setImmediate();
    await whenRunning();
    if (signal.aborted) return null;
  }
  const { changes: examples, modesInCluster } = step.value;
  const nearest = run === null ? null : createNearestByExamples(database, run, examples);
  return (first, last) => {
    // Both are asked again: people may have said something since.
    const { seqOf, modesOfCluster } = modesInUse(database, run?.seq ?? 0);
    const sayings = createSayingsReader(database, seqOf)(first, last);
    return modedChanges(database, run?.seq ?? 0, first, last).map((change) => ({
      change,
      mode: decideMode(
        {
          said: sayings(change.interactionSeq, change.place),
          clusterModes: change.clusterSeq === null ? null : (modesOfCluster.get(change.clusterSeq) ?? null),
          clusterSimilarity: change.clusterSimilarity ?? 0,
        },
        leaveToCluster(nearest?.(change.seq) ?? nearestToNone, change, modesInCluster),
      ),
    }));
  };
}

const nearestToNone: NearestOf = () => null;

/** Decides without holding the lock, and once more with it where somebody did something meanwhile. */
function writePiece(database: Database, decide: () => Decided[]): Decided[] {
  const seen = newestEvent(database);
  const decided = decide();
  if (!decided.some(isOther)) return decided;
  return transact(database, () => {
    const certain = newestEvent(database) === seen ? decided : decide();
    for (const { change, mode } of certain.filter(isOther)) {
      if (mode === null) deleteChangeMode(database, change.seq);
      else setChangeMode(database, change, mode);
    }
    return certain;
  });
}

function isOther({ change, mode }: Decided): boolean {
  return (
    change.modeSeq !== (mode?.modeSeq ?? null) ||
    change.how !== (mode?.how ?? null) ||
    change.similarity !== (mode?.similarity ?? null)
  );
}
