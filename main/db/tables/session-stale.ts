import type { Database } from '../database.ts';
import { sessionMembers, sessionOf } from './session-items.ts';
import { markValuesStale } from './signal-values.ts';

/** Which one is the last of a session changes with what comes beside it, or goes. */
const besides = 2;

/** Marks the values of the interactions beside one in its session as stale, where they are worked out. */
export function markSessionStale(database: Database, seq: number, session = sessionOf(database, seq)): void {
  if (session === null) return;
  for (const member of sessionMembers(database, session, seq, besides))
    if (member.seq !== seq) markValuesStale(database, member.seq);
}
