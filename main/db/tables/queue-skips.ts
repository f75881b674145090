import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type Database, prepare } from '../database.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';
import { refreshDone } from './queue-done.ts';

/** What one annotator leaves out of one queue. */
export interface SkipKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly annotator: { readonly seq: number; readonly id: string };
  readonly queue: { readonly seq: number; readonly id: string };
}

/** `reason` null takes the skip back. */
export const skipPayload = z.object({ reason: z.string().nullable() });

const skipRow = z.object({ reason: z.string(), eventId: z.string(), at: z.int() });
export type Skip = z.infer<typeof skipRow>;

export function skipFoldKey({ interaction, annotator, queue }: SkipKey): string {
  return foldKeyOf({
    kind: 'skip',
    interactionId: interaction.id,
    annotatorId: annotator.id,
    queueId: queue.id,
  });
}

/** The skip as the table has it. */
export function readSkip(database: Database, { interaction, annotator, queue }: SkipKey): Skip | null {
  const row = prepare(
    database,
    `SELECT reason, event_id AS eventId, at FROM queue_skips
     WHERE queue_seq = ? AND annotator_seq = ? AND interaction_seq = ?`,
  ).get(queue.seq, annotator.seq, interaction.seq);
  return row === undefined ? null : skipRow.parse(row);
}

/** The skip as the events say it is. */
export function foldedSkip(database: Database, key: SkipKey): Skip | null {
  const act = latestAct(eventsOfKey(database, skipFoldKey(key)));
  if (!act) return null;
  const { reason } = skipPayload.parse(act.payload);
  return reason === null ? null : { reason, eventId: act.id, at: timeOfEvent(act) };
}

/** Brings the table's row up to date, with what the annotator has done in the queue, and returns it. */
export function refoldSkip(database: Database, key: SkipKey): Skip | null {
  const state = foldedSkip(database, key);
  const address = [key.queue.seq, key.annotator.seq, key.interaction.seq];
  if (state) {
    prepare(
      database,
      `INSERT INTO queue_skips (queue_seq, annotator_seq, interaction_seq, reason, event_id, at)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET reason = excluded.reason, event_id = excluded.event_id, at = excluded.at`,
    ).run(...address, state.reason, state.eventId, state.at);
  } else {
    prepare(
      database,
      'DELETE FROM queue_skips WHERE queue_seq = ? AND annotator_seq = ? AND interaction_seq = ?',
    ).run(...address);
  }
  refreshDone(database, { interactionSeq: key.interaction.seq, annotatorSeq: key.annotator.seq });
  return state;
}

export function deleteSkips(database: Database): void {
  prepare(database, 'DELETE FROM queue_skips').run();
}
