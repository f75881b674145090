import type { Database } from '../../db/database.ts';
import { standingIds } from '../../db/tables/failure-modes.ts';
import { modeNumbers } from '../../db/tables/mode-lookups.ts';

/** The numbers of a failure mode in use and of those that it stands for, whose changes may not be assigned anew yet. */
export function seqsOfMode(database: Database, id: string): number[] {
  const numbers = modeNumbers(database);
  return [...standingIds(database)].flatMap(([one, stands]) => {
    const seq = stands === id ? numbers.get(one) : undefined;
    return seq === undefined ? [] : [seq];
  });
}
