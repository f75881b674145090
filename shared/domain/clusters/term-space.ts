/** Terms of lexical vectors: 0 is kept for what is not known, then traits, then hashed words and parts of words. */
export const termCount = 2 ** 18;
export const firstLexicalTerm = 256;

/** Raw weight of a sign that only one side has; that of such a word is greater, and that of what both sides have less. */
export const ownSign = 4;

/** What kind of change it is; some are the first of a range. */
export const traits = {
  insert: 1,
  delete: 2,
  replace: 3,
  whole: 4,
  removedSize: 10,
  addedSize: 20,
  growth: 30,
  atStart: 40,
  atEnd: 41,
  extent: { none: 50, whitespace: 51, case: 52, markup: 53, punctuation: 54 },
  numbers: 60,
  names: 61,
  lineBreaks: 62,
  addresses: 63,
  sentenceRemoved: 70,
  sentenceAdded: 71,
} as const;
