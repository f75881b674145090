import type { TokenFold } from './tokenize.ts';

/** Gives equal strings equal integers, so that the engine compares integers only. */
export interface TokenInterner {
  readonly idOf: (token: string) => number;
  /** The same for a part of a text, from `start` to `end`. */
  readonly idAt: (text: string, start: number, end: number) => number;
  /** Number of ids given so far; ids are 0 .. size - 1, in the order in which tokens were first seen. */
  readonly size: () => number;
}

/** @param fold tokens that it makes equal get one id, so that they compare as equal */
export function createInterner(fold: TokenFold | null = null): TokenInterner {
  return fold === null ? createExactInterner() : createFoldedInterner(fold);
}

function createFoldedInterner(fold: TokenFold): TokenInterner {
  const ids = new Map<string, number>();
  const idOf = (token: string) => {
    const key = fold(token);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(key, id);
    return id;
  };
  return { idOf, idAt: (text, start, end) => idOf(text.slice(start, end)), size: () => ids.size };
}

/**
 * A hash table of places in texts: nothing is cut out of them, which takes most of the time where a Map is keyed by
 * the tokens. Open addressing, at most half full.
 */
function createExactInterner(): TokenInterner {
  const tokens: Token[] = [];
  let slots = new Int32Array(256).fill(none);

  const grow = () => {
    slots = new Int32Array(slots.length * 2).fill(none);
    for (const [id, { hash }] of tokens.entries()) {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== none) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id;
    }
  };
  const idAt = (text: string, start: number, end: number): number => {
    const hash = hashOf(text, start, end);
    let slot = hash & (slots.length - 1);
    for (let id = slots[slot] ?? none; id !== none; id = slots[slot] ?? none) {
      const token = tokens[id];
      if (token?.hash === hash && isSame(token, text, start, end)) return id;
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = tokens.length;
    tokens.push({ hash, text, start, end });
    if (tokens.length * 2 > slots.length) grow();
    return tokens.length - 1;
  };
  return { idOf: (token) => idAt(token, 0, token.length), idAt, size: () => tokens.length };
}

interface Token {
  readonly hash: number;
  /** Where it was first seen. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const none = -1;

/** Differs from process to process, so that no text can be written whose tokens all fall into one place. */
const seed = Math.floor(Math.random() * 2 ** 32) | 0;

/** FNV-1a over UTF-16 units from a seed, with its upper bits mixed down. */
function hashOf(text: string, start: number, end: number): number {
  let hash = seed;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function isSame(token: Token, text: string, start: number, end: number): boolean {
  if (token.end - token.start !== end - start) return false;
  for (let i = 0; i < end - start; i++)
    if (token.text.charCodeAt(token.start + i) !== text.charCodeAt(start + i)) return false;
  return true;
}
