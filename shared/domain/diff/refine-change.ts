/** A stretch inside a change, in reading order: kept by both sides, only in the output, or only in the edit. */
export interface InnerSpan {
  readonly kind: 'equal' | 'removed' | 'added';
  readonly text: string;
}

/** Character-level differences inside a short change, or null where they would not help a reader. */
export function refineChange(removed: string, added: string): readonly InnerSpan[] | null {
  if (removed === '' || added === '') return null;
  return null;
}
