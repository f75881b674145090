/** What one example does for the interactions that were measured. */
export interface ExampleCoverage {
  /** Places of interactions that it is nearest to, the likest first. */
  readonly covers: readonly number[];
  /** Mean likeness that is lost without it, 0 to 1. */
  readonly loss: number;
  /** Places of interactions that lose more than half of their likeness without it, those that lose most first. */
  readonly alone: readonly number[];
}

export interface Coverage {
  /** Mean likeness of an interaction to the example nearest to it, 0 to 1. */
  readonly mean: number;
  readonly examples: readonly ExampleCoverage[];
}

/** @param rows likeness of each example to each interaction */
export function measureCoverage(rows: readonly Float32Array[], size: number): Coverage {
  const first = new Float32Array(size);
  const second = new Float32Array(size);
  const nearest = new Int32Array(size).fill(-1);
  for (const [example, row] of rows.entries())
    for (let at = 0; at < size; at++) {
      const like = row[at] ?? 0;
      if (like > (first[at] ?? 0)) {
        second[at] = first[at] ?? 0;
        first[at] = like;
        nearest[at] = example;
      } else if (like > (second[at] ?? 0)) second[at] = like;
    }
  const lost = (at: number) => (first[at] ?? 0) - (second[at] ?? 0);
  const places = Array.from({ length: size }, (_, at) => at);
  const examples = rows.map((_, example): ExampleCoverage => {
    const own = places.filter((at) => nearest[at] === example);
    return {
      covers: own.toSorted((a, b) => (first[b] ?? 0) - (first[a] ?? 0) || a - b),
      loss: own.reduce((sum, at) => sum + lost(at), 0) / Math.max(1, size),
      alone: own
        .filter((at) => (second[at] ?? 0) < (first[at] ?? 0) / 2)
        .toSorted((a, b) => lost(b) - lost(a) || a - b),
    };
  });
  return { mean: first.reduce((sum, like) => sum + like, 0) / Math.max(1, size), examples };
}
