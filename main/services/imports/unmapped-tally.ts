import type { JsonObject } from '../../../shared/domain/json.ts';

/** Names beyond this are not told apart: some logs have a column per row. */
const nameLimit = 500;

/** Counts in how many rows each column was filled that no target took. */
export interface UnmappedTally {
  readonly add: (rest: JsonObject) => void;
  readonly report: () => Record<string, number>;
}

export function createUnmappedTally(): UnmappedTally {
  const counts = new Map<string, number>();
  return {
    add: (rest) => {
      for (const name in rest) {
        const value = rest[name];
        if (value === null || value === undefined || value === '') continue;
        const count = counts.get(name);
        if (count !== undefined) counts.set(name, count + 1);
        else if (counts.size < nameLimit) counts.set(name, 1);
      }
    },
    report: () => Object.fromEntries(counts),
  };
}
