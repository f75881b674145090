import type { ExampleRow } from '../../db/tables/weekly-counts.ts';

const typicalShown = 3;
const borderlineShown = 2;

export interface PickedExamples {
  /** Numbers of changes. */
  readonly typical: readonly number[];
  readonly borderline: readonly number[];
}

/** Three typical changes and two at the border: as many different ones as there are, then such as take out and put in the same. */
export function pickExamples(
  typical: readonly ExampleRow[],
  borderline: readonly ExampleRow[],
): PickedExamples {
  const digests = new Set<number>();
  const taken = new Set<number>();
  const picked: { readonly typical: number[]; readonly borderline: number[] } = {
    typical: [],
    borderline: [],
  };
  const fill = (into: number[], rows: readonly ExampleRow[], most: number, isEqualTaken: boolean) => {
    for (const { seq, digest } of rows) {
      if (into.length === most) return;
      if (taken.has(seq) || (digests.has(digest) && !isEqualTaken)) continue;
      digests.add(digest);
      taken.add(seq);
      into.push(seq);
    }
  };
  for (const isEqualTaken of [false, true]) {
    fill(picked.typical, typical, typicalShown, isEqualTaken);
    fill(picked.borderline, borderline, borderlineShown, isEqualTaken);
  }
  return picked;
}
