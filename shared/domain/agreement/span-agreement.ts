import type { LabelValue } from '../schema/label-schema.ts';

/** A part of a text with the name somebody gave it, from `start` to before `end`. */
export interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** How well two raters' spans match, from 0 to 1; null where neither has marked anything. */
export interface SpanAgreement {
  /** F1 of spans with equal name, start and end. */
  readonly exact: number | null;
  /** F1 of spans that overlap with one of the same name by the other rater. */
  readonly overlapping: number | null;
}

export interface SpanTally {
  /** Takes both raters' spans on one item, for `times` items. */
  add(first: readonly Span[], second: readonly Span[], times?: number): void;
  finish(): SpanAgreement;
}

/**
 * F1 is the number of spans of either rater that match one of the other, divided by the number of spans of both. It is
 * used where kappa is not, because what nobody marked cannot be counted: G. Hripcsak and A. Rothschild (2005),
 * "Agreement, the F-measure, and reliability in information retrieval", JAMIA 12, 296-298. Overlap as a match, in both
 * directions: J. Wiebe, T. Wilson and C. Cardie (2005), "Annotating expressions of opinions and emotions in language",
 * Language Resources and Evaluation 39, 165-210.
 */
export function createSpanTally(): SpanTally {
  let spans = 0;
  let exact = 0;
  let overlapping = 0;
  return {
    add(first, second, times = 1) {
      spans += (first.length + second.length) * times;
      exact += 2 * countEqual(first, second) * times;
      overlapping += (countOverlapping(first, second) + countOverlapping(second, first)) * times;
    },
    finish: () => ({
      exact: spans === 0 ? null : exact / spans,
      overlapping: spans === 0 ? null : overlapping / spans,
    }),
  };
}

/** The spans of an answer such as `PERSON[0:15]`, or a list of them; null where it is none. */
export function spansOf(value: LabelValue): readonly Span[] | null {
  const spans: Span[] = [];
  for (const text of Array.isArray(value) ? value : [value]) {
    const match = /^(.*)\[(\d{1,15}):(\d{1,15})\]$/su.exec(String(text));
    if (match === null) return null;
    spans.push({ name: match[1] ?? '', start: Number(match[2]), end: Number(match[3]) });
  }
  return spans;
}

/** Each span matches one at most, also where a rater has marked the same twice. */
function countEqual(first: readonly Span[], second: readonly Span[]): number {
  const open = new Map<string, number>();
  for (const span of second) open.set(keyOf(span), (open.get(keyOf(span)) ?? 0) + 1);
  let equal = 0;
  for (const span of first) {
    const left = open.get(keyOf(span)) ?? 0;
    if (left === 0) continue;
    open.set(keyOf(span), left - 1);
    equal++;
  }
  return equal;
}

function countOverlapping(spans: readonly Span[], others: readonly Span[]): number {
  return spans.filter((span) => others.some((other) => overlaps(span, other))).length;
}

function overlaps(a: Span, b: Span): boolean {
  const isSame = a.start === b.start && a.end === b.end;
  return a.name === b.name && (isSame || (a.start < b.end && b.start < a.end));
}

function keyOf({ name, start, end }: Span): string {
  return `${start}:${end}:${name}`;
}
