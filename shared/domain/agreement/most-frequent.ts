/** Entries between two yields. */
const step = 50_000;

/** The indexes of the largest counts, the largest first and equal ones in their order; in time linear in their number. */
export function* mostFrequent(counts: Iterable<number>, most: number): Generator<void, number[]> {
  const indexesOf = new Map<number, number[]>();
  let index = 0;
  for (const count of counts) {
    const same = indexesOf.get(count);
    // Of equal counts no more are wanted than of all.
    if (same === undefined) indexesOf.set(count, [index]);
    else if (same.length < most) same.push(index);
    index++;
    if (index % step === 0) yield;
  }
  return [...indexesOf]
    .toSorted(([a], [b]) => b - a)
    .flatMap(([, indexes]) => indexes)
    .slice(0, most);
}
