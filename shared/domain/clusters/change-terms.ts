import { editExtent, urlsDiffer } from '../metrics/edit-extent.ts';
import { unitClass, unitClasses } from '../text/unit-class.ts';
import { mixed } from '../text/shingles.ts';
import type { ChangeText } from './change-features.ts';
import { type ChangeWords, changeWords, endsSentence, namesDiffer } from './change-words.ts';
import { createTermList, type TermList } from './term-list.ts';
import { firstLexicalTerm, ownSign, termCount, traits } from './term-space.ts';

/**
 * The terms of a change with their raw weights: traits (what kind of change it is), and words, pairs of words and parts of
 * words of either side. What both sides share, and names and numbers themselves, weigh little: not which name it was tells
 * what went wrong, but that it was one.
 */
export function changeTerms(change: ChangeText): TermList {
  const terms = createTermList();
  const inside = isInsideSentence(change.before);
  const removed = changeWords(change.removed, inside);
  const added = changeWords(change.added, inside);
  const hashes = { removed: hashesOf(removed), added: hashesOf(added) };
  const ownRemoved = addSide(terms, removed, hashes.removed, hashes.added, sides.removed);
  const ownAdded = addSide(terms, added, hashes.added, hashes.removed, sides.added);
  addTraits(terms, change, removed, added);
  if (ownRemoved + ownAdded === 0 && !change.isWhole) addContext(terms, change);
  for (const comment of change.comments) {
    const words = changeWords(comment, false);
    addSide(terms, words, hashesOf(words), noHashes, sides.comment);
  }
  return terms;
}

const sides = { removed: 1, added: 2, comment: 3, before: 4, after: 5 } as const;
type Side = (typeof sides)[keyof typeof sides];

/** Raw weights. */
const full = 8;
const pair = 6;
const part = 3;
const little = 1;

const noHashes = new Int32Array(0);
/** Of a longer text the beginning and the end tell enough. */
const maxWords = 64;

/** Adds the words of one side; gives the number of words that the other side has not. */
function addSide(
  terms: TermList,
  words: ChangeWords,
  hashes: Int32Array,
  other: Int32Array,
  side: Side,
): number {
  const count = hashes.length;
  let own = 0;
  let previous = 0;
  for (let index = 0; index < count; index++) {
    if (count > maxWords && index === (maxWords * 3) / 4) index = count - maxWords / 4;
    const hash = hashes[index] ?? 0;
    const kind = words.kinds[index];
    const isOwn = !other.includes(hash);
    if (kind === 'sign' || kind === 'break') {
      if (isOwn) terms.add(termOf(side, hash), ownSign);
      previous = 0;
      continue;
    }
    if (!isOwn) {
      terms.add(termOf(side, hash), little);
      previous = 0;
      continue;
    }
    own++;
    if (kind === 'number' || kind === 'name') {
      // Their kind in their place, for pairs as well: `on #`, `by Name`.
      const standIn = kind === 'number' ? shapeOf(words, index) : anyName;
      terms.add(termOf(side, standIn), full);
      if (kind === 'name') terms.add(termOf(side, hash), little);
      if (previous !== 0) terms.add(termOf(side, pairOf(previous, standIn)), pair);
      previous = standIn;
      continue;
    }
    terms.add(termOf(side, hash), full);
    if (previous !== 0) terms.add(termOf(side, pairOf(previous, hash)), pair);
    addParts(terms, words.text, words.starts[index] ?? 0, words.ends[index] ?? 0, side);
    previous = hash;
  }
  return own;
}

const partLength = 4;

/** Parts of four letters, the edges of the word counted as letters, so that forms of one word are alike. */
function addParts(terms: TermList, text: string, start: number, end: number, side: Side): void {
  if (end - start <= partLength || end - start > 30) return;
  for (let from = start - 1; from + partLength <= end + 1; from++) {
    let hash = partSeed;
    for (let at = from; at < from + partLength; at++)
      hash = Math.imul(hash ^ (at < start || at >= end ? edge : text.charCodeAt(at)), 0x01000193);
    terms.add(termOf(side, hash), part);
  }
}

