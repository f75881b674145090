import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { type ModeState, readMode } from '../../db/tables/failure-mode-fold.ts';
import { modeOfName, standingId } from '../../db/tables/failure-modes.ts';

/** A failure mode in use; of one that was merged, the one that stands for it. MODE_NOT_FOUND. */
export function findMode(database: Database, id: string): Result<ModeState & { readonly id: string }> {
  const standing = standingId(database, id);
  const mode = standing === null ? null : readMode(database, standing);
  if (standing === null || mode === null)
    return fail('MODE_NOT_FOUND', `There is no failure mode ${id} in this project. Reload the list.`);
  if (mode.retired === 1)
    return fail('MODE_NOT_FOUND', `“${mode.name}” is not in use any more. Choose another failure mode.`);
  return succeed({ ...mode, id: standing });
}

/** The name as it can be given to a failure mode: not empty, and not that of another one in use. MODE_INVALID. */
export function freeName(database: Database, given: string, id: string | null): Result<string> {
  const name = given.trim();
  if (name === '') return fail('MODE_INVALID', 'A failure mode needs a name.');
  const holder = modeOfName(database, name);
  if (holder !== null && holder !== id)
    return fail(
      'MODE_INVALID',
      `There is a failure mode “${name}” already. Choose another name, or merge the two.`,
    );
  return succeed(name);
}
