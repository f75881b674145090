import { fail, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { derivedThrough, setDerivedThrough } from '../../db/tables/derived.ts';
import { readSignalBasis, type SignalBasis, writeSignalBasis } from '../../db/tables/signal-basis.ts';
import {
  countMeasured,
  countStaleValues,
  countToMeasure,
  signalValuesName,
  signalValuesVersion,
} from '../../db/tables/signal-values.ts';
import { buildEditMetrics, needsEditMetrics } from '../imports/run-edit-metrics.ts';
import { timedTransaction } from '../imports/timed-transactions.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { findRequeries, needsRequeries } from './find-requeries.ts';
import { markWaiting } from './mark-waiting.ts';
import { createMeasurer, type Measurer } from './measure-values.ts';
import { type Basis, currentBasis, isOutdated } from './project-facts.ts';

const derived = { name: signalValuesName, version: signalValuesVersion };

/** Interactions at a time; a transaction is as many of these as fit its time. */
const pageRows = 200;

export interface SignalsInput {
  /** Also what is up to date. */
  readonly all: boolean;
}

/** Works out values of signals that are missing, stale or of another basis. */
export const runSignals: JobWork<SignalsInput> = async ({ all }, context) => {
  const start = performance.now();
  const rows = await catchUp(context, all);
  if (rows === null)
    return fail(
      'JOB_CANCELLED',
      'Signals are not worked out for all interactions yet. The next run goes on.',
    );
  context.changed(['signals']);
  const seconds = (performance.now() - start) / 1000;
  return succeed({ rows, seconds, rowsPerSecond: rows / Math.max(seconds, 0.001) });
};

/** How many interactions were gone through; null where the person cancelled. */
async function catchUp(context: JobContext, all: boolean): Promise<number | null> {
  const { database } = context;
  if (needsEditMetrics(database) && !(await buildEditMetrics(context))) return null;
  if (needsRequeries(database) && !(await findRequeries(context))) return null;
  const basis = currentBasis(database);
  begin(database, basis, all);
  const measurer = createMeasurer(database, basis);
  const first = derivedThrough(database, derived);
  const total = countToMeasure(database);
  let [through, rows] = [first, 0];
  for (;;) {
    await context.whenRunning();
    if (context.signal.aborted) return null;
    let [isMore, isBegun] = [true, false];
    timedTransaction(
      database,
      () => {
        // Seqs of interactions that were deleted meanwhile are given out again.
        if (!isBegun) through = Math.min(through, derivedThrough(database, derived));
        isBegun = true;
        const last = measurer.next(through, pageRows, first > 0);
        isMore = last !== null;
        if (last !== null) [through, rows] = [last, rows + pageRows];
        return isMore;
      },
      () => setDerivedThrough(database, derived, through),
    );
    context.report({ done: Math.min(rows, total), total, unit: 'rows', rows: Math.min(rows, total) });
    if (!isMore) break;
  }
  if (!(await refreshAll(context, measurer))) return null;
  transact(database, () => writeSignalBasis(database, { ...basis.stored, isComplete: true }));
  return Math.min(rows, total);
}

/** Where the basis is another one, all begins anew: values stay until theirs are worked out. */
function begin(database: Database, basis: Basis, all: boolean): void {
  transact(database, () => {
    const made = readSignalBasis(database);
    if (all || isNew(made, basis)) {
      setDerivedThrough(database, derived, 0);
      writeSignalBasis(database, { ...basis.stored, isComplete: false });
    } else if (made !== null) markWaiting(database, made, basis);
  });
}

/** A run that was cut short goes on where its basis is still that of now. */
function isNew(made: SignalBasis | null, basis: Basis): boolean {
  return isOutdated(made === null ? null : { ...made, isComplete: true }, basis);
}

async function refreshAll(context: JobContext, measurer: Measurer): Promise<boolean> {
  for (const step of [measurer.removed, measurer.stale]) {
    let isMore = true;
    while (isMore) {
      await context.whenRunning();
      if (context.signal.aborted) return false;
      isMore = timedTransaction(context.database, () => step(pageRows) > 0);
    }
  }
  return true;
}

/** What a report may wait for: as much as fits between two keystrokes. */
const mostInLine = 200;

/**
 * Brings values up to date at once where that is little, as after a few labels. Returns whether they are up to date: where
 * not, the job does it.
 */
export function refreshInLine(database: Database): boolean {
  const basis = currentBasis(database);
  const made = readSignalBasis(database);
  if (made === null || isOutdated(made, basis)) return countToMeasure(database) === 0;
  const behind = countStaleValues(database) + countToMeasure(database) - countMeasured(database);
  if (behind === 0 && made.newestAt === basis.stored.newestAt && made.feedEnds === basis.stored.feedEnds)
    return true;
  // New interactions may ask again what others asked, which takes reading their inputs.
  if (behind > mostInLine || needsRequeries(database) || needsEditMetrics(database)) return false;
  if (made.newestAt !== basis.stored.newestAt || made.feedEnds !== basis.stored.feedEnds) return false;
  const measurer = createMeasurer(database, basis);
  transact(database, () => {
    measurer.removed(mostInLine);
    measurer.stale(mostInLine);
  });
  return true;
}
