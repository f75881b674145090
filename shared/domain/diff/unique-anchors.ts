/** Two token sequences and the ranges of them that are looked at; ends are exclusive. */
export interface Block {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
}

/**
 * Anchors of a block: n-grams that occur exactly once on either side, thinned to the longest sequence that rises
 * on both (patience diff). Linear in the block but for the n log n of the thinning.
 * @returns pairs flat: position in a, position in b, position in a, ...
 */
export function uniqueAnchors(block: Block, gramLength: number): number[] {
  const gramsA = block.endA - block.startA - gramLength + 1;
  const gramsB = block.endB - block.startB - gramLength + 1;
  if (gramsA <= 0 || gramsB <= 0) return [];

  // Open addressing; a slot is one distinct n-gram of a. Slots keep positions + 1, 0 is empty, -1 is repeated.
  const capacity = 2 ** Math.ceil(Math.log2(gramsA * 2));
  const firstInA = new Int32Array(capacity);
  const repeatedInA = new Uint8Array(capacity);
  const placeInB = new Int32Array(capacity);
  const { a, b, startA, startB } = block;

  const slotOf = (hash: number, tokens: Int32Array, position: number): number => {
    let slot = hash & (capacity - 1);
    for (;;) {
      const first = firstInA[slot] ?? 0;
      if (first === 0 || sameGram(a, first - 1, tokens, position, gramLength)) return slot;
      slot = (slot + 1) & (capacity - 1);
    }
  };
  forEachGram(a, startA, gramsA, gramLength, (position, hash) => {
    const slot = slotOf(hash, a, position);
    if (firstInA[slot] === 0) firstInA[slot] = position + 1;
    else repeatedInA[slot] = 1;
  });
  forEachGram(b, startB, gramsB, gramLength, (position, hash) => {
    const slot = slotOf(hash, b, position);
    if (firstInA[slot] !== 0) placeInB[slot] = placeInB[slot] === 0 ? position + 1 : -1;
  });

  const matchInB = new Int32Array(gramsA);
  for (let slot = 0; slot < capacity; slot++) {
    const place = placeInB[slot] ?? 0;
    if (place > 0 && repeatedInA[slot] === 0) matchInB[(firstInA[slot] ?? 0) - 1 - startA] = place;
  }
  return longestRise(matchInB, startA);
}

/** Whether the same n-gram stands at both positions. */
export function sameGram(
  a: Int32Array,
  positionA: number,
  b: Int32Array,
  positionB: number,
  length: number,
): boolean {
  for (let i = 0; i < length; i++) if (a[positionA + i] !== b[positionB + i]) return false;
  return true;
}

const hashBase = 0x01000193;

/** Visits every n-gram with a rolling polynomial hash, so that long n-grams cost no more than short ones. */
export function forEachGram(
  tokens: Int32Array,
  start: number,
  grams: number,
  length: number,
  visit: (position: number, hash: number) => void,
): void {
  let leadingFactor = 1;
  for (let i = 1; i < length; i++) leadingFactor = Math.imul(leadingFactor, hashBase);
  let rolling = 0;
  for (let i = 0; i < length; i++)
    rolling = (Math.imul(rolling, hashBase) + scatter(tokens[start + i] ?? 0)) | 0;
  for (let i = 0; ; i++) {
    const position = start + i;
    visit(position, rolling ^ (rolling >>> 15));
    if (i + 1 >= grams) return;
    const leaving = Math.imul(scatter(tokens[position] ?? 0), leadingFactor);
    rolling = (Math.imul((rolling - leaving) | 0, hashBase) + scatter(tokens[position + length] ?? 0)) | 0;
  }
}

/** Spreads consecutive ids over 32 bits (the finaliser of MurmurHash3). */
function scatter(id: number): number {
  let hash = Math.imul(id + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Longest strictly rising subsequence of the non-zero values (patience sorting), as pairs of positions. */
function longestRise(values: Int32Array, offset: number): number[] {
  const tails: number[] = [];
  const previous = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value === 0) continue;
    let low = tails.length;
    // In a light edit nearly every value extends the longest rise, so look there before searching.
    if (low > 0 && (values[tails[low - 1] ?? 0] ?? 0) > value) {
      let high = low - 1;
      low = 0;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
        else high = middle;
      }
    }
    previous[i] = low > 0 ? (tails[low - 1] ?? 0) : -1;
    tails[low] = i;
  }
  const pairs: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1)
    pairs.push((values[i] ?? 0) - 1, offset + i);
  return pairs.toReversed();
}
