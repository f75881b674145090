import type { Message } from '../../../shared/domain/message.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { hashTexts } from '../../../shared/domain/text/hash-text.ts';

/** What decides on which side of a split an interaction goes. */
export interface GroupedRow {
  readonly id: string;
  readonly messages: readonly Message[];
  readonly session: string | null;
  readonly user: string | null;
}

/**
 * Finds the key by whose hash a row is assigned to training or validation. Rows of one session (or user) share it, and
 * so do rows with the same prompt: a model must not be validated on a prompt it was trained on. See
 * docs/decisions/0006-leak-free-splits.md.
 */
export interface Groups {
  /** Whether every row has to be added before the first key is asked for. */
  readonly needsAllRows: boolean;
  readonly add: (row: GroupedRow) => void;
  readonly keyOf: (row: GroupedRow) => string;
}

/**
 * Where groups are single interactions, the prompt is the key. Otherwise sessions (or users) that share a prompt are
 * one group, known by the key of its first row, so that it stays where it is as rows are added.
 */
export function createGroups(groupBy: Recipe['groupBy']): Groups {
  if (groupBy === 'interaction') {
    return {
      needsAllRows: false,
      add: () => undefined,
      keyOf: (row) => promptKey(row) ?? ownKey(row, groupBy),
    };
  }
  const union = createUnion();
  return {
    needsAllRows: true,
    add: (row) => {
      const group = union.indexOf(ownKey(row, groupBy));
      const prompt = promptKey(row);
      if (prompt !== null) union.join(group, union.indexOf(prompt));
    },
    keyOf: (row) => union.keyOf(ownKey(row, groupBy)),
  };
}

function ownKey(row: GroupedRow, groupBy: Recipe['groupBy']): string {
  const value = groupBy === 'interaction' ? null : row[groupBy];
  return value === null ? `interaction:${row.id}` : `${groupBy}:${value}`;
}

/**
 * What equal inputs share, in 53 bits: roles and texts, without names and calls, which is at least as coarse as any format
 * writes them, so that the split is the same in every format. Null without a user message: rows that hold no question are
 * not the same question.
 */
export function inputHash(messages: readonly Message[]): number | null {
  if (!messages.some(({ role }) => role === 'user')) return null;
  const texts: string[] = [];
  for (const { role, content } of messages) {
    if (texts.length > 0) texts.push('\n\n');
    texts.push(role === 'developer' ? 'system' : role, '\n', content.toWellFormed());
  }
  return hashTexts(texts);
}

function promptKey({ messages }: GroupedRow): string | null {
  const hash = inputHash(messages);
  return hash === null ? null : `prompt:${base36(hash)}`;
}

/** Where the recipe puts one system message in place of all, inputs that differ in nothing else are equal. */
export function comparable<Row extends { readonly messages: readonly Message[] }>(
  row: Row,
  { system }: Pick<Recipe, 'system'>,
): Row {
  if (system === undefined) return row;
  return { ...row, messages: row.messages.filter(({ role }) => role !== 'system' && role !== 'developer') };
}

/** What `toString(36)` gives for a whole number up to 2^53: for those above 2^31 that takes ten times as long. */
function base36(number: number): string {
  const low = (number % fiveDigits).toString(36);
  const high = Math.floor(number / fiveDigits);
  return high === 0 ? low : high.toString(36) + low.padStart(5, '0');
}

const fiveDigits = 36 ** 5;

/** Disjoint sets over keys (union by lowest index, path halving), a few dozen bytes a key. */
function createUnion() {
  const indexes = new Map<string, number>();
  const keys: string[] = [];
  const parents: number[] = [];
  const rootOf = (index: number): number => {
    let at = index;
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      parents[at] = parents[parent] ?? parent;
      at = parents[at] ?? at;
    }
    return at;
  };
  const indexOf = (key: string): number => {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const index = keys.push(key) - 1;
    parents.push(index);
    indexes.set(key, index);
    return index;
  };
  return {
    indexOf,
    join: (first: number, second: number): void => {
      const [a, b] = [rootOf(first), rootOf(second)];
      parents[Math.max(a, b)] = Math.min(a, b);
    },
    keyOf: (key: string): string => keys[rootOf(indexOf(key))] ?? key,
  };
}
