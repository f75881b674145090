import type { ItemSummary } from '../../../shared/contract/item-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { fail, type Failure, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { findAnnotator } from '../../db/tables/annotators.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { countLabelledBy, countMatching, matchingSeqs } from '../../db/tables/item-query.ts';
import { idsOfItems, readSummaries, seqOfItem } from '../../db/tables/items.ts';

export interface ListInput {
  readonly filter?: Filter | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
  readonly annotator?: string | undefined;
}

export interface ItemPage {
  readonly items: ItemSummary[];
  readonly nextAfter: string | null;
  readonly previousBefore: string | null;
}

/**
 * One page in import order. Paged by key: a page costs the same wherever it is, and rows that arrive or leave
 * meanwhile shift nothing. FILTER_INVALID, ITEM_NOT_FOUND for an unknown `after` or `before`.
 */
export function listItems(database: Database, input: ListInput): Result<ItemPage> {
  const filter = filterToSql(database, input.filter ?? []);
  if (!filter.ok) return filter;
  const limit = input.limit ?? 100;
  const isBackwards = input.before !== undefined;
  const anchorId = input.before ?? input.after;
  const anchor = anchorId === undefined ? 0 : seqOfItem(database, anchorId);
  if (anchor === null) return notFound(anchorId);
  // One more than asked for tells whether there is another page.
  const range = isBackwards ? { before: anchor, limit: limit + 1 } : { after: anchor, limit: limit + 1 };
  const seqs = matchingSeqs(database, filter.value, range);
  const hasMore = seqs.length > limit;
  const page = isBackwards ? seqs.slice(-limit) : seqs.slice(0, limit);
  const items = readSummaries(database, page, answererOf(database, input.annotator));
  return succeed({
    items,
    nextAfter: (isBackwards || hasMore ? items.at(-1)?.id : null) ?? null,
    previousBefore: ((isBackwards ? hasMore : input.after !== undefined) ? items[0]?.id : null) ?? null,
  });
}

/** Lines of a list, in the order of the ids. */
export function itemSummaries(
  database: Database,
  input: { readonly ids: readonly string[]; readonly annotator?: string | undefined },
): ItemSummary[] {
  const seqs = input.ids.flatMap((id) => seqOfItem(database, id) ?? []);
  return readSummaries(database, seqs, answererOf(database, input.annotator));
}

/** Whose answers a list shows; null for anybody's. */
function answererOf(database: Database, annotator: string | undefined): number | null {
  // Somebody who has not labelled yet has no answers; that is not the same as everybody's.
  return annotator === undefined ? null : (findAnnotator(database, annotator)?.seq ?? 0);
}

export interface CountInput {
  readonly filter?: Filter | undefined;
  readonly annotator?: string | undefined;
}

export interface CountedItems {
  readonly total: number;
  readonly labelled: number;
  readonly labelledByAnnotator: number;
  readonly edited: number;
}

/**
 * Whether a count may take longer than others should wait for it: it goes over every interaction that matches, and a
 * million of them are up to seconds.
 */
export function isLongCount(database: Database, { filter = [] }: CountInput): boolean {
  return filter.length > 0 && newestInteraction(database) > longFrom;
}

/** Below, the longest count takes about as long as starting a thread for it. */
const longFrom = 50_000;

export function countItems(
  database: Database,
  { filter: clauses = [], annotator }: CountInput,
): Result<CountedItems> {
  const filter = filterToSql(database, clauses);
  if (!filter.ok) return filter;
  const by = annotator === undefined ? null : findAnnotator(database, annotator);
  const labelledByAnnotator = by === null ? 0 : countLabelledBy(database, filter.value, by.seq);
  return succeed({ ...countMatching(database, filter.value), labelledByAnnotator });
}

export interface NeighboursInput {
  readonly filter?: Filter | undefined;
  readonly id: string;
  readonly count?: number | undefined;
}

/** Ids before and after an interaction in the filtered order, the nearest first in both lists. */
export function neighboursOfItem(
  database: Database,
  input: NeighboursInput,
): Result<{ readonly previous: string[]; readonly next: string[] }> {
  const filter = filterToSql(database, input.filter ?? []);
  if (!filter.ok) return filter;
  const seq = seqOfItem(database, input.id);
  if (seq === null) return notFound(input.id);
  const limit = input.count ?? 1;
  const previous = matchingSeqs(database, filter.value, { before: seq, limit });
  const next = matchingSeqs(database, filter.value, { after: seq, limit });
  return succeed({ previous: idsOfItems(database, previous.toReversed()), next: idsOfItems(database, next) });
}

export function notFound(id: string | undefined): { readonly ok: false; readonly error: Failure } {
  return fail(
    'ITEM_NOT_FOUND',
    `The project has no interaction ${id ?? ''}. It may have gone with its import; reload the list.`,
  );
}
