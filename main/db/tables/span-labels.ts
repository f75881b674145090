import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { severitySchema } from '../../../shared/domain/spans/severity.ts';
import { placeKey, type SpanPlace } from '../../../shared/domain/spans/span-place.ts';
import { spanValueSchema } from '../../../shared/domain/spans/span-value.ts';
import { type Database, prepare } from '../database.ts';
import { type EventRow, eventsOfKey, timeOfEvent } from './events.ts';
import { markStaleByPlace } from './stale-changes.ts';

/** One annotator's judgement on one place of one output. */
export interface SpanKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly annotator: { readonly seq: number; readonly id: string };
  /** See {@link placeKey}. */
  readonly place: string;
}

/** What an act says: the place, with the output's text there, and the value; null takes the label back. */
export const spanPayload = z.object({
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  added: z.string().nullable(),
  value: spanValueSchema.nullable(),
});
export type SpanPayload = z.infer<typeof spanPayload>;

/** What a span label is now; `eventId` is null where an import brought it. */
const spanState = z.object({
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  added: z.string().nullable(),
  failureMode: z.string().nullable(),
  severity: severitySchema.nullable(),
  note: z.string().nullable(),
  /** The failure mode's name as an imported file has it. */
  category: z.string().nullable(),
  eventId: z.string().nullable(),
  at: z.int().nullable(),
});
export type SpanState = z.infer<typeof spanState>;

/** The place that events of one fold key are about, by the first act among them. */
export function spanOfEvents(events: readonly EventRow[]): Omit<SpanPayload, 'value'> {
  const act = events.find(({ undoes }) => undoes === null);
  return spanPayload.parse(act?.payload);
}

export function spanKeyOf(
  interaction: SpanKey['interaction'],
  annotator: SpanKey['annotator'],
  place: SpanPlace,
): SpanKey {
  return { interaction, annotator, place: placeKey(place) };
}

export function spanFoldKey({ interaction, annotator, place }: SpanKey): string {
  return foldKeyOf({ kind: 'span', interactionId: interaction.id, annotatorId: annotator.id, place });
}

/** The span label as the table has it. */
export function readSpanLabel(database: Database, key: SpanKey): SpanState | null {
  const row = prepare(database, `SELECT ${columns}, event_id AS eventId, at FROM span_labels ${ofKey}`).get(
    ...addressOf(key),
  );
  return row === undefined ? null : spanState.parse(row);
}

/** The span label as events and import say it is: the latest act that stands, else the imported one, else nothing. */
export function foldedSpanLabel(database: Database, key: SpanKey): SpanState | null {
  const act = latestAct(eventsOfKey(database, spanFoldKey(key)));
  if (!act) return importedSpanLabel(database, key);
  const { value, ...place } = spanPayload.parse(act.payload);
  return value === null
    ? null
    : { ...place, ...value, category: null, eventId: act.id, at: timeOfEvent(act) };
}

/** What an import says of it, whatever people did since. */
export function importedSpanLabel(database: Database, key: SpanKey): SpanState | null {
  const row = prepare(
    database,
    `SELECT ${columns}, NULL AS eventId, NULL AS at FROM imported_span_labels ${ofKey}`,
  ).get(...addressOf(key));
  return row === undefined ? null : spanState.parse(row);
}

/** Brings the table's row of one span label up to date and returns it. */
export function refoldSpanLabel(database: Database, key: SpanKey): SpanState | null {
  const state = foldedSpanLabel(database, key);
  markStaleByPlace(database, key.interaction.seq, key.place);
  prepare(database, `DELETE FROM span_labels ${ofKey}`).run(...addressOf(key));
  if (!state) return null;
  const { start, end, quote, added, failureMode, severity, note, category, eventId, at } = state;
  prepare(
    database,
    `INSERT INTO span_labels (${stored}, event_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...addressOf(key), start, end, quote, added, failureMode, severity, note, category, eventId, at);
  return state;
}

/** Sets all span labels back to what imports brought; the events are folded over it afterwards. */
export function resetSpanLabelsToImported(database: Database): void {
  prepare(database, 'DELETE FROM span_labels').run();
  prepare(database, `INSERT INTO span_labels (${stored}) SELECT ${stored} FROM imported_span_labels`).run();
}

function addressOf({ interaction, annotator, place }: SpanKey): [number, number, string] {
  return [interaction.seq, annotator.seq, place];
}

const ofKey = 'WHERE interaction_seq = ? AND annotator_seq = ? AND place = ?';
const columns =
  'start_unit AS start, end_unit AS "end", quote, added, failure_mode AS failureMode, severity, note, category';
const stored =
  'interaction_seq, annotator_seq, place, start_unit, end_unit, quote, added, failure_mode, severity, note, category';
