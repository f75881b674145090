import type { ExampleRow } from '../../db/tables/weekly-counts.ts';

const typicalShown = 3;
const borderlineShown = 2;

export interface PickedExamples {
  /** Numbers of changes. */
  readonly typical: readonly number[];
  readonly borderline: readonly number[];
}

/** Three typical changes and two at the border, none of which is equal to another. */
export function pickExamples(
  typical: readonly ExampleRow[],
  borderline: readonly ExampleRow[],
): PickedExamples {
  const taken = new Set<number>();
  const pick = (rows: readonly ExampleRow[], most: number): number[] => {
    const picked: number[] = [];
    for (const { seq, digest } of rows) {
      if (picked.length === most) break;
      if (taken.has(digest)) continue;
      taken.add(digest);
      picked.push(seq);
    }
    return picked;
  };
  return { typical: pick(typical, typicalShown), borderline: pick(borderline, borderlineShown) };
}
