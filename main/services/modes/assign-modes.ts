import { setImmediate } from 'node:timers/promises';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import {
  areModesBehind,
  setModesAssignedThrough,
  setModesThroughChange,
} from '../../db/tables/assigned-modes.ts';
import {
  type ChangeMode,
  deleteChangeMode,
  type ModedChange,
  modedChanges,
  newestInteractionOfChanges,
  setChangeMode,
} from '../../db/tables/change-modes.ts';
import { interactionsOfChangesAfter, newestChange } from '../../db/tables/changes.ts';
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
  const { database } = context;
  const seen = newestEvent(database);
  const newestBefore = newestChange(database);
  const report = await assignPieces(context, allPieces(newestInteractionOfChanges(database)));
  if (report === null) return jobCancelled();
  transact(database, () => {
    setModesAssignedThrough(database, seen);
    setModesThroughChange(database, newestBefore);
  });
  return succeed(report);
}

/**
 * The same for the changes behind one that joined clusters since, where nothing else is new. All changes are gone through
 * where people said something of the new ones, because the others may be near to those. JOB_CANCELLED.
 */
export async function assignModesOfNew(context: AssignContext, after: number): Promise<Result<AssignReport>> {
  const { database } = context;
  if (areModesBehind(database)) return assignModes(context);
  const newest = newestChange(database);
  const report = await assignPieces(context, piecesOf(interactionsOfChangesAfter(database, after)));
  if (report === null) return jobCancelled();
  if (report.byPeople > 0) return assignModes(context);
  transact(database, () => setModesThroughChange(database, newest));
  return succeed(report);
}

/** Interactions from one seq to another. */
interface Piece {
  readonly first: number;
  readonly last: number;
  /** Interactions of all pieces up to this one, and in all. */
  readonly done: number;
  readonly total: number;
}

function* allPieces(newest: number): Generator<Piece> {
  for (let first = 1; first <= newest; first += atOnce) {
    const last = first + atOnce - 1;
    yield { first, last, done: Math.min(last, newest), total: newest };
  }
}

/** @param seqs ascending */
function* piecesOf(seqs: readonly number[]): Generator<Piece> {
  let from = 0;
  for (let at = 1; at <= seqs.length; at++) {
    const [first = 0, last = 0] = [seqs[from], seqs[at - 1]];
    if (seqs[at] === last + 1 && at - from < atOnce) continue;
    yield { first, last, done: at, total: seqs.length };
    from = at;
  }
}

async function assignPieces(
  context: AssignContext,
  pieces: Iterable<Piece>,
): Promise<(AssignReport & { readonly byPeople: number }) | null> {
  const { database, signal } = context;
  const decide = await createDecider(context);
  if (decide === null) return null;
  const report = { changes: 0, assigned: 0, changed: 0, byPeople: 0 };
  for (const { first, last, done, total } of pieces) {
    const piece = writePiece(database, () => decide(first, last));
    report.changes += piece.length;
    report.assigned += piece.filter(({ mode }) => mode !== null).length;
    report.changed += piece.filter(isOther).length;
    report.byPeople += piece.filter(({ mode }) => mode?.how === 'person').length;
    context.report({ done, total, unit: 'rows', rows: report.changes });
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return null;
  }
  if (report.changed > 0) context.changed(['modes', 'clusters', 'items']);
  return report;
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
