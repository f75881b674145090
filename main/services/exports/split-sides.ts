import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { skip, type SkippedRow } from '../../../shared/domain/export/row-finding.ts';
import { type ExportPart, splitOf } from '../../../shared/domain/export/split.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { groupRowReader } from '../../db/tables/export-rows.ts';
import { pagesOf } from './pages.ts';
import type { ReadRow } from './row-reader.ts';
import { comparable, createGroups, type GroupedRow } from './split-groups.ts';
import { findStableSides } from './stable-sides.ts';

/** On which side of the split a row goes, or why it can be on none. */
export type SideOf = (row: ReadRow) => Result<ExportPart, SkippedRow>;

/** Finds out what has to be known of all rows before the first one gets its side, in steps of a few milliseconds. */
export function* prepareSides(
  database: Database,
  recipe: Recipe,
  seqs: Float64Array,
): Generator<void, SideOf, void> {
  if (recipe.validation === 0 && recipe.test === undefined) return () => inTraining;
  const groups = createGroups(recipe.groupBy);
  if (!isStable(recipe)) {
    const read = groupRowReader(database);
    for (const page of groups.needsAllRows ? pagesOf(seqs) : []) {
      for (const row of read(page)) groups.add(row);
      yield;
    }
    return (row) => parts[splitOf(groups.keyOf(grouped(row)), recipe)];
  }
  // The hash of its input alone says where a row goes.
  if (recipe.groupBy === 'interaction' && recipe.keepsNearDuplicates !== true)
    return (row) => parts[splitOf(groups.keyOf(comparable(grouped(row), recipe)), recipe)];
  const sides = yield* findStableSides(database, recipe);
  return ({ seq }) => {
    const side = sides(seq);
    return side === null ? joinsTwoParts : parts[side];
  };
}

function isStable({ stable, test, keepsNearDuplicates }: Recipe): boolean {
  return stable === true || test !== undefined || keepsNearDuplicates === true;
}

function grouped({ interactionId: id, messages, session, user }: ReadRow): GroupedRow {
  return { id, messages, session, user };
}

const parts: Readonly<Record<ExportPart, Result<ExportPart, SkippedRow>>> = {
  training: succeed('training'),
  validation: succeed('validation'),
  test: succeed('test'),
};
const inTraining = parts.training;

const joinsTwoParts = skip(
  'joins_two_parts',
  'The row belongs to groups on different sides of the split, and would take one of them to the other side.',
);
