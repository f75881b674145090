import { setImmediate } from 'node:timers/promises';
import { type ComparedInput, comparedInput, likeness } from '../../../shared/domain/signals/likeness.ts';
import { type Database, transact } from '../../db/database.ts';
import { derivedVersion } from '../../db/tables/derived.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import {
  type AskingRow,
  askingRow,
  deleteRequeries,
  nextAsking,
  requeriesThrough,
  requeriesVersion,
  setRequeriesThrough,
  storeRequery,
  type StoredRequery,
} from '../../db/tables/requeries.ts';
import { lastInputOf } from '../../db/tables/similar-items.ts';
import { timedTransaction } from '../imports/timed-transactions.ts';
import type { JobContext } from '../job-context.ts';
import { type AskingNeighbours, createAskingNeighbours } from './asking-neighbours.ts';

/** Whether some interactions were not compared with earlier ones yet. */
export function needsRequeries(database: Database): boolean {
  return requeriesThrough(database) < newestInteraction(database);
}

/** Interactions between two looks at the clock. */
const rowsPerStep = 20;

/** Less alike ones are not kept: the settings cannot ask for less. */
const leastKept = 0.3;

/** Among earlier ones that are nearly as much alike, the nearest is asked again. */
const nearlyAsAlike = 0.1;

/** Inputs of longer texts that are read and kept at a time. */
const mostCharacters = 100_000;
const mostKeptInputs = 1000;

/**
 * Compares interactions that are new with the earlier ones of their session and user, in short transactions. Returns false
 * where the person cancelled.
 */
export async function findRequeries(
  context: Pick<JobContext, 'database' | 'signal' | 'whenRunning' | 'report'>,
): Promise<boolean> {
  const { database, signal } = context;
  await dropOlder(database);
  const start = requeriesThrough(database);
  const find = createFinder(database);
  for (let isMore = needsRequeries(database); isMore; await setImmediate()) {
    await context.whenRunning();
    if (signal.aborted) return false;
    isMore = timedTransaction(database, () => findStep(database, find));
    const done = requeriesThrough(database) - start;
    context.report({ done, total: newestInteraction(database) - start, unit: 'rows', rows: done });
  }
  return true;
}

function findStep(database: Database, find: (row: AskingRow) => void): boolean {
  const rows = nextAsking(database, requeriesThrough(database), rowsPerStep);
  for (const row of rows) find(row);
  const last = rows.at(-1);
  if (last !== undefined) setRequeriesThrough(database, last.seq);
  return rows.length === rowsPerStep;
}

/** Finds and stores what one interaction asks again, and anew what those ask that were stored before and come after it. */
function createFinder(database: Database): (row: AskingRow) => void {
  const inputs = createInputs(database);
  const askingNeighbours = createAskingNeighbours(database);
  const store = (row: AskingRow, { earlier }: AskingNeighbours) =>
    storeRequery(database, row.seq, chooseEarlier(inputs, row.seq, earlier));
  return (row) => {
    const neighbours = askingNeighbours(row);
    store(row, neighbours);
    for (const seq of neighbours.later) {
      const later = seq < row.seq ? askingRow(database, seq) : null;
      if (later !== null) store(later, askingNeighbours(later));
    }
  };
}

type Earlier = AskingNeighbours['earlier'][number];

function chooseEarlier(
  inputOf: (seq: number) => ComparedInput,
  seq: number,
  earlier: readonly Earlier[],
): StoredRequery | null {
  const found = earlier
    .map((one): StoredRequery => ({
      earlierSeq: one.seq,
      scope: one.scope,
      gapMs: one.gapMs,
      likeness: likeness(inputOf(one.seq), inputOf(seq)),
    }))
    .filter((one) => one.likeness >= leastKept);
  const best = Math.max(...found.map((one) => one.likeness));
  return found.find((one) => one.likeness >= best - nearlyAsAlike) ?? null;
}

/** Reads inputs; those of a session are compared several times, one soon after the other. */
function createInputs(database: Database): (seq: number) => ComparedInput {
  const kept = new Map<number, ComparedInput>();
  return (seq) => {
    const known = kept.get(seq);
    if (known !== undefined) return known;
    const input = comparedInput(lastInputOf(database, seq, mostCharacters));
    if (kept.size >= mostKeptInputs) kept.clear();
    kept.set(seq, input);
    return input;
  };
}

/** How many pairs are deleted at once. */
const deletedRows = 200;

async function dropOlder(database: Database): Promise<void> {
  const version = derivedVersion(database, 'requeries');
  if (version === null || version === requeriesVersion) return;
  while (timedTransaction(database, () => deleteRequeries(database, deletedRows) > 0)) await setImmediate();
  transact(database, () => setRequeriesThrough(database, 0));
}
