import type { Database } from '../../db/database.ts';
import type { AskingRow } from '../../db/tables/requeries.ts';
import type { SessionMember } from '../../db/tables/session-items.ts';
import { createGroupMembers, type GroupMembers } from './group-members.ts';

/** What was asked before and after an interaction. */
export interface AskingNeighbours {
  /** Those of its session, the nearest first, then others of its user. */
  readonly earlier: readonly {
    readonly seq: number;
    readonly scope: 'session' | 'user';
    /** Milliseconds; null where one of the two has no time. */
    readonly gapMs: number | null;
  }[];
  /** Seqs of those of which it is one of the earlier. */
  readonly later: readonly number[];
}

/** How many earlier ones of a session, and of a user, an interaction is compared with. */
const mostEarlier = 5;

/** Who asks again does so soon; settings cannot ask for a longer window. */
const windowMs = 7 * 86_400_000;

/**
 * How far from its place in the order of import the earlier ones are looked for, among those of the session or user. Logs
 * are written in the order of time; a session that was shuffled among others is found as long as it is not longer.
 */
const reach = 20;

/** Finds them for one interaction after the other. */
export function createAskingNeighbours(database: Database): (row: AskingRow) => AskingNeighbours {
  const membersOf = {
    session: createGroupMembers(database, 'session', reach),
    user: createGroupMembers(database, 'user', reach),
  };
  return ({ seq, session, user }) => {
    const ofSession = neighboursIn('session', session, seq, membersOf.session);
    const ofUser = neighboursIn('user', user, seq, membersOf.user);
    const known = new Set(ofSession.earlier.map((one) => one.seq));
    return {
      earlier: [...ofSession.earlier, ...ofUser.earlier.filter((one) => !known.has(one.seq))],
      later: [...new Set([...ofSession.later, ...ofUser.later])],
    };
  };
}

function neighboursIn(
  scope: 'session' | 'user',
  value: string | null,
  seq: number,
  membersOf: GroupMembers,
): AskingNeighbours {
  if (value === null) return { earlier: [], later: [] };
  const members = inOrder(membersOf(value, seq));
  const place = members.findIndex((member) => member.seq === seq);
  const createdAt = members[place]?.createdAt ?? null;
  return {
    earlier: members
      .slice(Math.max(0, place - mostEarlier), place)
      .toReversed()
      .map((one) => ({ seq: one.seq, scope, gapMs: gapBetween(one.createdAt, createdAt) }))
      .filter(({ gapMs }) => gapMs === null || gapMs <= windowMs),
    later: members.slice(place + 1, place + 1 + mostEarlier).map((one) => one.seq),
  };
}

/** By time, then in import order. Where one has no time, times say nothing about the others' order either. */
function inOrder(members: readonly SessionMember[]): SessionMember[] {
  const hasTimes = members.every(({ createdAt }) => createdAt !== null);
  return members.toSorted(
    (left, right) => (hasTimes ? (left.createdAt ?? 0) - (right.createdAt ?? 0) : 0) || left.seq - right.seq,
  );
}

function gapBetween(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : Math.abs(after - before);
}
