/** Levenshtein distance of two sequences (Levenshtein 1966): insertions, deletions, substitutions, each one edit. */
export function wordDistance(words: Int32Array, target: Int32Array): number {
  const row = Int32Array.from({ length: target.length + 1 }, (_, j) => j);
  for (let i = 1; i <= words.length; i++) {
    let diagonal = i - 1;
    row[0] = i;
    for (let j = 1; j <= target.length; j++) {
      const above = row[j] ?? 0;
      const substituted = diagonal + (words[i - 1] === target[j - 1] ? 0 : 1);
      row[j] = Math.min(substituted, above + 1, (row[j - 1] ?? 0) + 1);
      diagonal = above;
    }
  }
  return row[target.length] ?? 0;
}

/** Which word stands for which word of the target on a shortest path, and where the path has errors. */
export interface WordAlignment {
  /** Per target position the position of its word, or of the last word before it where it has none (-1: none). */
  readonly alignment: Int32Array;
  /** 1 where the word is deleted or substituted. */
  readonly wrongWords: Uint8Array;
  /** 1 where the target's word is inserted or substituted. */
  readonly wrongTargets: Uint8Array;
}

/**
 * Alignment of two sequences by a shortest path. Where several are equally short, substitution goes before deletion
 * and deletion before insertion, as in tercom, so that the shifts found are the same. Memory: the product of both
 * lengths, in bytes.
 */
export function alignWords(words: Int32Array, target: Int32Array): WordAlignment {
  const width = target.length + 1;
  const steps = new Uint8Array((words.length + 1) * width).fill(inserted, 0, width);
  let previous = Int32Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= words.length; i++) {
    const row = new Int32Array(width);
    row[0] = i;
    steps[i * width] = deleted;
    for (let j = 1; j < width; j++) {
      const equal = words[i - 1] === target[j - 1];
      let cost = (previous[j - 1] ?? 0) + (equal ? 0 : 1);
      let step: number = equal ? kept : substituted;
      const viaDeletion = (previous[j] ?? 0) + 1;
      if (viaDeletion < cost) [cost, step] = [viaDeletion, deleted];
      const viaInsertion = (row[j - 1] ?? 0) + 1;
      if (viaInsertion < cost) [cost, step] = [viaInsertion, inserted];
      row[j] = cost;
      steps[i * width + j] = step;
    }
    previous = row;
  }

  const alignment = new Int32Array(target.length);
  const wrongWords = new Uint8Array(words.length);
  const wrongTargets = new Uint8Array(target.length);
  let i = words.length;
  let j = target.length;
  while (i > 0 || j > 0) {
    const step = steps[i * width + j];
    if (step !== kept && step !== inserted) wrongWords[i - 1] = 1;
    if (step !== kept && step !== deleted) wrongTargets[j - 1] = 1;
    if (step !== deleted) alignment[j - 1] = i - 1;
    if (step !== inserted) i--;
    if (step !== deleted) j--;
  }
  return { alignment, wrongWords, wrongTargets };
}

const [kept, substituted, deleted, inserted] = [0, 1, 2, 3] as const;
