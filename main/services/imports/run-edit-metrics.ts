import { setImmediate } from 'node:timers/promises';
import { type Database, transact } from '../../db/database.ts';
import { derivedVersion } from '../../db/tables/derived.ts';
import {
  deleteEditMetrics,
  editMetricsVersion,
  measuredThrough,
  measureEdits,
  newestInteraction,
  nextEdited,
  setMeasuredThrough,
} from '../../db/tables/edit-metrics.ts';
import type { JobContext } from '../job-context.ts';
import { timedTransaction } from './timed-transactions.ts';

/** Whether the edits of some interactions are not measured yet. */
export function needsEditMetrics(database: Database): boolean {
  return measuredThrough(database) < newestInteraction(database);
}

/** How many interactions are measured in one piece. */
const pageRows = 200;

/** Measures the edits that are not measured yet, in short transactions. Returns false where the person cancelled. */
export async function buildEditMetrics(context: JobContext): Promise<boolean> {
  const { database, signal } = context;
  await dropOldMetrics(database);
  const from = measuredThrough(database);
  while (!endMeasuring(database)) {
    const last = nextEdited(database, pageRows).at(-1) ?? 0;
    measurePage(database, last);
    const done = last - from;
    context.report({
      done,
      total: Math.max(done, newestInteraction(database) - from),
      unit: 'rows',
      rows: done,
    });
    // Lets a cancel message arrive.
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return false;
  }
  return true;
}

/**
 * Measures before the transaction, so that nobody waits for it, and once more inside where somebody wrote meanwhile: an
 * edit that is made behind the point reached is left to this.
 */
function measurePage(database: Database, last: number): void {
  const version = database.pragma('data_version', { simple: true });
  const measure = () => [...measureEdits(database, measuredThrough(database), last)];
  const measured = measure();
  transact(database, () => {
    const isFresh = database.pragma('data_version', { simple: true }) === version;
    for (const write of isFresh ? measured : measure()) write();
    setMeasuredThrough(database, last);
  });
}

/** Where no edit is left, everything is measured: an edit that is made from now on is measured as it is made. */
function endMeasuring(database: Database): boolean {
  return transact(database, () => {
    if (nextEdited(database, 1).length > 0) return false;
    setMeasuredThrough(database, newestInteraction(database));
    return true;
  });
}

async function dropOldMetrics(database: Database): Promise<void> {
  const version = derivedVersion(database, 'edit-metrics');
  if (version === null || version === editMetricsVersion) return;
  while (timedTransaction(database, () => deleteEditMetrics(database, pageRows) > 0)) await setImmediate();
  transact(database, () => setMeasuredThrough(database, 0));
}
