import { isJsonObject, parseJson } from '../../../shared/domain/json.ts';
import { compileJoinKey } from '../../../shared/domain/mapping/join-key.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import type { Database } from '../../db/database.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import {
  type JoinedInteraction,
  joinedInteractions,
  type JoinKeys,
  openJoinKeys,
} from '../../db/tables/join-keys.ts';

interface BuildOptions {
  /** JSON list of the ids of sources whose interactions are joined; null for all. */
  readonly sources: string | null;
  /** Waited for after each page; false where nobody waits any more. */
  readonly goesOn: () => Promise<boolean>;
}

/** A few milliseconds. */
const pageSize = 500;

/**
 * Gathers what interactions are joined by: users with times, or keys. Null for joins that need nothing of the kind. It holds a
 * page in memory, whatever the number of interactions. Close what comes of it.
 */
export async function buildJoinKeys(
  database: Database,
  join: JoinMethod,
  { sources, goesOn }: BuildOptions,
): Promise<JoinKeys | null> {
  if (join.by === 'id' || join.by === 'session') return null;
  const { read, withMeta } = keyReader(join);
  const keys = openJoinKeys(database);
  const newest = newestInteraction(database);
  const addPage = database.transaction((first: number) => {
    const range = { first, last: first + pageSize - 1, withMeta };
    for (const row of joinedInteractions(database, range, sources)) {
      const found = read(row);
      if (found !== null) keys.add(found.key, found.at, row.seq);
    }
  });
  for (let first = 1; first <= newest; first += pageSize) {
    addPage(first);
    if (!(await goesOn())) break;
  }
  return keys;
}

interface KeyReader {
  readonly read: (row: JoinedInteraction) => { readonly key: string; readonly at: number } | null;
  readonly withMeta: boolean;
}

function keyReader(join: Extract<JoinMethod, { by: 'user_window' | 'key' }>): KeyReader {
  if (join.by === 'user_window')
    return {
      withMeta: false,
      read: ({ user, createdAt }) =>
        user === null || createdAt === null ? null : { key: user, at: createdAt },
    };
  const compiled = compileJoinKey(join);
  // The same key was compiled with the mapping.
  if (!compiled.ok) throw new Error(compiled.error.message);
  const { ofInteraction, readsMeta } = compiled.value;
  return {
    withMeta: readsMeta,
    read: ({ user, session, model, promptVersion, externalId, meta }) => {
      const parsed = meta === null ? {} : parseJson(meta);
      const key = ofInteraction({
        user,
        session,
        model,
        prompt_version: promptVersion,
        external_id: externalId,
        meta: isJsonObject(parsed) ? parsed : {},
      });
      return key === null ? null : { key, at: 0 };
    },
  };
}
