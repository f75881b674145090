import { hashText } from '../text/hash-text.ts';

/** A part of an output, in UTF-16 units, the end exclusive. Both are equal where an edit only puts text in. */
export interface SpanPlace {
  readonly start: number;
  readonly end: number;
  /** The text that an edit put there; null where somebody marked the output itself. */
  readonly added: string | null;
}

/**
 * What tells one span label of an annotator from another: `12-20`, and for a change a hash of what was put there, so
 * that changes of different edits at one place keep labels of their own.
 */
export function placeKey({ start, end, added }: SpanPlace): string {
  const range = `${start}-${end}`;
  return added === null ? range : `${range}.${hashText(added).toString(36)}`;
}

/** Why a place is none in this output, as a sentence; null where it is one. */
export function placeProblem(output: string, { start, end, added }: SpanPlace): string | null {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > output.length) {
    return `${start} to ${end} is no part of the output, which goes from 0 to ${output.length}. Mark a part of it.`;
  }
  if (splitsPair(output, start) || splitsPair(output, end)) {
    return `${start} to ${end} begins or ends inside a character such as an emoji. Mark the whole character.`;
  }
  if (start === end && (added === null || added === '')) {
    return `${start} to ${end} marks no text. Mark at least one character.`;
  }
  return null;
}

/** Whether this position is between the two halves of one character. */
function splitsPair(text: string, position: number): boolean {
  return (
    isBetween(text.charCodeAt(position - 1), 0xd800, 0xdbff) &&
    isBetween(text.charCodeAt(position), 0xdc00, 0xdfff)
  );
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last;
}
