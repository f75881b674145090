import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { type ExportPart, exportPartSchema, splitOf } from '../../../shared/domain/export/split.ts';
import { fingerprintOf } from '../../../shared/domain/text/fingerprint.ts';
import { createHashMemory, type HashMemory } from '../../../shared/domain/text/hash-memory.ts';
import { hashText } from '../../../shared/domain/text/hash-text.ts';
import { createNearIndex } from '../../../shared/domain/text/near-index.ts';
import { jaccard } from '../../../shared/domain/text/shingles.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { groupRowReader, type StoredGroupRow } from '../../db/tables/export-rows.ts';
import { allMatchingSeqs } from '../../db/tables/item-query.ts';
import { inputShingles } from './example-shingles.ts';
import { pagesOf } from './pages.ts';
import { createRecentMemory } from './recent-memory.ts';
import { comparable, inputHash } from './split-groups.ts';

/** The side of an interaction; null for one that belongs to groups on different sides. */
export type StableSides = (seq: number) => ExportPart | null;

const sideNames = exportPartSchema.options;
/** Beside the numbers of sides, for interactions that join two of them. */
const joinsTwo = sideNames.length;

/**
 * Goes through all interactions of the project in import order. Each goes where its session or user, an equal input or
 * a near-duplicate went before it, and where nothing of it is known yet, by the hash of its group. One that would have
 * to be on two sides is on none. Thus no side depends on what comes later, nor on what the recipe's filter finds: later
 * rows, labels and edits move nothing, and recipes of one seed agree.
 */
export function* findStableSides(
  database: Database,
  recipe: Pick<Recipe, 'validation' | 'test' | 'seed' | 'groupBy' | 'system' | 'keepsNearDuplicates'>,
): Generator<void, StableSides, void> {
  const everything = filterToSql(database, []);
  const seqs = everything.ok ? allMatchingSeqs(database, everything.value) : new Float64Array();
  const sides = new Uint8Array((seqs.at(-1) ?? 0) + 1);
  const groups = createHashMemory(recipe.groupBy === 'interaction' ? 0 : seqs.length / 4);
  const inputs = createHashMemory(seqs.length);
  const near = recipe.keepsNearDuplicates === true ? createNearInputs(database, seqs.length, sides) : null;
  const read = groupRowReader(database);

  const sideOf = (seq: number, row: StoredGroupRow): number => {
    const { messages } = comparable(row, recipe);
    const group = recipe.groupBy === 'interaction' ? null : row[recipe.groupBy];
    const input = inputHash(messages);
    const groupHash = group === null ? null : hashText(group);
    const ofGroup = known(groups, groupHash);
    const ofInput = known(inputs, input);
    if (ofGroup !== undefined && ofInput !== undefined && ofGroup !== ofInput) return joinsTwo;
    let side = ofInput ?? ofGroup;
    // What was equal before has the side of its near-duplicates already.
    const isNew = input !== null && ofInput === undefined;
    const shown = isNew ? (near?.sideOf(row, side) ?? side) : side;
    if (shown === joinsTwo) return joinsTwo;
    side = shown ?? sideNames.indexOf(splitOf(keyOf(recipe.groupBy, group, row.id, input), recipe));
    if (groupHash !== null) groups.getOrAdd(groupHash, side);
    if (input !== null) inputs.getOrAdd(input, side);
    if (isNew) near?.add(seq);
    return side;
  };

  for (const page of pagesOf(seqs)) {
    for (const row of read(page)) sides[row.seq] = sideOf(row.seq, row);
    yield;
  }
  return (seq) => sideNames[sides[seq] ?? joinsTwo] ?? null;
}

function known(memory: HashMemory, hash: number | null): number | undefined {
  return hash === null ? undefined : memory.get(hash);
}

/** The text whose hash decides: that of `createGroups`, so that most rows are where they were in older exports. */
function keyOf(groupBy: Recipe['groupBy'], group: string | null, id: string, input: number | null): string {
  if (group !== null) return `${groupBy}:${group}`;
  return groupBy === 'interaction' && input !== null ? `prompt:${input.toString(36)}` : `interaction:${id}`;
}

/** Near-duplicate inputs share this much of their shingles, as near-duplicate interactions do. */
const nearShare = 0.8;
/** Of many that are alike but not enough, only some are compared. */
const mostVerified = 24;

interface NearInputs {
  /** The side of those that are near-duplicates of a row, `joinsTwo` where they or the given side differ. */
  readonly sideOf: (row: StoredGroupRow, side: number | undefined) => number | undefined;
  /** Remembers the row that was asked for last. */
  readonly add: (seq: number) => void;
}

function createNearInputs(database: Database, expected: number, sides: Uint8Array): NearInputs {
  const index = createNearIndex(nearShare, expected);
  const seqs: number[] = [];
  const read = groupRowReader(database);
  const remembered = createRecentMemory(
    (seq) => inputShingles(read(Float64Array.of(seq))[0]?.messages ?? []),
    ({ length }) => length,
  );
  let fingerprint: Uint32Array | null = null;
  return {
    sideOf(row, side) {
      const shingles = inputShingles(row.messages);
      fingerprint = fingerprintOf(shingles);
      let found = side;
      let verified = 0;
      if (fingerprint === null) return found;
      index.visit(fingerprint, (item) => {
        const seq = seqs[item] ?? 0;
        const itsSide = sides[seq];
        if (itsSide === found) return false;
        if (++verified > mostVerified) return true;
        if (jaccard(shingles, remembered(seq)) < nearShare) return false;
        if (found !== undefined) {
          found = joinsTwo;
          return true;
        }
        found = itsSide;
        return false;
      });
      return found;
    },
    add(seq) {
      if (fingerprint === null) return;
      index.add(fingerprint);
      seqs.push(seq);
    },
  };
}
