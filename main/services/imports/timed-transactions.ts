import { type Database, transact } from '../../db/database.ts';
import { isPersonWaiting } from '../../db/write-turns.ts';

/**
 * How long a job may hold the write lock. A label saved meanwhile waits for at most one such piece, so that the
 * review screen stays smooth; shorter pieces would spend the time on commits.
 */
const pieceMs = 25;

/**
 * The same while nobody writes. Each commit writes every page again that a row of it touched; with a million rows that is
 * a page a row in each index of values in no order, unless many rows share it.
 */
const quietPieceMs = 200;

/** How long nobody must have waited for the pieces to become long ones. */
const quietAfterMs = 3000;

let waitedAt = -Infinity;

function noteWaiting(now: number): boolean {
  const isWaiting = isPersonWaiting();
  if (isWaiting) waitedAt = now;
  return isWaiting;
}

/**
 * Repeats `step` in one transaction of about 25 ms, 200 ms where nobody has written for a while, and less where a
 * person's write waits, until it returns false.
 * `endPiece` runs after the last step in the same transaction, for what must be true together with it. Returns whether there is more to do.
 */
export function timedTransaction(
  database: Database,
  step: () => boolean,
  endPiece: () => void = () => undefined,
): boolean {
  noteWaiting(performance.now());
  return transact(database, () => {
    const start = performance.now();
    const end = start + (start - waitedAt > quietAfterMs ? quietPieceMs : pieceMs);
    let isMore = step();
    for (let now = performance.now(); isMore && now < end && !noteWaiting(now); now = performance.now()) {
      isMore = step();
    }
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
  items: Iterable<T>,
  write: (item: T) => void,
  endPiece: () => void = () => undefined,
): void {
  const iterator = items[Symbol.iterator]();
  let next = iterator.next();
  const writeSome = (): boolean => {
    for (let count = 0; count < itemsPerStep && next.done !== true; count++) {
      write(next.value);
      next = iterator.next();
    }
    return next.done !== true;
  };
  while (next.done !== true) timedTransaction(database, writeSome, endPiece);
}
