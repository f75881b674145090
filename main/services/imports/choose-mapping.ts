import type { FileShape } from '../../../shared/domain/file-shape.ts';
import { guessMapping } from '../../../shared/domain/mapping/guess-mapping.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { readFirstRows } from './read-first-rows.ts';

/** How many rows a guess looks at. */
export const guessRows = 200;

/** The mapping given, else the guessed one. */
export async function chooseMapping(
  path: string,
  shape: FileShape,
  given: Mapping | undefined,
): Promise<Result<Mapping>> {
  if (given !== undefined) return succeed(given);
  const first = await readFirstRows(path, shape, guessRows);
  return first.ok ? succeed(guessMapping(first.value.rows.map(({ value }) => value))) : first;
}
