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
      if (form === form.toLowerCase() && hasCase(form)) addName(anyCase, form);
      else {
        addName(exact, form);
        addName(exact, form.toUpperCase());
      }
    }
  }
  return { kind: 'name', find: (text) => findNames(text, exact, anyCase) };
}

interface Node {
  readonly next: Map<string, Node>;
  isName: boolean;
}

function createNode(): Node {
  return { next: new Map(), isName: false };
}

function hasCase(text: string): boolean {
  return text !== text.toUpperCase();
}

function addName(root: Node, name: string): void {
  let node = root;
  for (const word of wordsOf(name)) {
    const next = node.next.get(word.text) ?? createNode();
    node.next.set(word.text, next);
    node = next;
  }
  if (node !== root) node.isName = true;
}

interface Word extends Span {
  readonly text: string;
}

/** A letter of a script without spaces is a word of its own. */
const wordPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]]+/gv;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match !== null; match = wordPattern.exec(text)) {
    words.push({ text: match[0], start: match.index, end: wordPattern.lastIndex });
  }
  return words;
}

function findNames(text: string, exact: Node, anyCase: Node): Span[] {
  const words = wordsOf(text);
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = Math.max(
      nameLength(words, at, exact, (word) => word),
      nameLength(words, at, anyCase, (word) => word.toLowerCase()),
    );
    const first = words[at];
    const last = words[at + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    spans.push({ start: first.start, end: last.end });
    at += length - 1;
  }
  return spans;
}

/** How many words from `at` on are a name; the longest. */
function nameLength(words: readonly Word[], at: number, root: Node, keyOf: (word: string) => string): number {
  if (root.next.size === 0) return 0;
  let node: Node | undefined = root;
  let longest = 0;
  for (let index = at; index < words.length; index++) {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || (index > at && word.start - (before?.end ?? 0) > maxGap)) break;
    node = node.next.get(keyOf(word.text));
    if (node === undefined) break;
    if (node.isName) longest = index - at + 1;
  }
  return longest;
}

const maxGap = 2;
