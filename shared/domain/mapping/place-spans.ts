import type { JsonObject } from '../json.ts';
import type { SpanPlace } from '../spans/span-place.ts';
import { placeKey, placeProblem } from '../spans/span-place.ts';
import type { MappedSpan } from './mapped-row.ts';
import type { ArrivedSpan } from './read-span.ts';
import { unnamedAnnotator } from './read-labels.ts';

export interface PlacedSpans {
  readonly placed: readonly MappedSpan[];
  /** Those that the output has no place for, or that say nothing, as they stand in the row. */
  readonly unplaced: readonly JsonObject[];
}

/**
 * Finds each span's place in the output. Numbers count where the text there is the one that is named, in UTF-16 units or,
 * as Python writes them, in code points; else the text itself is looked for: the first place of it that none before took.
 */
export function placeSpans(
  output: string,
  spans: readonly ArrivedSpan[],
  rowAnnotator: string | null,
): PlacedSpans {
  if (spans.length === 0) return none;
  const placed: MappedSpan[] = [];
  const unplaced: JsonObject[] = [];
  const taken = new Map<string, Taken>();
  const effort: Effort = { left: mostEffort };
  for (const span of spans) {
    const annotator = span.annotator ?? rowAnnotator ?? unnamedAnnotator;
    const own = taken.get(annotator) ?? { keys: new Set<string>(), places: [] };
    taken.set(annotator, own);
    const saysNothing = span.category === null && span.severity === null && span.note === null;
    const place = saysNothing ? null : findPlace(output, span, own, effort);
    if (place === null) {
      unplaced.push(span.source);
      continue;
    }
    own.keys.add(placeKey(place));
    own.places.push(place);
    const { category, severity, note } = span;
    placed.push({
      ...place,
      quote: output.slice(place.start, place.end),
      annotator,
      category,
      severity,
      note,
    });
  }
  return { placed, unplaced };
}

const none: PlacedSpans = { placed: [], unplaced: [] };

/** What one annotator has marked before. */
interface Taken {
  readonly keys: Set<string>;
  readonly places: SpanPlace[];
}

/**
 * What is left to do for one row, in comparisons: a list of a stranger may ask for any number of them. What is not
 * looked for is kept with those that have no place.
 */
interface Effort {
  left: number;
}

const mostEffort = 20_000_000;

function findPlace(output: string, span: ArrivedSpan, taken: Taken, effort: Effort): SpanPlace | null {
  const isFree = (place: SpanPlace): boolean =>
    placeProblem(output, place) === null && !taken.keys.has(placeKey(place));
  if (effort.left <= 0) return null;
  const stated = statedPlace(output, span, effort);
  if (stated !== null) return isFree(stated) ? stated : null;
  const { text, added } = span;
  if (text === null) return null;
  let overlapping: SpanPlace | null = null;
  // A text is looked for many characters at a time.
  effort.left -= output.length / 64;
  for (
    let start = output.indexOf(text);
    start >= 0 && effort.left > 0;
    start = output.indexOf(text, start + 1)
  ) {
    effort.left -= 1 + taken.places.length;
    const place = { start, end: start + text.length, added };
    if (!isFree(place)) continue;
    if (!taken.places.some((other) => start < other.end && other.start < place.end)) return place;
    // Marks within marks are fine where the text is nowhere else.
    overlapping ??= place;
  }
  return overlapping;
}

/** The place that the span's numbers name; null where there is none, or another text than the span's stands there. */
function statedPlace(
  output: string,
  { start, end, text, added }: ArrivedSpan,
  effort: Effort,
): SpanPlace | null {
  if (start === null || end === null) return null;
  const inUnits = { start, end, added };
  if (fits(output, inUnits, text)) return inUnits;
  effort.left -= Math.min(end, output.length);
  const inPoints = { start: unitOfPoint(output, start), end: unitOfPoint(output, end), added };
  return fits(output, inPoints, text) ? inPoints : null;
}

function fits(output: string, place: SpanPlace, text: string | null): boolean {
  if (placeProblem(output, place) !== null) return false;
  return text === null || output.slice(place.start, place.end) === text;
}

/** Where the code point of this number begins, in UTF-16 units; past the end it stays past the end. */
function unitOfPoint(text: string, point: number): number {
  // Numbers of strangers can be of any size.
  if (point > text.length) return point;
  let unit = 0;
  for (let left = point; left > 0; left -= 1) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}
