import { setImmediate } from 'node:timers/promises';
import { fingerprintOf, fingerprintVersion } from '../../../shared/domain/text/fingerprint.ts';
import { shinglesOf } from '../../../shared/domain/text/shingles.ts';
import { fail, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { transact } from '../../db/database.ts';
import { derivedVersion, setDerivedVersion } from '../../db/tables/derived.ts';
import {
  countNearDuplicates,
  countUnfingerprinted,
  deleteFingerprints,
  type FingerprintedTexts,
  groupedThrough,
  insertFingerprint,
  loneInGroup,
  newestFingerprint,
  nextUnfingerprinted,
  setGroup,
  setGroupedThrough,
} from '../../db/tables/near-duplicates.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { groupFingerprints } from './group-fingerprints.ts';
import { inTimedTransactions, timedTransaction } from './timed-transactions.ts';

/** Whether some interactions are not compared with the others yet. */
export function needsNearDuplicates(database: Database): boolean {
  return countUnfingerprinted(database) > 0 || newestFingerprint(database) > groupedThrough(database);
}

/** Completes the groups of near-duplicates. */
export const runNearDuplicates: JobWork<object> = async (_, context) => {
  const isComplete = await markNearDuplicates(context);
  if (!isComplete) {
    return fail('JOB_CANCELLED', 'Near-duplicates are not all found yet. The next import goes on with them.');
  }
  context.changed(['items']);
  return succeed({ ...countNearDuplicates(context.database) });
};

/**
 * Marks which interactions are near-duplicates of each other: texts of input and output that share four of five pairs
 * of neighbouring words. None is removed. Works in short transactions and goes on where it was cut off; only what is
 * new is read and compared. Returns false where the person cancelled.
 */
export async function markNearDuplicates(context: JobContext): Promise<boolean> {
  const { database } = context;
  await dropOldFingerprints(database);
  if (!(await addFingerprints(context))) return false;
  dissolveLoneGroups(database);
  return newestFingerprint(database) <= groupedThrough(database) || groupFingerprints(context);
}

/**
 * Nobody is a near-duplicate of nobody: call it after interactions were removed. The rest of a group stays together
 * also where the one went that was alike to all.
 */
export function dissolveLoneGroups(database: Database): void {
  inTimedTransactions(database, loneInGroup(database), (seq) => setGroup(database, seq, null));
}

async function dropOldFingerprints(database: Database): Promise<void> {
  if (derivedVersion(database, 'fingerprints') === fingerprintVersion) return;
  transact(database, () => setGroupedThrough(database, 0));
  while (timedTransaction(database, () => deleteFingerprints(database, pageRows) > 0)) await setImmediate();
  transact(database, () => setDerivedVersion(database, 'fingerprints', fingerprintVersion));
}

/** How many interactions' texts are held at once. */
const pageRows = 500;

async function addFingerprints(context: JobContext): Promise<boolean> {
  const { database, signal } = context;
  const total = countUnfingerprinted(database);
  let done = 0;
  let after = 0;
  for (;;) {
    const page = nextUnfingerprinted(database, after, pageRows);
    const [first, last] = [page[0], page.at(-1)];
    if (first === undefined || last === undefined) return true;
    const hashes = page.map((texts) => ({ seq: texts.seq, hash: hashOf(texts) }));
    inTimedTransactions(
      database,
      hashes,
      ({ seq, hash }) => insertFingerprint(database, seq, hash),
      // Seqs at the end are given out again after they were deleted; the new ones are not grouped yet.
      () => setGroupedThrough(database, Math.min(groupedThrough(database), first.seq - 1)),
    );
    after = last.seq;
    done += page.length;
    context.report({ done, total: Math.max(done, total), unit: 'rows', rows: done });
    // Lets a cancel message arrive.
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return false;
  }
}

function hashOf({ input, output }: FingerprintedTexts): Uint8Array {
  const words = fingerprintOf(shinglesOf([input ?? '', output]));
  return words === null ? new Uint8Array(0) : new Uint8Array(words.buffer);
}
