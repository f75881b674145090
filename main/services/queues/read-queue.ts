import type { Queue, QueueProgress, QueueShare } from '../../../shared/contract/queue-operations.ts';
import type { ItemSummary } from '../../../shared/contract/item-operations.ts';
import { everybody } from '../../../shared/domain/queue/divide-queue.ts';
import { paceOf } from '../../../shared/domain/queue/pace.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { findAnnotator, listAnnotators } from '../../db/tables/annotators.ts';
import { matchingSeqs } from '../../db/tables/item-query.ts';
import { idsOfItems, readSummaries, seqOfItem } from '../../db/tables/items.ts';
import { countDone, countDoneBy, latestDone, readDone } from '../../db/tables/queue-done.ts';
import { placesOf, positionOf, type QueueView } from '../../db/tables/queue-items.ts';
import { findQueue, listQueues, type QueueRow } from '../../db/tables/queues.ts';
import { notFound } from '../items/list-items.ts';
import { queueNotFound } from './queue-not-found.ts';

/** Every queue, by name. */
export function queues(database: Database): Queue[] {
  return listQueues(database).map((row) => describeQueue(database, row));
}

/** QUEUE_NOT_FOUND. */
export function getQueue(database: Database, id: string): Result<Queue> {
  const row = findQueue(database, id);
  return row === null ? queueNotFound() : succeed(describeQueue(database, row));
}

function describeQueue(database: Database, row: QueueRow): Queue {
  const { id, settings, createdAt, madeAt, size, note } = row;
  return {
    ...settings,
    id,
    createdAt,
    madeAt,
    size,
    note,
    newSince: countNew(database, row),
    progress: sharesOf(database, row),
  };
}

/** New interactions are counted so far. */
const mostNew = 1000;

function countNew(database: Database, { settings, madeAt, throughSeq }: QueueRow): Queue['newSince'] {
  const filter = filterToSql(database, settings.filter);
  if (madeAt === null || !filter.ok) return { count: 0, isMore: false };
  const found = matchingSeqs(database, filter.value, { after: throughSeq, limit: mostNew + 1 });
  return { count: Math.min(found.length, mostNew), isMore: found.length > mostNew };
}

function sharesOf(database: Database, row: QueueRow): QueueShare[] {
  const { build, annotators } = row;
  if (build === null) return [];
  const done = new Map(countDone(database, build).map((counts) => [counts.annotatorSeq, counts]));
  const shown =
    annotators.length > 0 ? annotators : listAnnotators(database).filter(({ seq }) => done.has(seq));
  return shown.map(({ seq, name }) => ({
    annotator: name,
    total: totalOf(row, seq),
    done: done.get(seq)?.done ?? 0,
    skipped: done.get(seq)?.skipped ?? 0,
  }));
}

function totalOf(row: QueueRow, annotatorSeq: number): number {
  return assigneesOf(row, annotatorSeq).reduce(
    (sum, assignee) => sum + (row.counts[String(assignee)] ?? 0),
    0,
  );
}

/** Whose places an annotator has: their own and everybody's, or none where the queue is for others. */
function assigneesOf({ annotators }: QueueRow, annotatorSeq: number): number[] {
  if (annotators.length === 0) return [everybody];
  return annotators.some(({ seq }) => seq === annotatorSeq) ? [everybody, annotatorSeq] : [];
}

/** What the annotator sees of a queue that was made; without one, all of it but gold items. */
function viewOf(row: QueueRow, annotatorSeq: number | null): QueueView | null {
  if (row.build === null) return null;
  if (annotatorSeq !== null)
    return { build: row.build, assignees: assigneesOf(row, annotatorSeq), withGold: true };
  return { build: row.build, assignees: Object.keys(row.counts).map(Number), withGold: false };
}

/** Where the annotator's interactions of a queue stand, and how many they are; null before it was made. QUEUE_NOT_FOUND. */
export function viewOfAnnotator(
  database: Database,
  { queue, annotator }: { readonly queue: string; readonly annotator: string },
): Result<{ readonly view: QueueView; readonly total: number } | null> {
  const row = findQueue(database, queue);
  if (row === null) return queueNotFound();
  const seq = seqOfAnnotator(database, annotator);
  const view = viewOf(row, seq);
  return succeed(view === null ? null : { view, total: totalOf(row, seq) });
}

/** Nobody's, of an annotator who has not done anything yet. */
const nobody = -1;

function seqOfAnnotator(database: Database, name: string): number {
  return findAnnotator(database, name)?.seq ?? nobody;
}

export interface QueuePageInput {
  readonly queue: string;
  readonly annotator?: string | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}

export interface QueuePage {
  readonly items: (ItemSummary & { readonly done: boolean; readonly skipped: boolean })[];
  readonly nextAfter: string | null;
  readonly previousBefore: string | null;
}

