import { basename } from 'node:path';
import type { FileShape } from '../../../shared/domain/file-shape.ts';
import type { Brings } from '../../../shared/contract/import-operations.ts';
import { guessAttachments, guessMapping } from '../../../shared/domain/mapping/guess-mapping.ts';
import type { Mapping, Target } from '../../../shared/domain/mapping/mapping.ts';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { arrivingMapping, attachmentMapping } from '../../files/adapters/arriving-mapping.ts';
import { findAdapter } from '../../files/adapters/registry.ts';
import type { SourceRow } from '../../files/row-batch.ts';
import { readFirstRows } from './read-first-rows.ts';

/** How many rows a guess looks at. */
const guessRows = 200;

/** The mapping given, else the guessed one. */
export async function chooseMapping(
  path: string,
  shape: FileShape,
  given: Mapping | undefined,
  brings: Brings,
): Promise<Result<Mapping>> {
  if (given !== undefined) return succeed(given);
  const first = await readGuessRows(path, shape);
  return first.ok
    ? succeed(
        proposeMapping(
          first.value.map(({ value }) => value),
          shape.adapter,
          brings,
        ),
      )
    : first;
}

/**
 * The mapping to begin with: an adapter's rows have columns of known meaning; of other rows it is a guess from names and
 * values.
 */
export function proposeMapping(
  rows: readonly JsonObject[],
  adapterId: string | null,
  brings: Brings,
): Mapping {
  const adapter = findAdapter(adapterId);
  if (adapter === null) return brings === 'attachments' ? guessAttachments(rows) : guessMapping(rows);
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  const known = brings === 'attachments' ? attachmentMapping : arrivingMapping;
  return known.filter(({ target, path }) => needed.has(target) || columns.has(path));
}

/** Stay in the mapping of an adapter's rows also where the first rows do not have them. */
const needed: ReadonlySet<Target> = new Set([
  'output',
  'messages',
  'external_id',
  'keys',
  'edits',
  'signals',
  'labels',
  'spans',
]);

/** The rows to guess from, at least one: without any there is no mapping to choose, and the reason is said instead. */
export async function readGuessRows(path: string, shape: FileShape): Promise<Result<readonly SourceRow[]>> {
  const first = await readFirstRows(path, shape, guessRows);
  if (!first.ok) return first;
  const { rows, rejects, skipped } = first.value;
  // A tool's rows that are no AI calls are readable: the import says how many there were of each kind.
  if (rows.length > 0 || skipped.length > 0) return succeed(rows);
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
