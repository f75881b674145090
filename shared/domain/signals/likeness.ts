/** Characters of an input that are compared, from its end: there stands what is asked now. */
export const comparedCharacters = 2000;

/** Longer inputs hold a text that is worked on, such as a document or code: most of it is the same each time. */
const questionCharacters = 200;

/** What is asked of such a text stands in its last characters: code has the same words in many places. */
const endCharacters = 80;

/** As many characters at the end of such a text tell where the next one goes on from it. */
const joiningCharacters = 60;

/** Words of a text and its trigrams of characters. */
interface Bag {
  /** Runs of letters, marks and numbers, in lower case, as the search index takes them. */
  readonly words: ReadonlySet<string>;
  /** Three characters in a row of each word with its borders. */
  readonly trigrams: ReadonlySet<string>;
}

/** An input as it is compared; made once for all comparisons. */
export interface ComparedInput extends Bag {
  /** Of the end of a long input; else of all. */
  readonly end: Bag;
  /** In lower case, with single spaces, up to its last word: a full stop there may give way to a comma. */
  readonly text: string;
}

export function comparedInput(input: string): ComparedInput {
  const text = input
    .slice(-comparedCharacters)
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+$/u, '');
  const whole = bagOf(text);
  return {
    ...whole,
    text,
    end: text.length > questionCharacters ? bagOf(text.slice(-endCharacters)) : whole,
  };
}

/**
 * How much a later input asks the same as an earlier one, 0 to 1: the better of the share of words that are in both, in any
 * order, and the share of trigrams of characters that are, which knows other endings and misspelt words.
 *
 * Of long inputs the ends have to be as much alike as the whole, and one that goes on where the other ended asks for what
 * comes next, not for the same again: 0. So a document that grows, or code, is not taken for one question.
 */
export function likeness(earlier: ComparedInput, later: ComparedInput): number {
  if (goesOn(earlier, later)) return 0;
  const whole = bagLikeness(earlier, later);
  return whole === 0 ? 0 : Math.min(whole, bagLikeness(earlier.end, later.end));
}

function goesOn(earlier: ComparedInput, later: ComparedInput): boolean {
  if (later.text.length <= questionCharacters || earlier.text.length < joiningCharacters) return false;
  const joint = earlier.text.slice(-joiningCharacters);
  const place = later.text.lastIndexOf(joint);
  return place >= 0 && /[\p{L}\p{N}]/u.test(later.text.slice(place + joint.length));
}

function bagLikeness(first: Bag, second: Bag): number {
  return Math.max(sharedShare(first.words, second.words), sharedShare(first.trigrams, second.trigrams));
}

/** Jaccard's coefficient: what is in both, of what is in either. */
function sharedShare(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (first.size === 0 || second.size === 0) return 0;
  const shared = first.intersection(second).size;
  return shared / (first.size + second.size - shared);
}

function bagOf(text: string): Bag {
  const words = new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu));
  const trigrams = new Set<string>();
  for (const word of words) {
    const bordered = ` ${word} `;
    for (let start = 0; start + 3 <= bordered.length; start++) trigrams.add(bordered.slice(start, start + 3));
  }
  return { words, trigrams };
}

/** Words of both inputs, of the first alone and of the second alone, each in the order of its text. */
export interface WordComparison {
  readonly shared: readonly string[];
  readonly dropped: readonly string[];
  readonly added: readonly string[];
}

export function compareWords(first: Bag, second: Bag): WordComparison {
  return {
    shared: [...first.words].filter((word) => second.words.has(word)),
    dropped: [...first.words].filter((word) => !second.words.has(word)),
    added: [...second.words].filter((word) => !first.words.has(word)),
  };
}
