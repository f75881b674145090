import { setImmediate } from 'node:timers/promises';
import { type Database, transact } from '../../db/database.ts';
import {
  addChange,
  changesThrough,
  changesVersion,
  deleteChanges,
  replaceChanges,
  setChangesThrough,
} from '../../db/tables/changes.ts';
import { derivedVersion } from '../../db/tables/derived.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { deleteStale, someStale } from '../../db/tables/stale-changes.ts';
import { timedTransaction } from '../imports/timed-transactions.ts';
import type { JobContext } from '../job-context.ts';
import { createChangeFinder } from './find-changes.ts';
import { findApart } from './find-thread.ts';
import { type FoundPage, foundPages } from './found-pages.ts';

/** From here on a thread of its own compares texts, which takes far longer than storing what comes of it. */
const apartFrom = 5000;

/**
 * Stage 1: makes the changes of what is new or stale, in short transactions. Returns false where the person cancelled.
 * @param meanwhile what can be done with the changes that are there, while a thread finds the next ones
 */
export async function buildChanges(
  context: JobContext,
  meanwhile: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const { database, projectPath, signal } = context;
  await dropOldChanges(database);
  // From now on edits that come and go are marked, see `markChangesStale`.
  transact(database, () => setChangesThrough(database, changesThrough(database)));
  const start = changesThrough(database);
  while (changesThrough(database) < newestInteraction(database)) {
    const from = changesThrough(database);
    const isMany = newestInteraction(database) - from >= apartFrom;
    let stored = from;
    for await (const page of isMany ? findApart(projectPath, from) : foundPages(database, from)) {
      await context.whenRunning();
      if (signal.aborted) return false;
      if (!storePage(database, page, stored)) break;
      stored = page.last;
      if (isMany && stored % meanwhileEvery === 0 && !(await meanwhile())) return false;
      const done = Math.max(0, stored - start);
      const total = Math.max(done, newestInteraction(database) - start);
      context.report({ done, total, unit: 'rows', rows: done });
    }
  }
  return refreshStale(context);
}

/** Interactions whose changes are worth a look meanwhile; a number of whole pages. */
const meanwhileEvery = 1000;

/** Returns false where interactions were taken away meanwhile, whose seqs others may have got: then it begins anew. */
function storePage(database: Database, { changes, last }: FoundPage, stored: number): boolean {
  return transact(database, () => {
    if (changesThrough(database) !== stored) return false;
    for (const change of changes) addChange(database, change);
    setChangesThrough(database, last);
    return true;
  });
}

async function refreshStale(context: JobContext): Promise<boolean> {
  const { database, signal } = context;
  const find = createChangeFinder(database);
  const refreshOne = (): boolean => {
    const [seq] = someStale(database, 1);
    if (seq === undefined) return false;
    replaceChanges(database, seq, find(seq - 1, seq));
    deleteStale(database, seq);
    return true;
  };
  while (timedTransaction(database, refreshOne)) {
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return false;
  }
  return true;
}

/** How many changes are deleted at once. */
const deletedAtOnce = 200;

async function dropOldChanges(database: Database): Promise<void> {
  const version = derivedVersion(database, 'changes');
  if (version === null || version === changesVersion) return;
  while (timedTransaction(database, () => deleteChanges(database, deletedAtOnce) > 0)) await setImmediate();
  transact(database, () => setChangesThrough(database, 0));
}
