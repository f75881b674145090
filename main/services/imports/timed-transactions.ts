import { type Database, transact } from '../../db/database.ts';
import { isPersonWaiting } from '../../db/write-turns.ts';

/**
 * How long a job may hold the write lock. A label saved meanwhile waits for at most one such piece, so that the
 * review screen stays smooth; shorter pieces would spend the time on commits.
 */
const pieceMs = 25;

/**
 * Repeats `step` in one transaction of about 25 ms (less where a person's write waits), until it returns false.
 * `endPiece` runs after the last step in the same transaction, for what must be true together with it. Returns whether there is more to do.
 */
export function timedTransaction(
  database: Database,
  step: () => boolean,
  endPiece: () => void = () => undefined,
): boolean {
  return transact(database, () => {
    const end = performance.now() + pieceMs;
    let isMore = step();
    while (isMore && performance.now() < end && !isPersonWaiting()) isMore = step();
    endPiece();
    return isMore;
  });
}

/**
 * How many items go by between two looks at the clock, and so the fewest in a transaction: each commit writes the last
 * page of every index again, and where the machine is busy that would come to dominate.
 */
const itemsPerStep = 128;

/** Runs `write` for every item, in as many timed transactions as that takes. */
export function inTimedTransactions<T>(
  database: Database,
  items: readonly T[],
  write: (item: T) => void,
  endPiece: () => void = () => undefined,
): void {
  let at = 0;
  const writeSome = (): boolean => {
    const stop = Math.min(at + itemsPerStep, items.length);
    for (const item of items.slice(at, stop)) write(item);
    at = stop;
    return at < items.length;
  };
  while (at < items.length) timedTransaction(database, writeSome, endPiece);
}
