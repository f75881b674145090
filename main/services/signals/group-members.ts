import type { Database } from '../../db/database.ts';
import { membersAround, type SessionMember } from '../../db/tables/session-items.ts';

/** Interactions of a session or a user near one in the order of import, and that one; in that order. */
export type GroupMembers = (value: string, seq: number) => readonly SessionMember[];

/** What was read at one time: all of the group from one seq to another. */
interface Stretch {
  readonly members: readonly SessionMember[];
  /** The first and the last seq for which all that is near was read. */
  readonly from: number;
  readonly to: number;
}

/** Groups of which a stretch is kept. */
const mostKept = 2000;

/**
 * Reads them for one interaction after the other: what was read for one holds for those that follow it in its group, so that
 * going through a project takes a query for every few of a group. Make it anew for every run.
 * @param near how many on each side
 */
export function createGroupMembers(
  database: Database,
  column: 'session' | 'user',
  near: number,
): GroupMembers {
  const kept = new Map<string, Stretch>();
  return (value, seq) => {
    const known = kept.get(value);
    const isNear = known !== undefined && seq >= known.from && seq <= known.to;
    const place = isNear ? placeOf(known, seq) : -1;
    // One that came since is not in what was read.
    if (known !== undefined && place !== -1) return around(known, place, near);
    const stretch = read(membersAround(database, column, value, seq, readAhead * near), seq, near);
    if (kept.size >= mostKept) kept.clear();
    kept.set(value, stretch);
    return around(stretch, placeOf(stretch, seq), near);
  };
}

function placeOf({ members }: Pick<Stretch, 'members'>, seq: number): number {
  return members.findIndex((member) => member.seq === seq);
}

function around({ members }: Stretch, place: number, near: number): readonly SessionMember[] {
  return members.slice(Math.max(0, place - near), place + near + 1);
}

/** So many times as far as is asked for is read at once. */
const readAhead = 4;

function read(unordered: readonly SessionMember[], seq: number, near: number): Stretch {
  const members = unordered.toSorted((one, other) => one.seq - other.seq);
  const place = placeOf({ members }, seq);
  // Where less came than was asked for, the group ends there.
  const isEnd = members.length - 1 - place < readAhead * near;
  return {
    members,
    from: seq,
    to: isEnd ? Infinity : (members.at(-1 - near)?.seq ?? seq),
  };
}
