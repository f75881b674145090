/** Rows between two yields: a few milliseconds of work. */
const rowsPerStep = 100;

export function* pagesOf(seqs: Float64Array): Generator<Float64Array> {
  for (let at = 0; at < seqs.length; at += rowsPerStep) yield seqs.subarray(at, at + rowsPerStep);
}
