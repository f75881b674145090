import { setImmediate } from 'node:timers/promises';
import { fingerprintWords } from '../../../shared/domain/text/fingerprint.ts';
import { groupingSteps, type Verify } from '../../../shared/domain/text/group-near-duplicates.ts';
import { jaccard, shinglesOf } from '../../../shared/domain/text/shingles.ts';
import { type Database, transact } from '../../db/database.ts';
import {
  countFingerprints,
  fingerprintedTexts,
  fingerprintsAfter,
  groupedThrough,
  setGroup,
  setGroupedThrough,
} from '../../db/tables/near-duplicates.ts';
import type { JobContext } from '../job-context.ts';
import { inTimedTransactions } from './timed-transactions.ts';

/**
 * Groups all interactions with a fingerprint, in 90 bytes of memory for each, and stores what changed. Those that were
 * grouped before are not compared again. Returns false where the person cancelled; then the stored groups stay.
 */
export async function groupFingerprints(context: JobContext): Promise<boolean> {
  const { database, signal } = context;
  const loaded = await loadFingerprints(database);
  const through = groupedThrough(database);
  const readShingles = createShingleReader(database);
  const verify: Verify = (a, b) => {
    const [first, second] = [loaded.seqs[a] ?? 0, loaded.seqs[b] ?? 0];
    if (first <= through && second <= through) {
      return loaded.groups[a] !== 0 && loaded.groups[a] === loaded.groups[b];
    }
    return jaccard(readShingles(first), readShingles(second)) >= minShare;
  };
  const steps = groupingSteps(loaded.words, verify);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      await storeGroups(database, loaded, step.value);
      return true;
    }
    const done = Math.round(step.value * loaded.count);
    context.report({ done, total: loaded.count, unit: 'rows', rows: done });
    // Lets a cancel message arrive.
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return false;
  }
}

/** How much near-duplicates share of all their shingles. */
const minShare = 0.8;

interface LoadedFingerprints {
  readonly count: number;
  readonly words: Uint32Array;
  readonly seqs: Uint32Array;
  /** As they are stored; 0 for none. */
  readonly groups: Uint32Array;
  /** Every fingerprint up to this seq is among them. */
  readonly through: number;
}

const pageRows = 4096;

async function loadFingerprints(database: Database): Promise<LoadedFingerprints> {
  const room = countFingerprints(database);
  const words = new Uint32Array(room * fingerprintWords);
  // The bytes are little-endian, as on every machine that the app runs on.
  const bytes = new Uint8Array(words.buffer);
  const seqs = new Uint32Array(room);
  const groups = new Uint32Array(room);
  let count = 0;
  let through = 0;
  while (count < room) {
    const page = fingerprintsAfter(database, through, Math.min(pageRows, room - count));
    if (page.length === 0) break;
    for (const { seq, hash, group } of page) {
      bytes.set(hash, count * fingerprintWords * 4);
      seqs[count] = seq;
      groups[count] = group ?? 0;
      count++;
      through = seq;
    }
    await setImmediate();
  }
  return { count, words: words.subarray(0, count * fingerprintWords), seqs, groups, through };
}

/** Remembers the last ones read, since those that stand for a group are asked for again and again. */
function createShingleReader(database: Database): (seq: number) => Uint32Array {
  const known = new Map<number, Uint32Array>();
  let size = 0;
  return (seq) => {
    const remembered = known.get(seq);
    if (remembered !== undefined) return remembered;
    const texts = fingerprintedTexts(database, seq);
    const shingles = texts === null ? new Uint32Array(0) : shinglesOf([texts.input ?? '', texts.output]);
    size += shingles.length;
    if (size > maxRemembered) {
      known.clear();
      size = shingles.length;
    }
    known.set(seq, shingles);
    return shingles;
  };
}

const maxRemembered = 2 ** 21;

/**
 * While groups are being written, none of them counts as stored: after a crash in between they are all compared again.
 */
async function storeGroups(
  database: Database,
  loaded: LoadedFingerprints,
  firsts: Uint32Array,
): Promise<void> {
  const { count, seqs, groups, through } = loaded;
  const sizes = new Uint32Array(count);
  for (const first of firsts) sizes[first] = (sizes[first] ?? 0) + 1;
  const groupOf = (item: number): number => {
    const first = firsts[item] ?? item;
    return (sizes[first] ?? 0) > 1 ? (seqs[first] ?? 0) : 0;
  };
  transact(database, () => setGroupedThrough(database, 0));
  for (let from = 0; from < count; from += pageRows) {
    const page = Array.from({ length: Math.min(pageRows, count - from) }, (_, index) => from + index);
    const changed = page.filter((item) => groupOf(item) !== groups[item]);
    inTimedTransactions(database, changed, (item) => {
      const group = groupOf(item);
      setGroup(database, seqs[item] ?? 0, group === 0 ? null : group);
    });
    await setImmediate();
  }
  transact(database, () => setGroupedThrough(database, through));
}
