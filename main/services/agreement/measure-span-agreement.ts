import type { SpansAgreement } from '../../../shared/contract/agreement-operations.ts';
import { createMarkedTally } from '../../../shared/domain/agreement/marked-text.ts';
import { createSpanTally, type Span } from '../../../shared/domain/agreement/span-agreement.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql, type SqlFilter } from '../../db/filter-to-sql.ts';
import type { AnnotatorRow } from '../../db/tables/annotators.ts';
import { matchingSeqs } from '../../db/tables/item-query.ts';
import { answerers, interactionsWithSpans, markedSpans, spanRaters } from '../../db/tables/span-agreement.ts';
import { ratersOf } from './plan-agreement.ts';
import { runInSlices } from './run-in-slices.ts';

export interface SpanAgreementInput {
  readonly filter?: Filter | undefined;
  readonly annotators?: readonly string[] | undefined;
}

/** Interactions between two yields. */
const pageSize = 500;

/** Of a crowd, the pairs with the most interactions in common. */
const mostPairs = 105;

/**
 * How far annotators label the same parts of outputs. An interaction counts for two of them where both worked on it, by a
 * label on a part or an answer, and one at least labelled a part: who answered and marked nothing found nothing to mark.
 * INPUT_INVALID for unknown annotators, FILTER_INVALID, JOB_CANCELLED.
 */
export async function measureSpanAgreement(
  database: Database,
  { filter, annotators }: SpanAgreementInput,
  signal?: AbortSignal,
): Promise<Result<SpansAgreement>> {
  const named = ratersOf(database, annotators);
  if (!named.ok) return named;
  const compiled = filter === undefined || filter.length === 0 ? null : filterToSql(database, filter);
  if (compiled?.ok === false) return compiled;
  const marking = spanRaters(database);
  const raters = named.value.filter(({ seq }) => marking.has(seq));
  return runInSlices(measure(database, raters, compiled?.value ?? null), signal);
}

function* measure(
  database: Database,
  raters: readonly AnnotatorRow[],
  filter: SqlFilter | null,
): Generator<void, SpansAgreement> {
  const pairs = new Map<string, PairTally>();
  const places = new Map(raters.map(({ seq }, place) => [seq, place]));
  const seen = new Set<number>();
  let [items, spans] = [0, 0];
  for (const page of pages(database, filter)) {
    for (const work of workOn(database, page, places).values()) {
      const present = [...work.keys()].toSorted((a, b) => a - b);
      if (present.length < 2 || [...work.values()].every((marked) => marked.length === 0)) continue;
      items += 1;
      for (const place of present) {
        seen.add(place);
        spans += work.get(place)?.length ?? 0;
      }
      addPairs(pairs, present, work);
    }
    yield;
  }
  const nameOf = (place: number) => raters[place]?.name ?? '';
  const all = [...pairs.values()].toSorted((a, b) => b.items - a.items);
  return {
    items,
    spans,
    raters: [...seen].toSorted((a, b) => a - b).map(nameOf),
    pairs: all.slice(0, mostPairs).map(({ pair: [a, b], ...tally }) => ({
      pair: [nameOf(a), nameOf(b)],
      items: tally.items,
      spans: tally.spans,
      text: tally.text.finish(),
      marked: tally.marked.finish(),
      named: tally.named.finish(),
    })),
    pairs_left_out: Math.max(0, all.length - mostPairs),
  };
}

/** Interactions in import order that may have labels on parts of their outputs. */
function* pages(database: Database, filter: SqlFilter | null): Generator<number[]> {
  for (let after = 0; ;) {
    const page =
      filter === null
        ? interactionsWithSpans(database, after, pageSize)
        : matchingSeqs(database, filter, { after, limit: pageSize });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last;
  }
}

/** What each rater, by place in the list of them, marked in one output. */
type Work = Map<number, Span[]>;

function workOn(
  database: Database,
  page: readonly number[],
  places: ReadonlyMap<number, number>,
): Map<number, Work> {
  const works = new Map<number, Work>();
  const markedBy = (seq: number, annotatorSeq: number): Span[] => {
    const place = places.get(annotatorSeq);
    if (place === undefined) return [];
    const work: Work = works.get(seq) ?? new Map();
    works.set(seq, work);
    const marked = work.get(place) ?? [];
    work.set(place, marked);
    return marked;
  };
  for (const { seq, annotatorSeq, ...span } of markedSpans(database, page))
    markedBy(seq, annotatorSeq).push(span);
  for (const { seq, annotatorSeq } of answerers(database, [...works.keys()])) markedBy(seq, annotatorSeq);
  return works;
}

interface PairTally {
  readonly pair: readonly [number, number];
  items: number;
  readonly spans: [number, number];
  readonly text: ReturnType<typeof createMarkedTally>;
  readonly marked: ReturnType<typeof createSpanTally>;
  readonly named: ReturnType<typeof createSpanTally>;
}

function addPairs(pairs: Map<string, PairTally>, present: readonly number[], work: Work): void {
  for (const [index, a] of present.entries()) {
    for (const b of present.slice(index + 1)) {
      const [first, second] = [work.get(a) ?? [], work.get(b) ?? []];
      if (first.length + second.length === 0) continue;
      const tally = pairs.get(`${a} ${b}`) ?? newTally([a, b]);
      pairs.set(`${a} ${b}`, tally);
      tally.items += 1;
      tally.spans[0] += first.length;
      tally.spans[1] += second.length;
      tally.text.add(first, second);
      tally.marked.add(first.map(unnamed), second.map(unnamed));
      tally.named.add(first, second);
    }
  }
}

function newTally(pair: readonly [number, number]): PairTally {
  return {
    pair,
    items: 0,
    spans: [0, 0],
    text: createMarkedTally(),
    marked: createSpanTally(),
    named: createSpanTally(),
  };
}

function unnamed({ start, end }: Span): Span {
  return { name: '', start, end };
}
