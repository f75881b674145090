import { unitClass, unitClasses } from '../text/unit-class.ts';
import type { Finder, Span } from './finding.ts';

/**
 * Names of a list, as whole words; between the words of a name may stand any one or two separators. A name in capitals
 * and small letters is found as it is written or all in capitals, so that "Mark" leaves the verb alone; one listed in
 * small letters is found in any case.
 */
export function nameFinder(names: readonly string[]): Finder {
  const exact = createNode();
  const anyCase = createNode();
  for (const name of names) {
    for (const form of new Set([name.normalize('NFC'), name.normalize('NFD')])) {
      if (form === form.toLowerCase() && form !== form.toUpperCase()) addName(anyCase, form);
      else {
        addName(exact, form);
        addName(exact, form.toUpperCase());
      }
    }
  }
  return {
    kind: 'name',
    find: (text) => [...findNames(text, text, exact), ...findNames(text, text.toLowerCase(), anyCase)],
  };
}

/** A tree of words. */
interface Node {
  readonly next: Map<string, Node>;
  isName: boolean;
}

function createNode(): Node {
  return { next: new Map(), isName: false };
}

function addName(root: Node, name: string): void {
  let node = root;
  for (let start = wordStart(name, 0); start < name.length;) {
    const end = wordEnd(name, start);
    const word = name.slice(start, end);
    const next = node.next.get(word) ?? createNode();
    node.next.set(word, next);
    node = next;
    start = wordStart(name, end);
  }
  if (node !== root) node.isName = true;
}

/** `cased` is the text in the case of the tree; where changing the case moved its places, the text itself serves. */
function findNames(text: string, cased: string, root: Node): Span[] {
  if (root.next.size === 0) return [];
  const words = cased.length === text.length ? cased : text;
  const spans: Span[] = [];
  for (let start = wordStart(words, 0); start < words.length;) {
    const firstEnd = wordEnd(words, start);
    const end = nameEnd(words, start, firstEnd, root);
    if (end !== null) spans.push({ start, end });
    start = wordStart(words, end ?? firstEnd);
  }
  return spans;
}

/** Where the longest name ends whose first word is that of `start` to `firstEnd`. */
function nameEnd(text: string, start: number, firstEnd: number, root: Node): number | null {
  let node = root.next.get(text.slice(start, firstEnd));
  let end = firstEnd;
  let longest: number | null = null;
  while (node !== undefined) {
    if (node.isName) longest = end;
    if (node.next.size === 0) break;
    const nextStart = wordStart(text, end);
    if (nextStart - end > maxGap) break;
    const nextEnd = wordEnd(text, nextStart);
    node = node.next.get(text.slice(nextStart, nextEnd));
    end = nextEnd;
  }
  return longest;
}

const maxGap = 2;

/** Where the next word begins; the length of the text where there is none. */
function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && unitClass(text.charCodeAt(at)) === unitClasses.separator) at++;
  return at;
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  if (unitClass(text.charCodeAt(start)) === unitClasses.loneLetter) return at;
  while (at < text.length && isInWord(unitClass(text.charCodeAt(at)))) at++;
  return at;
}

function isInWord(kind: number): boolean {
  return kind === unitClasses.letter || kind === unitClasses.digit;
}
