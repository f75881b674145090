import { basename } from 'node:path';
import type { FileShape } from '../../../shared/domain/file-shape.ts';
import { guessMapping } from '../../../shared/domain/mapping/guess-mapping.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { SourceRow } from '../../files/row-batch.ts';
import { readFirstRows } from './read-first-rows.ts';

/** How many rows a guess looks at. */
const guessRows = 200;

/** The mapping given, else the guessed one. */
export async function chooseMapping(
  path: string,
  shape: FileShape,
  given: Mapping | undefined,
): Promise<Result<Mapping>> {
  if (given !== undefined) return succeed(given);
  const first = await readGuessRows(path, shape);
  return first.ok ? succeed(guessMapping(first.value.map(({ value }) => value))) : first;
}

/** The rows to guess from, at least one: without any there is no mapping to choose, and the reason is said instead. */
export async function readGuessRows(path: string, shape: FileShape): Promise<Result<readonly SourceRow[]>> {
  const first = await readFirstRows(path, shape, guessRows);
  if (!first.ok) return first;
  const { rows, rejects } = first.value;
  if (rows.length > 0) return succeed(rows);
  const name = basename(path);
  const [reject] = rejects;
  if (reject === undefined)
    return fail('FILE_UNREADABLE', `${name} holds no rows. Choose a file with at least one.`);
  const rowsRead = rejects.length === 1 ? 'Its one row' : `None of its first ${rejects.length} rows`;
  return fail(
    'FILE_UNREADABLE',
    `${rowsRead}${rejects.length === 1 ? ' cannot' : ' can'} be read as ${shape.format.toUpperCase()}. In line ${reject.line} of ${name}: ${reject.message}`,
  );
}