/** One page in the queue's order. QUEUE_NOT_FOUND, ITEM_NOT_FOUND for an `after` or `before` that is not in it. */
export function queueItems(database: Database, input: QueuePageInput): Result<QueuePage> {
  const row = findQueue(database, input.queue);
  if (row === null) return queueNotFound();
  const annotatorSeq = input.annotator === undefined ? null : seqOfAnnotator(database, input.annotator);
  const view = viewOf(row, annotatorSeq);
  if (view === null) return succeed({ items: [], nextAfter: null, previousBefore: null });
  const isBackwards = input.before !== undefined;
  const anchorId = input.before ?? input.after;
  const anchor = anchorId === undefined ? undefined : placeOfId(database, view, anchorId);
  if (anchor === null) return notFound(anchorId);
  const limit = input.limit ?? 100;
  // One more than asked for tells whether there is another page.
  const range = anchor === undefined ? {} : isBackwards ? { before: anchor } : { after: anchor };
  const places = placesOf(database, view, { ...range, limit: limit + 1 });
  const hasMore = places.length > limit;
  const page = isBackwards ? places.slice(-limit) : places.slice(0, limit);
  const seqs = page.map(({ seq }) => seq);
  const summaries = readSummaries(database, seqs, annotatorSeq);
  const items = summaries.map((summary, index) => {
    const interactionSeq = seqs[index] ?? nobody;
    const done =
      annotatorSeq === null ? null : readDone(database, view.build, { interactionSeq, annotatorSeq });
    return Object.assign(summary, { done: done !== null, skipped: done?.skipped ?? false });
  });
  return succeed({
    items,
    nextAfter: (isBackwards || hasMore ? items.at(-1)?.id : null) ?? null,
    previousBefore: ((isBackwards ? hasMore : input.after !== undefined) ? items[0]?.id : null) ?? null,
  });
}

function placeOfId(database: Database, view: QueueView, id: string): number | null {
  const seq = seqOfItem(database, id);
  return seq === null ? null : positionOf(database, view, seq);
}

export interface QueueNeighboursInput {
  readonly queue: string;
  readonly annotator?: string | undefined;
  readonly id: string;
  readonly count?: number | undefined;
}

/** Ids around an interaction in the queue's order, the nearest first; none where it is not in the queue. QUEUE_NOT_FOUND. */
export function queueNeighbours(
  database: Database,
  { queue, annotator, id, count: limit = 1 }: QueueNeighboursInput,
): Result<{ readonly previous: string[]; readonly next: string[] }> {
  const row = findQueue(database, queue);
  if (row === null) return queueNotFound();
  const view = viewOf(row, annotator === undefined ? null : seqOfAnnotator(database, annotator));
  const place = view === null ? null : placeOfId(database, view, id);
  if (view === null || place === null) return succeed({ previous: [], next: [] });
  const before = placesOf(database, view, { before: place, limit }).toReversed();
  const after = placesOf(database, view, { after: place, limit });
  return succeed({
    previous: idsOfItems(
      database,
      before.map(({ seq }) => seq),
    ),
    next: idsOfItems(
      database,
      after.map(({ seq }) => seq),
    ),
  });
}

export interface NextInput {
  readonly queue: string;
  readonly annotator: string;
  readonly after?: string | undefined;
  readonly count?: number | undefined;
}

/** Ids of what the annotator has not done, in order, behind `after` or from the start. QUEUE_NOT_FOUND. */
export function nextInQueue(
  database: Database,
  { queue, annotator, after, count: limit = 1 }: NextInput,
): Result<{ readonly ids: string[] }> {
  const row = findQueue(database, queue);
  if (row === null) return queueNotFound();
  const annotatorSeq = seqOfAnnotator(database, annotator);
  const view = viewOf(row, annotatorSeq);
  if (view === null) return succeed({ ids: [] });
  const place = after === undefined ? null : placeOfId(database, view, after);
  const range = place === null ? {} : { after: place };
  const places = placesOf(database, view, { ...range, limit, openFor: annotatorSeq });
  return succeed({
    ids: idsOfItems(
      database,
      places.map(({ seq }) => seq),
    ),
  });
}

/** The last ones done that tell the pace. */
const mostTimes = 500;

/** How far an annotator is, and how long the rest takes at this pace. QUEUE_NOT_FOUND. */
export function queueProgress(
  database: Database,
  { queue, annotator }: { readonly queue: string; readonly annotator: string },
): Result<QueueProgress> {
  const row = findQueue(database, queue);
  if (row === null) return queueNotFound();
  const seq = seqOfAnnotator(database, annotator);
  const { build } = row;
  const total = totalOf(row, seq);
  const { done, skipped } = build === null ? { done: 0, skipped: 0 } : countDoneBy(database, build, seq);
  const paceMs = build === null ? null : paceOf(latestDone(database, build, seq, mostTimes));
  return succeed({
    annotator,
    isAssigned: assigneesOf(row, seq).length > 0,
    total,
    done,
    skipped,
    itemsPerHour: paceMs === null || paceMs === 0 ? null : 3_600_000 / paceMs,
    secondsLeft: paceMs === null ? null : ((total - done) * paceMs) / 1000,
  });
}
