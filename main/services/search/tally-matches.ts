import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import type { SqlFilter } from '../../db/filter-to-sql.ts';
import { countValues, type FacetFamily, type ValueCount } from '../../db/tables/facet-counts.ts';
import { evenOrder, matchChunks } from '../../db/tables/match-chunks.ts';

export interface TallyOptions {
  readonly families: ReadonlySet<FacetFamily>;
  /** Questions whose answers are texts of their own and not counted. */
  readonly textQuestions: readonly string[];
  /** Milliseconds after which what is counted so far stands for all. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Tally {
  /** By field, then by value. Estimates where `isAbout`. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<ValueCount['value'], number>>;
  readonly isAbout: boolean;
}

/** Interactions counted at a time. */
const batchSize = 200;

/**
 * Counts the values of interactions that match, in steps of a few milliseconds between which everything else goes
 * on. It goes through them evenly, so that it can stop when patience ends and scale up what it has. Throws the
 * signal's reason when that is aborted.
 */
export async function tallyMatches(
  database: Database,
  filter: SqlFilter,
  { families, textQuestions, patience, signal }: TallyOptions,
): Promise<Tally> {
  const startedAt = performance.now();
  const counts = new Map<string, Map<ValueCount['value'], number>>();
  const chunks = matchChunks(database, filter);
  let read = 0;
  let batch: number[] = [];
  const countBatch = () => {
    for (const { field, value, count } of countValues(database, batch, families, textQuestions)) {
      const byValue = counts.get(field) ?? new Map<ValueCount['value'], number>();
      counts.set(field, byValue.set(value, (byValue.get(value) ?? 0) + count));
    }
    batch = [];
  };
  let pausedAt = performance.now();
  for (const index of evenOrder(chunks.count)) {
    batch = batch.concat(chunks.read(index));
    read += 1;
    if (batch.length >= batchSize) countBatch();
    if (performance.now() - startedAt > patience) break;
    if (performance.now() - pausedAt < stepMs) continue;
    await setImmediate();
    signal?.throwIfAborted();
    pausedAt = performance.now();
  }
  if (batch.length > 0) countBatch();
  const isAbout = read < chunks.count;
  return { counts: isAbout ? scaled(counts, chunks.count / read) : counts, isAbout };
}

/** Milliseconds of work at a time. */
const stepMs = 8;

function scaled(counts: ReadonlyMap<string, ReadonlyMap<ValueCount['value'], number>>, factor: number) {
  const scale = (byValue: ReadonlyMap<ValueCount['value'], number>) =>
    new Map(Array.from(byValue, ([value, count]) => [value, twoDigits(count * factor)]));
  return new Map(Array.from(counts, ([field, byValue]) => [field, scale(byValue)]));
}

/** Two significant digits: more would claim what a part of the interactions does not tell. */
function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
