import { hashText } from '../text/hash-text.ts';
import type { Example } from './example.ts';
import type { ExportRow } from './export-row.ts';
import { formats } from './formats/registry.ts';
import type { Balance } from './recipe-parts.ts';
import type { Recipe } from './recipe.ts';

/** Chooses rows so that no group is too large beside the smallest, in about eight bytes a row. */
export interface Balancer {
  /** Counts a row. All are counted before the first is asked for. */
  readonly count: (row: ExportRow, example: Example) => void;
  readonly stays: (row: ExportRow, example: Example) => boolean;
}

/**
 * Of a group that is too large, those rows stay whose hash of interaction and seed is lowest. So the choice is the same in
 * any order, rows of a group that grows mostly stay chosen, and another seed chooses others. Rows without a value of that
 * kind are a group of their own.
 */
export function createBalancer({ by, most }: Balance, seed: number): Balancer {
  const groups = new Map<string, number[]>();
  let limits: ReadonlyMap<string, number> | null = null;
  return {
    count: (row, example) => {
      const group = groupOf(by, row, example);
      const hashes = groups.get(group);
      if (hashes === undefined) groups.set(group, [hashOf(row, example, seed)]);
      else hashes.push(hashOf(row, example, seed));
    },
    stays: (row, example) => {
      if (limits === null) {
        limits = highestHashes(groups, most);
        groups.clear();
      }
      return hashOf(row, example, seed) <= (limits.get(groupOf(by, row, example)) ?? Infinity);
    },
  };
}

/** Why a recipe cannot be balanced as it says, with what to do; null where it can. */
export function balanceProblem({ balance, format }: Pick<Recipe, 'balance' | 'format'>): string | null {
  if (balance?.by !== 'answer' || formats[format].kind === 'unpaired') return null;
  return `Rows of ${formats[format].name} are not good or bad by themselves. Balance by something else, or choose a format such as trl-kto.`;
}

function highestHashes(groups: ReadonlyMap<string, number[]>, most: number): ReadonlyMap<string, number> {
  let smallest = Infinity;
  for (const { length } of groups.values()) smallest = Math.min(smallest, length);
  const room = Math.floor(smallest * most);
  const limits = new Map<string, number>();
  for (const [group, hashes] of groups) {
    if (hashes.length > room) limits.set(group, nthLowest(hashes, room));
  }
  return limits;
}

const bits = 12;

/** Sorts one part of 4,096 only: a million hashes at once would hold the thread for too long. */
function nthLowest(hashes: readonly number[], nth: number): number {
  const partOf = (hash: number): number => Math.floor(hash / 2 ** (53 - bits));
  const counts = new Uint32Array(2 ** bits);
  for (const hash of hashes) counts[partOf(hash)] = (counts[partOf(hash)] ?? 0) + 1;
  let part = 0;
  let before = 0;
  for (; before + (counts[part] ?? nth) < nth; part += 1) before += counts[part] ?? 0;
  const inPart = hashes.filter((hash) => partOf(hash) === part).toSorted((a, b) => a - b);
  return inPart[nth - before - 1] ?? -1;
}

function groupOf(by: Balance['by'], row: ExportRow, example: Example): string {
  switch (by) {
    case 'mode':
      return row.modes?.[0]?.name ?? '';
    case 'prompt_version':
      return row.promptVersion ?? '';
    case 'model':
      return row.model ?? '';
    case 'user':
      return row.user ?? '';
    case 'answer':
      return answerOf(example);
  }
}

/** The good and the bad row of one interaction are chosen apart. */
function hashOf(row: ExportRow, example: Example, seed: number): number {
  return hashText(`${row.interactionId} ${answerOf(example)}`, seed);
}

function answerOf(example: Example): string {
  if (example.kind !== 'unpaired') return '';
  return example.good ? 'good' : 'bad';
}
