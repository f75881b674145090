import { type Database } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

export interface SessionMember {
  readonly seq: number;
  readonly createdAt: number | null;
}

/**
 * Up to `limit` interactions of a session on each side of a seq in import order, and the one of that seq. The index
 * holds a session in runs of the same state, each in seq order, so that no long session is read as a whole.
 */
export function sessionMembers(
  database: Database,
  session: string,
  seq: number,
  limit: number,
): SessionMember[] {
  return membersAround(database, 'session', session, seq, limit);
}

/** The same of all that have a session or a user in common. */
export function membersAround(
  database: Database,
  column: 'session' | 'user',
  value: string,
  seq: number,
  limit: number,
): SessionMember[] {
  // Nearly every session is short, and read as a whole in a fraction of the time.
  const most = 2 * limit + 1;
  const all = rowsOf<SessionMember>(database, wholeGroupSql(column)).all(value, most + 1);
  if (all.length <= most) return nearest(all, seq, limit);
  const sides = [sessionSideSql('<', 'DESC', column), sessionSideSql('>=', 'ASC', column)];
  return sides.flatMap((sql, side) => {
    const parameters = [0, 1, 2, 3].flatMap(() => [value, seq, limit + side]);
    return rowsOf<SessionMember>(database, sql).all(...parameters, limit + side);
  });
}

function nearest(all: readonly SessionMember[], seq: number, limit: number): SessionMember[] {
  const members = all.toSorted((one, other) => one.seq - other.seq);
  const place = members.findIndex((member) => member.seq >= seq);
  const from = place === -1 ? members.length : place;
  return members.slice(Math.max(0, from - limit), from + limit + 1);
}

/** The first interactions of a session or user, in no order. Exported for the test of its query plan. */
export function wholeGroupSql(column: 'session' | 'user'): string {
  return `SELECT i.seq, i.created_at AS createdAt
    FROM interactions AS g INDEXED BY interactions_by_${column}
    CROSS JOIN interactions AS i INDEXED BY interactions_in_order ON i.seq = g.seq
    WHERE g.${column} = ? LIMIT ?`;
}

/** The query behind {@link membersAround}, for one side. */
export function sessionSideSql(
  operator: '<' | '>=',
  direction: 'ASC' | 'DESC',
  column: 'session' | 'user' = 'session',
): string {
  const runs = [0, 1].flatMap((labelled) =>
    [0, 1].map(
      (edited) => `SELECT * FROM (
        SELECT seq FROM interactions INDEXED BY interactions_by_${column}
        WHERE ${column} = ? AND labelled = ${labelled} AND edited = ${edited} AND seq ${operator} ?
        ORDER BY seq ${direction} LIMIT ?)`,
    ),
  );
  return `SELECT i.seq, i.created_at AS createdAt
    FROM (SELECT seq FROM (${runs.join(' UNION ALL ')}) ORDER BY seq ${direction} LIMIT ?) AS near
    JOIN interactions AS i INDEXED BY interactions_in_order ON i.seq = near.seq`;
}

/** How many interactions a session has, counted up to `most`. */
export function countSession(database: Database, session: string, most: number): number {
  return numberOf(database, countSessionSql, session, most);
}

export const countSessionSql = 'SELECT count(*) FROM (SELECT 1 FROM interactions WHERE session = ? LIMIT ?)';

/** The session of an interaction; null where it belongs to none. */
export function sessionOf(database: Database, seq: number): string | null {
  return valuesOf<string>(database, 'SELECT session FROM interactions WHERE seq = ?').get(seq) ?? null;
}

/** Texts and names of the implicit signals of an interaction: what its log says the person did. */
export function implicitSignals(
  database: Database,
  seq: number,
): readonly { readonly name: string; readonly number: number | null; readonly text: string | null }[] {
  return rowsOf<{ name: string; number: number | null; text: string | null }>(
    database,
    `SELECT name, number, text FROM signals WHERE interaction_seq = ? AND kind = 'implicit'`,
  ).all(seq);
}
