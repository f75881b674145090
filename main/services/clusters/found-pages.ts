import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import type { FoundChange } from '../../db/tables/changes.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { createChangeFinder } from './find-changes.ts';

/** Changes of some interactions, all of them up to the seq `last`. */
export interface FoundPage {
  readonly changes: readonly FoundChange[];
  readonly last: number;
}

/** How many interactions are compared in one piece. */
const pageRows = 200;

/** Finds the changes of every interaction behind a seq, page by page, with pauses in which a cancel may arrive. */
export async function* foundPages(database: Database, from: number): AsyncGenerator<FoundPage> {
  const newest = newestInteraction(database);
  const find = createChangeFinder(database);
  for (let after = from; after < newest; await setImmediate()) {
    const last = Math.min(after + pageRows, newest);
    yield { changes: find(after, last), last };
    after = last;
  }
}
