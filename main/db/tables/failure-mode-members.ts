import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type Database, prepare } from '../database.ts';
import { type EventRow, eventsOfKey, timeOfEvent } from './events.ts';
import { markChangesStale } from './stale-changes.ts';

/** A change, or with an empty place a whole output, and a failure mode that it is said to be an example of, or not. */
export interface MemberKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly place: string;
  readonly failureModeId: string;
}

const verdictSchema = z.enum(['in', 'out']);
export type Verdict = z.infer<typeof verdictSchema>;

export const memberPayload = z.object({ verdict: verdictSchema.nullable() });

const memberState = z.object({
  verdict: verdictSchema,
  annotatorSeq: z.int(),
  eventId: z.string(),
  at: z.int(),
});
export type MemberState = z.infer<typeof memberState>;

export function memberFoldKey({ interaction, place, failureModeId }: MemberKey): string {
  return foldKeyOf({ kind: 'member', failureModeId, interactionId: interaction.id, place });
}

/** What is said of it, as the table has it. */
export function readMember(database: Database, key: MemberKey): MemberState | null {
  const row = prepare(
    database,
    `SELECT verdict, annotator_seq AS annotatorSeq, event_id AS eventId, at FROM failure_mode_members ${ofKey}`,
  ).get(...addressOf(key));
  return row === undefined ? null : memberState.parse(row);
}

/** What is said of it after these events of its fold key. */
export function memberAfter(events: readonly EventRow[]): MemberState | null {
  const act = latestAct(events);
  const verdict = act === null ? null : memberPayload.parse(act.payload).verdict;
  if (act === null || verdict === null) return null;
  return { verdict, annotatorSeq: act.actorSeq, eventId: act.id, at: timeOfEvent(act) };
}

/** What is said of it, as the events say. */
export function foldedMember(database: Database, key: MemberKey): MemberState | null {
  return memberAfter(eventsOfKey(database, memberFoldKey(key)));
}

/** Brings the table's row up to date and returns it. */
export function refoldMember(database: Database, key: MemberKey): MemberState | null {
  const state = foldedMember(database, key);
  prepare(database, `DELETE FROM failure_mode_members ${ofKey}`).run(...addressOf(key));
  if (state !== null) {
    prepare(
      database,
      `INSERT INTO failure_mode_members (interaction_seq, place, failure_mode, verdict, annotator_seq, event_id, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(...addressOf(key), state.verdict, state.annotatorSeq, state.eventId, state.at);
  }
  // As an example of a failure mode, a whole output is a unit without an edit as well.
  if (key.place === '') markChangesStale(database, key.interaction.seq);
  return state;
}

export function deleteMembers(database: Database): void {
  prepare(database, 'DELETE FROM failure_mode_members').run();
}

function addressOf({ interaction, place, failureModeId }: MemberKey): [number, string, string] {
  return [interaction.seq, place, failureModeId];
}

const ofKey = 'WHERE interaction_seq = ? AND place = ? AND failure_mode = ?';
