import { z } from 'zod';
import { formatTime, nextTime, parseTime } from '../../../shared/domain/time/hybrid-clock.ts';
import { createId } from '../create-id.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf } from '../query.ts';

export type EventType =
  | 'label.set'
  | 'edit.write'
  | 'span.set'
  | 'resolution.set'
  | 'item.skip'
  | 'item.flag'
  | 'gold.set'
  | 'requery.judge'
  | 'failure_mode.create'
  | 'failure_mode.change'
  | 'failure_mode.merge'
  | 'failure_mode.retire'
  | 'member.set'
  | 'cluster.decide'
  | 'weekly.decide'
  | 'prompt_version.change'
  | 'schema.save'
  | 'event.undo';

export interface NewEvent {
  readonly type: EventType;
  readonly actorSeq: number;
  /** The machine it happened on. */
  readonly device: string;
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
  readonly interactionId: string | null;
  readonly foldKey: string;
  readonly payload: unknown;
  readonly undoes: string | null;
}

export const eventRow = z.object({
  seq: z.int(),
  id: z.string(),
  type: z.string(),
  actorSeq: z.int(),
  device: z.string(),
  clock: z.string(),
  interactionId: z.string().nullable(),
  foldKey: z.string(),
  payload: z.string().transform((text): unknown => JSON.parse(text)),
  undoes: z.string().nullable(),
});
export type EventRow = z.infer<typeof eventRow>;

/** Where an act stands among those that were one step. */
const batchPlace = z.object({ id: z.string(), index: z.int() });
export type BatchPlace = z.infer<typeof batchPlace>;

/** An event in somebody's history; what it says is in its fold key's events. */
const actorEvent = z.object({
  seq: z.int(),
  id: z.string(),
  type: z.string(),
  interactionId: z.string().nullable(),
  foldKey: z.string(),
  undoes: z.string().nullable(),
  /** The type of what it undoes. */
  undoneType: z.string().nullable(),
  batch: z
    .string()
    .transform((text) => batchPlace.parse(JSON.parse(text)))
    .nullable(),
});
export type ActorEvent = z.infer<typeof actorEvent>;

/** Writes one event to the journal, at a time after every event the project knows. Call inside a transaction. */
export function appendEvent(database: Database, event: NewEvent): string {
  const id = createId();
  const greatest = prepare(database, greatestClock).pluck().get();
  const seen = typeof greatest === 'string' ? parseTime(greatest) : null;
  prepare(
    database,
    `INSERT INTO events (id, type, actor_seq, device, clock, interaction_id, fold_key, payload, undoes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    event.type,
    event.actorSeq,
    event.device,
    formatTime(nextTime(seen, event.now, event.device)),
    event.interactionId,
    event.foldKey,
    JSON.stringify(event.payload),
    event.undoes,
  );
  return id;
}

/** Everything that happened to one fold key, oldest first by clock. */
export function eventsOfKey(database: Database, foldKey: string): EventRow[] {
  return z.array(eventRow).parse(prepare(database, eventsByKey).all(foldKey));
}

/** Everything that happened to one interaction, oldest first by clock. */
export function eventsOfInteraction(database: Database, interactionId: string): EventRow[] {
  return z.array(eventRow).parse(prepare(database, eventsByInteraction).all(interactionId));
}

/**
 * Events of one person on one device, newest first, in pages.
 * @param beforeSeq events with a smaller seq only
 */
export function eventsOfActor(
  database: Database,
  actorSeq: number,
  device: string,
  beforeSeq: number,
): ActorEvent[] {
  return z.array(actorEvent).parse(prepare(database, eventsByActor).all(actorSeq, beforeSeq, device));
}

/** Those of them that are about no interaction of their own: about failure modes and clusters. */
export function modeEventsOfActor(
  database: Database,
  actorSeq: number,
  device: string,
  beforeSeq: number,
): ActorEvent[] {
  return z.array(actorEvent).parse(prepare(database, modeEventsByActor).all(actorSeq, beforeSeq, device));
}

/** Every fold key that any event names, in pages of ascending keys. */
export function foldKeys(database: Database, after: string): string[] {
  return z.array(z.string()).parse(prepare(database, distinctKeys).pluck().all(after));
}

/** Grows with every event. */
export function newestEvent(database: Database): number {
  return numberOf(database, 'SELECT max(seq) FROM events');
}

const batched = z.object({ batch: batchPlace });

/** Where an act stands among those that were one step; null where it was alone. */
export function batchOf({ payload }: EventRow): BatchPlace | null {
  return batched.safeParse(payload).data?.batch ?? null;
}

/** UTC milliseconds of an event, by its clock. */
export function timeOfEvent(event: EventRow): number {
  return parseTime(event.clock).ms;
}

export const eventColumns = `seq, id, type, actor_seq AS actorSeq, device, clock, interaction_id AS interactionId,
  fold_key AS foldKey, payload, undoes`;

/** Exported for the test of their query plans: they run on every keystroke of a review. */
export const greatestClock = 'SELECT max(clock) FROM events';
export const eventsByKey = `SELECT ${eventColumns} FROM events WHERE fold_key = ? ORDER BY clock`;
export const eventsByInteraction = `SELECT ${eventColumns} FROM events WHERE interaction_id = ? ORDER BY clock`;
export const eventsByActor = `SELECT seq, id, type, interaction_id AS interactionId, fold_key AS foldKey, undoes,
  (SELECT target.type FROM events AS target WHERE target.id = events.undoes) AS undoneType,
  CASE WHEN type IN ('label.set', 'event.undo') THEN json_extract(payload, '$.batch') END AS batch FROM events
  WHERE actor_seq = ? AND seq < ? AND device = ? ORDER BY seq DESC LIMIT 50`;
/** Those about no interaction of their own, such as about failure modes: a few among all labels. */
export const modeEventsByActor = `SELECT seq, id, type, interaction_id AS interactionId, fold_key AS foldKey, undoes,
  (SELECT target.type FROM events AS target WHERE target.id = events.undoes) AS undoneType,
  json_extract(payload, '$.batch') AS batch FROM events INDEXED BY events_on_failure_modes
  WHERE actor_seq = ? AND seq < ? AND device = ? AND interaction_id IS NULL ORDER BY seq DESC LIMIT 50`;
const distinctKeys = 'SELECT DISTINCT fold_key FROM events WHERE fold_key > ? ORDER BY fold_key LIMIT 1000';
