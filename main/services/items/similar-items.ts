import type { SimilarItem } from '../../../shared/contract/context-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readSummaries, seqOfItem } from '../../db/tables/items.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { lastInputOf, nearDuplicatesOf, seqsWithInputWord } from '../../db/tables/similar-items.ts';
import { textIndexedThrough } from '../../db/tables/text-index.ts';
import { notFound } from './list-items.ts';

export interface SimilarInput {
  readonly id: string;
  readonly limit?: number | undefined;
}

/** Characters of the input that words are taken from. */
const readCharacters = 4000;

/** Words that are looked up, the longest first: long words are rarer. */
const mostLookedUp = 24;

/** A word in more interactions than this tells nothing, and reading on would hold up everything else. */
const mostWithWord = 1000;

/** In a small project a word may be in this share of all interactions, or in so many of them. */
const tellingShare = 0.1;
const alwaysTelling = 5;

/** Words whose interactions are compared. */
const mostTelling = 8;

/**
 * Interactions like one: near-duplicates, then those whose input shares its most telling words. What has more of them, and
 * rarer ones, comes first (the sum of their inverse document frequencies). ITEM_NOT_FOUND.
 */
export function similarItems(
  database: Database,
  input: SimilarInput,
): Result<{ readonly items: SimilarItem[]; readonly isComplete: boolean }> {
  const seq = seqOfItem(database, input.id);
  if (seq === null) return notFound(input.id);
  const limit = input.limit ?? 8;
  const newest = newestInteraction(database);
  const near = nearDuplicatesOf(database, seq, Math.ceil(limit / 2));
  const found = new Map<number, SimilarItem['why']>(near.map((other) => [other, { kind: 'near_duplicate' }]));
  for (const { seq: other, words } of sharingWords(database, seq, newest)) {
    if (found.size >= limit) break;
    if (!found.has(other)) found.set(other, { kind: 'words', words });
  }
  const items = [...found].flatMap(([other, why]) => {
    const [summary] = readSummaries(database, [other], null);
    if (summary === undefined) return [];
    const { id, input: text, output, edited, labelled } = summary;
    return { id, input: text, output, edited, labelled, why };
  });
  return succeed({ items, isComplete: textIndexedThrough(database) >= newest });
}

interface Sharing {
  readonly seq: number;
  readonly words: string[];
  readonly weight: number;
}

function sharingWords(database: Database, seq: number, newest: number): Sharing[] {
  const found = new Map<number, Sharing>();
  for (const { word, seqs } of tellingWords(database, seq, newest)) {
    const weight = Math.log(newest / seqs.length);
    for (const other of seqs) {
      if (other === seq) continue;
      const known = found.get(other);
      found.set(other, {
        seq: other,
        words: [...(known?.words ?? []), word],
        weight: (known?.weight ?? 0) + weight,
      });
    }
  }
  return [...found.values()].toSorted((left, right) => right.weight - left.weight || left.seq - right.seq);
}

interface TellingWord {
  readonly word: string;
  readonly seqs: readonly number[];
}

/** The words of the input that fewest interactions hold, rarest first; at least one other has each of them. */
function tellingWords(database: Database, seq: number, newest: number): TellingWord[] {
  const most = Math.min(mostWithWord, Math.max(alwaysTelling, newest * tellingShare));
  return candidateWords(lastInputOf(database, seq, readCharacters))
    .map((word) => ({ word, seqs: seqsWithInputWord(database, word, mostWithWord + 1) }))
    .filter(({ seqs }) => seqs.length <= most && seqs.some((other) => other !== seq))
    .toSorted((left, right) => left.seqs.length - right.seqs.length)
    .slice(0, mostTelling);
}

function candidateWords(text: string): string[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));
  return [...words]
    .filter((word) => word.length > 3 || /\P{ASCII}/u.test(word))
    .toSorted((left, right) => right.length - left.length)
    .slice(0, mostLookedUp);
}
