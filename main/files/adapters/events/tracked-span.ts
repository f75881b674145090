import type { TextChange } from './text-delta.ts';

/** Where a piece of inserted text is now, whatever was typed around and inside it since. */
export interface TrackedSpan {
  readonly start: number;
  readonly end: number;
  /** How many characters were cut from the end and not typed again yet. */
  readonly missing: number;
  /** The last character typed in place of the missing ones belongs to a word, which may go on. */
  readonly isInWord: boolean;
  /** Characters were cut from the start: what is typed there now takes their place. */
  readonly isStartOpen: boolean;
}

export function trackSpan(start: number, end: number): TrackedSpan {
  return { start, end, missing: 0, isInWord: false, isStartOpen: false };
}

export function isEmptySpan(span: TrackedSpan): boolean {
  return span.start === span.end;
}

/**
 * The span after a change to the text it is in. What is typed inside belongs to it and what is typed at its borders
 * does not, except in place of something just deleted there: then as many characters as are missing, and the rest of
 * the word they end in. `isTyped` is false for text that a program inserted, which replaces nothing at a border.
 */
export function moveSpan(span: TrackedSpan, change: TextChange, isTyped: boolean): TrackedSpan {
  if (isEmptySpan(span)) return span;
  const cut = cutSpan(span, change);
  if (change.inserted === '' || isEmptySpan(cut)) return cut;
  return growSpan(cut, change.at, change.inserted, isTyped);
}

function cutSpan(span: TrackedSpan, { at, deleted }: TextChange): TrackedSpan {
  if (deleted === 0) return span;
  const stop = at + deleted;
  const removed = Math.max(0, Math.min(stop, span.end) - Math.max(at, span.start));
  const start = span.start - Math.max(0, Math.min(stop, span.start) - at);
  const end = start + (span.end - span.start - removed);
  if (removed === 0) return { ...trackSpan(start, end), missing: at === span.end ? span.missing : 0 };
  const isEndCut = stop >= span.end;
  return {
    start,
    end,
    missing: isEndCut ? span.missing + removed : 0,
    isInWord: false,
    isStartOpen: at <= span.start,
  };
}

function growSpan(span: TrackedSpan, at: number, inserted: string, isTyped: boolean): TrackedSpan {
  const { start, end, missing } = span;
  const size = inserted.length;
  if (at < start || (at === start && !(span.isStartOpen && isTyped)))
    return trackSpan(start + size, end + size);
  if (at < end) return trackSpan(start, end + size);
  const isReplacing = isTyped && (size <= missing || (span.isInWord && isWord(inserted)));
  if (at > end || !isReplacing) return trackSpan(start, end);
  return {
    start,
    end: end + size,
    missing: Math.max(0, missing - size),
    isInWord: isWord(inserted),
    isStartOpen: false,
  };
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}'’]+$/u.test(text);
}
