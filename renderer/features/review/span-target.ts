import type { Item, SpanLabel } from '../../../shared/contract/item-operations.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { Change } from '../../../shared/domain/diff/diff-texts.ts';
import { placeKey, type SpanPlace } from '../../../shared/domain/spans/span-place.ts';
import type { SpanValue } from '../../../shared/domain/spans/span-value.ts';
import type { OutputRange } from '../../ui/diff/output-range.ts';

/** Where the label of a change stands. */
export function placeOfChange({ outputStart, outputEnd, added }: Change): SpanPlace {
  return { start: outputStart, end: outputEnd, added };
}

/** A marked part of the output, without the white space around it; null where that is all there is. */
export function placeOfRange(output: string, { start, end }: OutputRange): SpanPlace | null {
  const text = output.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  const to = end - (text.length - text.trimEnd().length);
  return from < to ? { start: from, end: to, added: null } : null;
}

export function isSamePlace(left: SpanPlace, right: SpanPlace): boolean {
  return placeKey(left) === placeKey(right);
}

/** What this annotator says of a place. */
export function ownSpan(item: Item, annotator: string, place: SpanPlace): SpanLabel | undefined {
  return item.spans.find((span) => span.annotator === annotator && isSamePlace(span, place));
}

/** What a label says, as it is sent; an imported category stands for the failure mode of that name. */
export function valueOfSpan({ failureMode, category, severity, note }: SpanLabel): SpanValue {
  return { failureMode: failureMode ?? category, severity, note };
}

export function spanName({ failureModeName, category, note }: SpanLabel): string {
  return failureModeName ?? category ?? note ?? 'No failure mode';
}

/** The text of a place; of a change what was removed and what was put there. */
export function quoteOf(removed: string, added: string | null): string {
  if (added === null) return removed;
  return [removed, added].map((text) => (text.trim() === '' ? '∅' : text)).join(' → ');
}

/** In the order in which they came to be, so that a new one never moves the numbers of the others. */
export function numberedModes(failureModes: readonly FailureMode[]): readonly FailureMode[] {
  return failureModes.toSorted((a, b) => a.createdAt - b.createdAt || compare(a.name, b.name));
}

const { compare } = new Intl.Collator('en');
