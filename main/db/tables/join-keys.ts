import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';
import { ofSources } from './interaction-keys.ts';

/**
 * What interactions are joined by, in a table of this connection that is gone with it: in the file of temporary tables, not
 * in memory, and no part of the project.
 */
export interface JoinKeys {
  readonly add: (key: string, at: number, seq: number) => void;
  /** Interactions of this key within these times, the latest first, at most two. */
  readonly find: (key: string, from: number, to: number) => readonly KeyedInteraction[];
  readonly close: () => void;
}

export interface KeyedInteraction {
  readonly seq: number;
  readonly at: number;
}

/** Tables of one connection are told apart, because rejects may be tried again twice at once. */
let opened = 0;

export function openJoinKeys(database: Database): JoinKeys {
  opened += 1;
  const table = `temp.join_keys_${opened}`;
  database.exec(
    `CREATE TABLE ${table} (key TEXT NOT NULL, at INTEGER NOT NULL, interaction_seq INTEGER NOT NULL,
      PRIMARY KEY (key, at, interaction_seq)) STRICT, WITHOUT ROWID`,
  );
  // Not `prepare`: it keeps statements as long as the connection, and these are of a table that goes.
  const insert = database.prepare(`INSERT INTO ${table} (key, at, interaction_seq) VALUES (?, ?, ?)`);
  const find = database.prepare<[string, number, number], KeyedInteraction>(
    `SELECT interaction_seq AS seq, at FROM ${table} WHERE key = ? AND at BETWEEN ? AND ?
     ORDER BY at DESC, interaction_seq DESC LIMIT 2`,
  );
  return {
    add: (key, at, seq) => void insert.run(key, at, seq),
    find: (key, from, to) => find.all(key, from, to),
    close: () => void database.exec(`DROP TABLE ${table}`),
  };
}

/** What of an interaction may be part of a key. */
export interface JoinedInteraction {
  readonly seq: number;
  readonly user: string | null;
  readonly session: string | null;
  readonly model: string | null;
  readonly promptVersion: string | null;
  readonly externalId: string | null;
  readonly createdAt: number | null;
  /** JSON; null where it was not asked for. */
  readonly meta: string | null;
}

/** Exported for the test of its query plan. */
export const joinedSql = `
SELECT i.seq, i.user, i.session, i.model, p.name AS promptVersion, i.external_id AS externalId, i.created_at AS createdAt,
  CASE WHEN ? THEN i.meta END AS meta
FROM interactions AS i LEFT JOIN prompt_versions AS p ON p.seq = i.prompt_version_seq
WHERE i.seq BETWEEN ? AND ? AND ${ofSources} ORDER BY i.seq`;

/** Interactions from one to another in the order of import, those of these sources (JSON list of ids; null for all). */
export function joinedInteractions(
  database: Database,
  range: { readonly first: number; readonly last: number; readonly withMeta: boolean },
  sources: string | null,
): JoinedInteraction[] {
  const { first, last, withMeta } = range;
  return rowsOf<JoinedInteraction>(database, joinedSql).all(withMeta ? 1 : 0, first, last, sources, sources);
}
