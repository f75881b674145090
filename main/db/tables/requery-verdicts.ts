import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';

/** An interaction that may ask again what an earlier one asked; one verdict on it stands, whoever gave it last. */
export interface VerdictKey {
  readonly interaction: { readonly seq: number; readonly id: string };
  readonly earlier: { readonly seq: number; readonly id: string };
}

const verdict = z.enum(['yes', 'no']);
export type RequeryVerdict = z.infer<typeof verdict>;

/** Null takes the verdict back. */
export const requeryPayload = z.object({ verdict: verdict.nullable() });

const verdictRow = z.object({ verdict, annotatorSeq: z.int(), eventId: z.string(), at: z.int() });
export type StoredVerdict = z.infer<typeof verdictRow>;

export function verdictFoldKey({ interaction, earlier }: VerdictKey): string {
  return foldKeyOf({ kind: 'requery', interactionId: interaction.id, earlierId: earlier.id });
}

/** The verdict as the table has it. */
export function readVerdict(database: Database, { interaction, earlier }: VerdictKey): StoredVerdict | null {
  const row = prepare(
    database,
    `SELECT verdict, annotator_seq AS annotatorSeq, event_id AS eventId, at FROM requery_verdicts
     WHERE interaction_seq = ? AND earlier_seq = ?`,
  ).get(interaction.seq, earlier.seq);
  return row === undefined ? null : verdictRow.parse(row);
}

/** The verdict as the events say it is. */
export function foldedVerdict(database: Database, key: VerdictKey): StoredVerdict | null {
  const act = latestAct(eventsOfKey(database, verdictFoldKey(key)));
  if (!act) return null;
  const payload = requeryPayload.parse(act.payload);
  if (payload.verdict === null) return null;
  return { verdict: payload.verdict, annotatorSeq: act.actorSeq, eventId: act.id, at: timeOfEvent(act) };
}

/** Brings the table's row up to date and returns it. */
export function refoldVerdict(database: Database, key: VerdictKey): StoredVerdict | null {
  const state = foldedVerdict(database, key);
  const address = [key.interaction.seq, key.earlier.seq];
  if (state) {
    prepare(
      database,
      `INSERT INTO requery_verdicts (interaction_seq, earlier_seq, verdict, annotator_seq, event_id, at)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET verdict = excluded.verdict, annotator_seq = excluded.annotator_seq,
         event_id = excluded.event_id, at = excluded.at`,
    ).run(...address, state.verdict, state.annotatorSeq, state.eventId, state.at);
  } else {
    prepare(database, 'DELETE FROM requery_verdicts WHERE interaction_seq = ? AND earlier_seq = ?').run(
      ...address,
    );
  }
  return state;
}

export function deleteVerdicts(database: Database): void {
  prepare(database, 'DELETE FROM requery_verdicts').run();
}

/** A pair that people judged, by what settings decide on. */
export interface JudgedPair {
  readonly likeness: number;
  readonly gapMs: number | null;
  readonly scope: 'session' | 'user';
  readonly verdict: RequeryVerdict;
}

/** Judged pairs that are still found; of the others settings say nothing. */
export function judgedPairs(database: Database): JudgedPair[] {
  return rowsOf<JudgedPair>(database, judgedPairsSql).all();
}

export const judgedPairsSql = `
SELECT r.likeness, r.gap_ms AS gapMs, r.scope, v.verdict
FROM requery_verdicts AS v
CROSS JOIN requeries AS r ON r.interaction_seq = v.interaction_seq AND r.earlier_seq = v.earlier_seq`;
