/**
 * Mean over classes of F1, the harmonic mean of precision and recall, each class counting the same however rare it is. The
 * classes are those that occur in `truth`; an answer that is none of them (such as -1 for "none") is wrong and counts
 * against recall only.
 *
 * Source: C. J. van Rijsbergen (1979), "Information Retrieval", chapter 7, for F; the mean of F1 over classes after
 * J. Opitz, S. Burst (2019), "Macro F1 and Macro F1", arXiv:1911.03347.
 */
export function macroF1(truth: ArrayLike<number>, answers: ArrayLike<number>): number {
  const scores = f1ByClass(truth, answers);
  return scores.size === 0 ? 0 : [...scores.values()].reduce((sum, score) => sum + score, 0) / scores.size;
}

/** F1 of each class that occurs in `truth`. */
export function f1ByClass(truth: ArrayLike<number>, answers: ArrayLike<number>): Map<number, number> {
  if (truth.length !== answers.length) throw new Error('There is one answer for each item.');
  const right = new Map<number, number>();
  const given = new Map<number, number>();
  const there = new Map<number, number>();
  for (let item = 0; item < truth.length; item++) {
    const [kind = 0, answer = 0] = [truth[item], answers[item]];
    count(there, kind);
    count(given, answer);
    if (kind === answer) count(right, kind);
  }
  // 2PR / (P + R) is twice the right ones, of those given and those there.
  return new Map(
    [...there].map(([kind, times]) => [
      kind,
      (2 * (right.get(kind) ?? 0)) / (times + (given.get(kind) ?? 0)),
    ]),
  );
}

function count(times: Map<number, number>, kind: number): void {
  times.set(kind, (times.get(kind) ?? 0) + 1);
}
