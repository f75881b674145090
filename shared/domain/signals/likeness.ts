/** Characters of an input that are compared, from its end: there stands what is asked now. */
export const comparedCharacters = 2000;

/** An input as it is compared; made once for all comparisons. */
export interface ComparedInput {
  /** Runs of letters, marks and numbers, in lower case, as the search index takes them. */
  readonly words: ReadonlySet<string>;
  /** Three characters in a row of each word with its borders. */
  readonly trigrams: ReadonlySet<string>;
}

export function comparedInput(text: string): ComparedInput {
  const words = new Set(
    text
      .slice(-comparedCharacters)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );
  return { words, trigrams: trigramsOf(words) };
}

/**
 * How alike two inputs are, 0 to 1: the better of the share of words that are in both, in any order, and the share of
 * trigrams of characters that are, which knows other endings and misspelt words. 0 where one has no words.
 */
export function likeness(first: ComparedInput, second: ComparedInput): number {
  return Math.max(sharedShare(first.words, second.words), sharedShare(first.trigrams, second.trigrams));
}

/** Jaccard's coefficient: what is in both, of what is in either. */
function sharedShare(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (first.size === 0 || second.size === 0) return 0;
  const shared = first.intersection(second).size;
  return shared / (first.size + second.size - shared);
}

function trigramsOf(words: ReadonlySet<string>): ReadonlySet<string> {
  const trigrams = new Set<string>();
  for (const word of words) {
    const bordered = ` ${word} `;
    for (let start = 0; start + 3 <= bordered.length; start++) trigrams.add(bordered.slice(start, start + 3));
  }
  return trigrams;
}

/** Words of both inputs, of the first alone and of the second alone, each in the order of its text. */
export interface WordComparison {
  readonly shared: readonly string[];
  readonly dropped: readonly string[];
  readonly added: readonly string[];
}

export function compareWords(first: ComparedInput, second: ComparedInput): WordComparison {
  return {
    shared: [...first.words].filter((word) => second.words.has(word)),
    dropped: [...first.words].filter((word) => !second.words.has(word)),
    added: [...second.words].filter((word) => !first.words.has(word)),
  };
}
