import { resolve } from 'node:path';
import type { Recipe } from '../../shared/domain/export/recipe.ts';

/** What keeps repeats and test data out of an export. */
export interface LeakOptions {
  readonly split: number;
  readonly groupBy: Recipe['groupBy'];
  readonly unique?: boolean;
  readonly near?: number;
  readonly notIn?: string;
  readonly words: number;
  readonly test?: number;
  readonly keepNearDuplicates?: boolean;
}

/** The parts of a recipe that were asked for. */
export function leakParts({
  split,
  groupBy,
  unique = false,
  near,
  notIn,
  words,
  test,
  keepNearDuplicates = false,
}: LeakOptions): Partial<Recipe> {
  const isSplit = split > 0 || test !== undefined;
  return {
    // Splits by single interactions move no rows as it is.
    ...(isSplit && groupBy !== 'interaction' ? { stable: true } : {}),
    ...(test === undefined ? {} : { test }),
    ...(keepNearDuplicates ? { keepsNearDuplicates: true } : {}),
    ...(unique || near !== undefined
      ? { duplicates: { exact: true, ...(near === undefined ? {} : { near }) } }
      : {}),
    ...(notIn === undefined ? {} : { decontaminate: { path: resolve(notIn), words } }),
  };
}
