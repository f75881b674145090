import type { Database } from '../../db/database.ts';
import { foldKeys } from '../../db/tables/events.ts';

/** Every fold key that any event names, in pages, so that a long journal is not held in memory. */
export function* allFoldKeys(database: Database): Generator<string> {
  let after = '';
  for (;;) {
    const page = foldKeys(database, after);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
