import { setImmediate } from 'node:timers/promises';
import { type Database, transact } from '../../db/database.ts';
import { derivedVersion } from '../../db/tables/derived.ts';
import {
  addMeasure,
  deleteEditMetrics,
  editMetricsVersion,
  measuredThrough,
  nextEdited,
  setMeasuredThrough,
} from '../../db/tables/edit-metrics.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import type { JobContext } from '../job-context.ts';
import { type MeasuredPage, measuredPages } from './measured-pages.ts';
import { measureApart } from './measure-thread.ts';
import { timedTransaction } from './timed-transactions.ts';

/** Whether the edits of some interactions are not measured yet. */
export function needsEditMetrics(database: Database): boolean {
  return measuredThrough(database) < newestInteraction(database);
}

/** From here on a thread of its own measures: comparing texts takes far longer than storing what comes of it. */
const apartFrom = 5000;

/** How many measures are deleted at once. */
const deletedRows = 200;

/** Measures the edits that are not measured yet, in short transactions. Returns false where the person cancelled. */
export async function buildEditMetrics(context: JobContext): Promise<boolean> {
  const { database, projectPath, signal } = context;
  await dropOldMetrics(database);
  const start = measuredThrough(database);
  while (!endMeasuring(database)) {
    const from = measuredThrough(database);
    const isMany = newestInteraction(database) - from >= apartFrom;
    let stored = from;
    for await (const page of isMany ? measureApart(projectPath, from) : measuredPages(database, from)) {
      await context.whenRunning();
      if (signal.aborted) return false;
      if (!storePage(database, page, stored)) break;
      stored = page.last;
      const done = stored - start;
      const total = Math.max(done, newestInteraction(database) - start);
      context.report({ done, total, unit: 'rows', rows: done });
    }
  }
  return true;
}

/** Returns false where interactions were taken away meanwhile, whose seqs others may have got: then it begins anew. */
function storePage(database: Database, { measures, last }: MeasuredPage, stored: number): boolean {
  return transact(database, () => {
    if (measuredThrough(database) !== stored) return false;
    for (const measure of measures) addMeasure(database, measure);
    setMeasuredThrough(database, last);
    return true;
  });
}

/** Where no edit is left, everything is measured: an edit that is made from now on is measured as it is made. */
function endMeasuring(database: Database): boolean {
  return transact(database, () => {
    if (nextEdited(database, measuredThrough(database), 1).length > 0) return false;
    setMeasuredThrough(database, newestInteraction(database));
    return true;
  });
}

async function dropOldMetrics(database: Database): Promise<void> {
  const version = derivedVersion(database, 'edit-metrics');
  if (version === null || version === editMetricsVersion) return;
  while (timedTransaction(database, () => deleteEditMetrics(database, deletedRows) > 0)) await setImmediate();
  transact(database, () => setMeasuredThrough(database, 0));
}
