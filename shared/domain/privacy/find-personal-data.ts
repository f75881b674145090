import type { Finder, Finding } from './finding.ts';

/**
 * What the finders see in a text, in its order and without overlaps. Where two findings overlap the longer one counts,
 * of two equally long ones that of the earlier finder.
 */
export function findPersonalData(text: string, finders: readonly Finder[]): readonly Finding[] {
  const found: Finding[] = [];
  for (const finder of finders) {
    const { kind } = finder;
    for (const { start, end } of finder.find(text))
      found.push({ kind, start, end, text: text.slice(start, end) });
  }
  return found.length < 2 ? found : withoutOverlaps(found, text.length);
}

function withoutOverlaps(found: readonly Finding[], length: number): readonly Finding[] {
  const isTaken = new Uint8Array(length);
  const kept: Finding[] = [];
  // Sorting is stable, so that equally long ones stay in the order of their finders.
  for (const finding of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    // Whatever is taken is at least as long, so it covers an end of everything that it overlaps.
    if (isTaken[finding.start] === 1 || isTaken[finding.end - 1] === 1) continue;
    isTaken.fill(1, finding.start, finding.end);
    kept.push(finding);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
