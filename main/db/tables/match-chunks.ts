import type { Database } from '../database.ts';
import type { SqlFilter } from '../filter-to-sql.ts';
import { newestInteraction } from './interactions.ts';
import { hasSmallDriver, matchingSeqs, seqsThrough } from './item-query.ts';

/** The interactions that match a filter in chunks of import order, each read by itself. */
export interface MatchChunks {
  readonly count: number;
  readonly read: (index: number) => readonly number[];
}

/** Interactions per chunk: few enough that the rest of a page's work never waits long for one. */
const chunkSize = 256;

export function matchChunks(database: Database, filter: SqlFilter): MatchChunks {
  if (filter.impossible) return { count: 0, read: () => [] };
  const last = newestInteraction(database);
  // What is found from a small set, or from many words at once, is found whole or not at all.
  if (hasSmallDriver(database, filter) || filter.text?.includes('"*') === true)
    return chunksOf(matchingSeqs(database, filter, { after: 0, limit: last }));
  if (filter.text !== null) {
    const first = matchingSeqs(database, filter, { after: 0, limit: fewMatches });
    if (first.length < fewMatches) return chunksOf(first);
  }
  return {
    count: Math.ceil(last / chunkSize),
    read: (index) => {
      const after = index * chunkSize;
      if (filter.text !== null) return seqsThrough(database, filter, after, after + chunkSize);
      return matchingSeqs(database, filter, { after, before: after + chunkSize + 1, limit: chunkSize });
    },
  };
}

/** So few matches of a text are listed at once; finding where to begin costs more than a few of them. */
const fewMatches = 1000;

function chunksOf(seqs: readonly number[]): MatchChunks {
  return {
    count: Math.ceil(seqs.length / chunkSize),
    read: (index) => seqs.slice(index * chunkSize, (index + 1) * chunkSize),
  };
}

/** Every index below `count`, so ordered that wherever one stops, the ones before are spread evenly. */
export function* evenOrder(count: number): Generator<number> {
  const bits = Math.max(0, Math.ceil(Math.log2(count)));
  for (let step = 0; step < 2 ** bits; step++) {
    let index = 0;
    for (let bit = 0; bit < bits; bit++) index = index * 2 + (Math.floor(step / 2 ** bit) % 2);
    if (index < count) yield index;
  }
}
