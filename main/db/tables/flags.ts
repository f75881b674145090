import { z } from 'zod';
import type { Flag } from '../../../shared/contract/item-operations.ts';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type Database, prepare } from '../database.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';

/** What one annotator asks the lead to look at. Others settle it by acts on the same key. */
export interface FlagKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly annotator: { readonly seq: number; readonly id: string };
}

/** `note` null takes the flag back; a `resolution` settles it, also an empty one. */
export const flagPayload = z.object({ note: z.string().nullable(), resolution: z.string().nullable() });

const flagRow = z.object({
  note: z.string(),
  resolution: z.string().nullable(),
  resolvedBy: z.int().nullable(),
  eventId: z.string(),
  at: z.int(),
});
export type FlagState = z.infer<typeof flagRow>;

export function flagFoldKey({ interaction, annotator }: FlagKey): string {
  return foldKeyOf({ kind: 'flag', interactionId: interaction.id, annotatorId: annotator.id });
}

/** The flag as the table has it. */
export function readFlag(database: Database, { interaction, annotator }: FlagKey): FlagState | null {
  const row = prepare(
    database,
    `SELECT note, resolution, resolved_by AS resolvedBy, event_id AS eventId, at FROM flags
     WHERE interaction_seq = ? AND annotator_seq = ?`,
  ).get(interaction.seq, annotator.seq);
  return row === undefined ? null : flagRow.parse(row);
}

/** The flag as the events say it is. */
export function foldedFlag(database: Database, key: FlagKey): FlagState | null {
  const act = latestAct(eventsOfKey(database, flagFoldKey(key)));
  if (!act) return null;
  const { note, resolution } = flagPayload.parse(act.payload);
  if (note === null) return null;
  const resolvedBy = resolution === null ? null : act.actorSeq;
  return { note, resolution, resolvedBy, eventId: act.id, at: timeOfEvent(act) };
}

/** Brings the table's row up to date and returns it. */
export function refoldFlag(database: Database, key: FlagKey): FlagState | null {
  const state = foldedFlag(database, key);
  const address = [key.interaction.seq, key.annotator.seq];
  if (state) {
    prepare(
      database,
      `INSERT INTO flags (interaction_seq, annotator_seq, note, resolution, resolved_by, event_id, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET note = excluded.note, resolution = excluded.resolution,
         resolved_by = excluded.resolved_by, event_id = excluded.event_id, at = excluded.at`,
    ).run(...address, state.note, state.resolution, state.resolvedBy, state.eventId, state.at);
  } else {
    prepare(database, 'DELETE FROM flags WHERE interaction_seq = ? AND annotator_seq = ?').run(...address);
  }
  return state;
}

export function deleteFlags(database: Database): void {
  prepare(database, 'DELETE FROM flags').run();
}

const flagOfItem = z.object({
  annotator: z.string(),
  note: z.string(),
  at: z.int(),
  resolution: z.string().nullable(),
  resolvedBy: z.string().nullable(),
});

/** The flags of an interaction by the name of who asks, the settled ones among them. */
export function flagsOfItem(database: Database, interactionSeq: number): Flag[] {
  const rows = prepare(
    database,
    `SELECT a.name AS annotator, f.note, f.at, f.resolution, r.name AS resolvedBy FROM flags AS f
     JOIN annotators AS a ON a.seq = f.annotator_seq LEFT JOIN annotators AS r ON r.seq = f.resolved_by
     WHERE f.interaction_seq = ? ORDER BY a.name`,
  ).all(interactionSeq);
  return z
    .array(flagOfItem)
    .parse(rows)
    .map(({ resolution, resolvedBy, ...flag }) =>
      Object.assign(flag, { resolved: resolution === null ? null : { by: resolvedBy ?? '', resolution } }),
    );
}
