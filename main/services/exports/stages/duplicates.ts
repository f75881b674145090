import type { Example } from '../../../../shared/domain/export/example.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { skip } from '../../../../shared/domain/export/row-finding.ts';
import { fingerprintOf } from '../../../../shared/domain/text/fingerprint.ts';
import { createHashMemory } from '../../../../shared/domain/text/hash-memory.ts';
import { createNearIndex } from '../../../../shared/domain/text/near-index.ts';
import { jaccard } from '../../../../shared/domain/text/shingles.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import { idsOfItems } from '../../../db/tables/items.ts';
import { answersOf, exampleShingles } from '../example-shingles.ts';
import { createFingerprint } from '../fingerprint.ts';
import { createRecentMemory } from '../recent-memory.ts';
import type { ChoosingContext, ReadExamples, Stage } from './stage.ts';

/** A row that is left out, and the interaction whose row stays in its place. */
interface Repeat {
  readonly seq: number;
  readonly keptSeq: number;
  readonly share: number;
}

/** Finds repeats of rows that stay. */
interface Finder {
  readonly find: (seq: number, example: Example) => Repeat | null;
  /** Remembers the row that was asked for last, which stays. */
  readonly keep: (seq: number) => void;
}

const mostListed = 20;

/**
 * Leaves out what repeats an earlier row: the same texts apart from white space, and where it is asked for, texts that
 * share most of their pairs of words. What is compared are the rows that stay, so that of those that stay no two are alike.
 */
export async function makeDuplicates(
  { duplicates }: Recipe,
  { database, readExamples }: ChoosingContext,
): Promise<Result<Stage | null>> {
  if (duplicates === undefined || (!duplicates.exact && duplicates.near === undefined)) return succeed(null);
  let finders: readonly (readonly ['exact' | 'near', Finder])[] = [];
  const counts = { exact: 0, near: 0 };
  const listed: Repeat[] = [];
  return succeed({
    step: 'unique',
    // oxlint-disable-next-line require-yield -- there is nothing to do in steps
    *prepare({ length }) {
      const { exact, near } = duplicates;
      finders = [
        ...(exact ? [['exact', createExactFinder(length)] as const] : []),
        ...(near === undefined ? [] : [['near', createNearFinder(near, length, readExamples)] as const]),
      ];
    },
    pass(candidate) {
      const { seq, example } = candidate;
      for (const [kind, finder] of finders) {
        const repeat = finder.find(seq, example);
        if (repeat === null) continue;
        counts[kind] += 1;
        if (listed.length < mostListed) listed.push(repeat);
        return kind === 'exact' ? duplicate : nearDuplicate;
      }
      for (const [, finder] of finders) finder.keep(seq);
      return succeed(candidate);
    },
    report: () => ({ duplicates: { ...counts, examples: withIds(database, listed) } }),
  });
}

function withIds(database: ChoosingContext['database'], repeats: readonly Repeat[]) {
  return repeats.flatMap(({ seq, keptSeq, share }) => {
    const [itemId] = idsOfItems(database, [seq]);
    const [keptItemId] = idsOfItems(database, [keptSeq]);
    return itemId === undefined || keptItemId === undefined ? [] : [{ itemId, keptItemId, share }];
  });
}

function createExactFinder(expected: number): Finder {
  const fingerprint = createFingerprint();
  const kept = createHashMemory(expected);
  let hash = 0;
  return {
    find(seq, example) {
      hash = fingerprint(textsOf(example));
      const keptSeq = kept.get(hash);
      return keptSeq === undefined ? null : { seq, keptSeq, share: 1 };
    },
    keep: (seq) => void kept.getOrAdd(hash, seq),
  };
}

/** Everything that a row teaches, with white space evened out: roles, texts, calls and tools. */
function textsOf(example: Example): string {
  const { wanted, unwanted } = answersOf(example);
  const prompt = example.prompt.map(({ role, content, name, tool_calls: calls }) => [
    role,
    evenSpace(content),
    name,
    calls,
  ]);
  const tools = 'tools' in example ? example.tools : undefined;
  return JSON.stringify([prompt, wanted.map(evenSpace), unwanted.map(evenSpace), tools]);
}

function evenSpace(text: string): string {
  // Most texts have one space between words, and replacing each by itself would take long.
  return /[^\S ]|\s\s/u.test(text) ? text.trim().replaceAll(/\s+/gu, ' ') : text.trim();
}

/** Of many that are alike but not enough, only some are compared. */
const mostVerified = 24;

function createNearFinder(share: number, expected: number, readExamples: ReadExamples): Finder {
  const index = createNearIndex(share, expected);
  const seqs: number[] = [];
  const read = createRecentMemory(
    (seq) =>
      readExamples(seq).map((example) => ({ isBad: isBad(example), shingles: exampleShingles(example) })),
    (examples) => examples.reduce((sum, { shingles }) => sum + shingles.length, 1),
  );
  let fingerprint: Uint32Array | null = null;
  return {
    find(seq, example) {
      const shingles = exampleShingles(example);
      fingerprint = fingerprintOf(shingles);
      if (fingerprint === null) return null;
      const found: { repeat: Repeat | null; verified: number } = { repeat: null, verified: 0 };
      index.visit(fingerprint, (item) => {
        const keptSeq = seqs[item] ?? 0;
        // Rows of one interaction are made to be compared with each other.
        if (keptSeq === seq) return false;
        if (++found.verified > mostVerified) return true;
        const alike = read(keptSeq).filter((kept) => kept.isBad === isBad(example));
        const shared = Math.max(0, ...alike.map((kept) => jaccard(shingles, kept.shingles)));
        if (shared < share) return false;
        found.repeat = { seq, keptSeq, share: shared };
        return true;
      });
      return found.repeat;
    },
    keep(seq) {
      if (fingerprint === null) return;
      index.add(fingerprint);
      seqs.push(seq);
    },
  };
}

/** A good and a bad answer do not teach the same, however much of their input they share. */
function isBad(example: Example): boolean {
  return example.kind === 'unpaired' && !example.good;
}

const duplicate = skip('duplicate', 'The row has the same texts as an earlier one.');
const nearDuplicate = skip('near_duplicate', 'The row has nearly the same texts as an earlier one.');
