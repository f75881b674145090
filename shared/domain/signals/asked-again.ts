/** Share of all words of both inputs that has to be in both. */
const leastShared = 0.6;

/** Whether an input asks again what the one before it asked: nearly the same words, in any order. */
export function isAskedAgain(before: string, after: string): boolean {
  const [first, second] = [wordsOf(before), wordsOf(after)];
  if (first.size === 0 || second.size === 0) return false;
  const shared = first.intersection(second).size;
  return shared / (first.size + second.size - shared) >= leastShared;
}

/** The words of a text as the search index takes them: runs of letters, marks and numbers, in lower case. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));
}
