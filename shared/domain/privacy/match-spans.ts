import type { Span } from './finding.ts';

/**
 * Every match of a global pattern. `refine` says which part of a match counts, or null where none does; the search
 * goes on behind the match in either case, which keeps it linear.
 */
export function matchSpans(
  text: string,
  pattern: RegExp,
  refine: (match: string, at: number) => Span | null = wholeMatch,
): Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const span = refine(match[0], match.index);
    if (span !== null) spans.push(span);
  }
  return spans;
}

export function wholeMatch(match: string, at: number): Span {
  return { start: at, end: at + match.length };
}
