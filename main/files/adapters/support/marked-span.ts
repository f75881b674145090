import type { Json } from '../../../../shared/domain/json.ts';
import type { ArrivingSpan } from '../adapter.ts';

/** A part of a text under a name. */
export interface Mark {
  readonly name: string;
  readonly start: Json | undefined;
  readonly end: Json | undefined;
  /** The marked text, where the file has it: marks of another text than the output are left out. */
  readonly text?: string | undefined;
}

/**
 * Marked parts of an output as labels on them.
 * @param unit what the tool counts in: JavaScript has UTF-16 units, Python code points
 */
export function markedSpans(
  output: string,
  marks: readonly Mark[],
  { annotator, unit }: { readonly annotator: string | null; readonly unit: 'utf16' | 'code_point' },
): readonly ArrivingSpan[] {
  const points = unit === 'utf16' ? null : Array.from(output);
  return marks.flatMap(({ name: category, start, end, text }) => {
    if (typeof start !== 'number' || typeof end !== 'number' || end <= start) return [];
    const marked = points === null ? output.slice(start, end) : points.slice(start, end).join('');
    const isThere = marked !== '' && (text === undefined || text === marked);
    return isThere ? [{ start, end, text: marked, category, annotator }] : [];
  });
}