function addTraits(terms: TermList, change: ChangeText, removed: ChangeWords, added: ChangeWords): void {
  const put = (trait: number) => terms.add(trait, full);
  if (change.isWhole) put(traits.whole);
  else if (change.removed === '') put(traits.insert);
  else put(change.added === '' ? traits.delete : traits.replace);
  const [before, after] = [wordCount(removed), wordCount(added)];
  put(traits.removedSize + sizeBin(before));
  put(traits.addedSize + sizeBin(after));
  if (change.isWhole) return;
  if (before > 0 && after > 0) put(traits.growth + growthBin(before, after));
  if (change.position <= 0.02) put(traits.atStart);
  else if (change.position >= 0.98) put(traits.atEnd);
  const extent = editExtent(change.removed, change.added);
  if (extent !== 'words') put(traits.extent[extent]);
  if (numbersOf(removed) !== numbersOf(added)) put(traits.numbers);
  if (namesDiffer(removed, added)) put(traits.names);
  if (countOf(removed, 'break') !== countOf(added, 'break')) put(traits.lineBreaks);
  if (change.removed.length + change.added.length > 8 && urlsDiffer(change.removed, change.added))
    put(traits.addresses);
  if (isSentence(change.removed, before)) put(traits.sentenceRemoved);
  if (isSentence(change.added, after)) put(traits.sentenceAdded);
}

function numbersOf(words: ChangeWords): string {
  let numbers = '';
  for (let index = 0; index < words.kinds.length; index++)
    if (words.kinds[index] === 'number')
      numbers += `${words.text.slice(words.starts[index], words.ends[index])} `;
  return numbers;
}

function wordCount(words: ChangeWords): number {
  let count = 0;
  for (const kind of words.kinds) if (kind !== 'sign' && kind !== 'break') count++;
  return count;
}

function countOf(words: ChangeWords, kind: string): number {
  let count = 0;
  for (const found of words.kinds) if (found === kind) count++;
  return count;
}

/** 0, 1, 2-3, 4-7 and so on. */
function sizeBin(words: number): number {
  return words === 0 ? 0 : Math.min(7, 32 - Math.clz32(words));
}

/** Less than half, less, the same, more, more than double. */
function growthBin(before: number, after: number): number {
  if (after * 2 < before) return 0;
  if (after < before) return 1;
  if (after === before) return 2;
  return after <= before * 2 ? 3 : 4;
}

function isSentence(text: string, words: number): boolean {
  const trimmed = text.trim();
  return words >= 4 && endsSentence(trimmed.charCodeAt(trimmed.length - 1));
}

/** The words on either side, of changes that have none of their own, such as a comma after `however`. */
function addContext(terms: TermList, { before, after }: ChangeText): void {
  const left = changeWords(before.slice(-40), false);
  const right = changeWords(after.slice(0, 40), false);
  terms.add(termOf(sides.before, hashesOf(left).at(-1) ?? 0), little);
  terms.add(termOf(sides.after, hashesOf(right)[0] ?? 0), little);
}

function isInsideSentence(before: string): boolean {
  const trimmed = before.slice(-8).trimEnd();
  return trimmed !== '' && !before.endsWith('\n') && !endsSentence(trimmed.charCodeAt(trimmed.length - 1));
}

/** FNV-1a over the units of each word. */
function hashesOf({ text, starts, ends }: ChangeWords): Int32Array {
  const hashes = new Int32Array(starts.length);
  for (let index = 0; index < hashes.length; index++) {
    let hash = wordSeed;
    const end = ends[index] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hashes[index] = hash;
  }
  return hashes;
}

const wordSeed = 0x811c9dc5 | 0;
const numberSeed = 0x23232323;
const partSeed = 0x2f0b4a3d;
const edge = 0xffff;
const anyName = 0x4e4e4e4e;

/** A number without its digits: `#.#` of 3.14, `#-#-#` of a day. */
function shapeOf({ text, starts, ends }: ChangeWords, index: number): number {
  let hash = numberSeed;
  const end = ends[index] ?? 0;
  for (let at = starts[index] ?? 0; at < end; at++)
    if (unitClass(text.charCodeAt(at)) === unitClasses.separator)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) + second) | 0;
}

function termOf(side: Side, hash: number): number {
  return firstLexicalTerm + (mixed(hash ^ Math.imul(side, 0x85ebca6b)) % (termCount - firstLexicalTerm));
}
