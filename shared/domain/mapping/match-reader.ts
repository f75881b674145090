import { fail, type Result, succeed } from '../../result/result.ts';
import type { JsonObject } from '../json.ts';
import type { Instant } from '../time/instant.ts';
import { type ChangeUser, compileJoinKey } from './join-key.ts';
import type { JoinMethod } from './join-method.ts';
import type { AttachmentMatch, RowProblem } from './mapped-row.ts';
import type { FixedTarget, ListTarget } from './mapping.ts';
import type { Path } from './path.ts';

/** What a row says of itself that it may be joined by. */
export interface MatchValues {
  readonly ids: readonly string[];
  readonly session: string | null;
  readonly user: string | null;
  readonly createdAt: Instant | null;
}

/** Reads what a row finds its interactions by, or says what of it is missing. */
export interface MatchReader {
  readonly read: (row: JsonObject, values: MatchValues) => AttachmentMatch | RowProblem;
  /** What it reads besides targets. */
  readonly paths: readonly Path[];
}

/**
 * Prepares a way to join.
 * @param has whether a target is mapped
 * @param changeUser where users of the project have pseudonyms
 * MAPPING_INVALID where what it needs is not mapped.
 */
export function compileMatch(
  method: JoinMethod,
  has: (target: FixedTarget | ListTarget) => boolean,
  changeUser?: ChangeUser,
): Result<MatchReader> {
  switch (method.by) {
    case 'id':
      return has('external_id') || has('keys') || has('session')
        ? succeed({ paths: [], read: readId })
        : fail(
            'MAPPING_INVALID',
            'Nothing tells which interaction a row belongs to. Map the column of its id to external_id, or map session.',
          );
    case 'session':
      return has('session')
        ? succeed({ paths: [], read: sessionReader(method.which) })
        : fail('MAPPING_INVALID', 'Rows are joined by session. Map the column of the session to session.');
    case 'user_window':
      return has('user') && has('created_at')
        ? succeed({ paths: [], read: windowReader(method.minutes * 60_000, changeUser) })
        : fail(
            'MAPPING_INVALID',
            'Rows are joined by user and time. Map the column of the user to user and that of the time to created_at.',
          );
    case 'key': {
      const key = compileJoinKey(method, changeUser);
      if (!key.ok) return key;
      const { ofRow, rowPaths } = key.value;
      return succeed({
        paths: rowPaths,
        read: (row) => {
          const keys = ofRow(row);
          return keys.length === 0
            ? missing(`The row has no key: a place of ${method.row} is empty.`)
            : { by: 'key', keys };
        },
      });
    }
  }
}

function readId(_row: JsonObject, { ids, session }: MatchValues): AttachmentMatch | RowProblem {
  return ids.length === 0 && session === null
    ? missing('The row names no interaction: the columns of its id are empty.')
    : { by: 'id' };
}

function sessionReader(which: 'last' | 'all'): MatchReader['read'] {
  return (_row, { session, createdAt }) =>
    session === null
      ? missing('The row names no session: its column is empty.')
      : { by: 'session', session, which, at: createdAt };
}

function windowReader(windowMs: number, changeUser: ChangeUser | undefined): MatchReader['read'] {
  return (_row, { user, createdAt }) => {
    if (user === null) return missing('The row names no user: its column is empty.');
    if (createdAt === null) return missing('The row has no time: its column is empty.');
    const users = changeUser === undefined ? [user] : [...new Set([user, changeUser(user)])];
    return { by: 'user_window', users, from: createdAt.ms - windowMs, to: createdAt.ms };
  };
}

function missing(message: string): RowProblem {
  return { reason: 'missing_id', message };
}
