import { z } from 'zod';
import {
  type WeeklyDecision,
  weeklyDecisionKindSchema,
  weeklyDecisionSchema,
} from '../../../shared/contract/weekly-operations.ts';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type Database, prepare } from '../database.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';

/** What is decided about one failure mode or cluster in one week; whoever decided last decides. */
export interface WeeklyDecisionKey {
  /** Such as `2026-W40`. */
  readonly week: string;
  /** Id of a failure mode or cluster. */
  readonly subject: string;
}

export const weeklyDecisionPayload = z.object({
  decision: weeklyDecisionKindSchema.nullable(),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  note: z.string(),
});

const weeklyDecisionState = z.object({
  decision: weeklyDecisionKindSchema,
  owner: z.string().nullable(),
  due: z.string().nullable(),
  note: z.string(),
  annotatorSeq: z.int(),
  eventId: z.string(),
  at: z.int(),
});
export type WeeklyDecisionState = z.infer<typeof weeklyDecisionState>;

export function weeklyDecisionFoldKey({ week, subject }: WeeklyDecisionKey): string {
  return foldKeyOf({ kind: 'weekly', week, subject });
}

/** The decision as the table has it. */
export function readWeeklyDecision(database: Database, key: WeeklyDecisionKey): WeeklyDecisionState | null {
  const row = prepare(
    database,
    `SELECT decision, owner, due, note, annotator_seq AS annotatorSeq, event_id AS eventId, at
     FROM weekly_decisions WHERE week = ? AND subject = ?`,
  ).get(key.week, key.subject);
  return row === undefined ? null : weeklyDecisionState.parse(row);
}

/** The decision as the events say it is. */
export function foldedWeeklyDecision(database: Database, key: WeeklyDecisionKey): WeeklyDecisionState | null {
  const act = latestAct(eventsOfKey(database, weeklyDecisionFoldKey(key)));
  if (!act) return null;
  const { decision, ...rest } = weeklyDecisionPayload.parse(act.payload);
  if (decision === null) return null;
  return { decision, ...rest, annotatorSeq: act.actorSeq, eventId: act.id, at: timeOfEvent(act) };
}

/** Brings the table's row of one decision up to date. */
export function refoldWeeklyDecision(database: Database, key: WeeklyDecisionKey): void {
  const state = foldedWeeklyDecision(database, key);
  prepare(database, 'DELETE FROM weekly_decisions WHERE week = ? AND subject = ?').run(key.week, key.subject);
  if (!state) return;
  prepare(
    database,
    `INSERT INTO weekly_decisions (week, subject, decision, owner, due, note, annotator_seq, event_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    key.week,
    key.subject,
    state.decision,
    state.owner,
    state.due,
    state.note,
    state.annotatorSeq,
    state.eventId,
    state.at,
  );
}

export function deleteWeeklyDecisions(database: Database): void {
  prepare(database, 'DELETE FROM weekly_decisions').run();
}

const weeklyDecisionsSql = `
SELECT d.week, d.subject, d.decision, d.owner, d.due, d.note, a.name AS annotator, d.at
FROM weekly_decisions AS d JOIN annotators AS a ON a.seq = d.annotator_seq`;

/** The decision with the name of who made it. */
export function findWeeklyDecision(database: Database, key: WeeklyDecisionKey): WeeklyDecision | null {
  const row = prepare(database, `${weeklyDecisionsSql} WHERE d.week = ? AND d.subject = ?`).get(
    key.week,
    key.subject,
  );
  return row === undefined ? null : weeklyDecisionSchema.parse(row);
}

/** Every decision up to a week, by week; some a week for as long as there are weeks, so they are few. */
export function listWeeklyDecisions(database: Database, lastWeek: string): WeeklyDecision[] {
  const rows = prepare(
    database,
    `${weeklyDecisionsSql} WHERE d.week <= ? ORDER BY d.week, d.at, d.subject`,
  ).all(lastWeek);
  return z.array(weeklyDecisionSchema).parse(rows);
}
