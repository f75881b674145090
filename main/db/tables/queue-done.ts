import { isDone } from '../../../shared/domain/schema/visible-questions.ts';
import type { LabelSchema, LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';
import { currentLabelSchema } from './label-schemas.ts';

/**
 * Who has done which interaction of a queue, by answering what must be answered or by skipping it. Derived from labels,
 * skips and the label schema, and kept up to date with every act, so that progress is a count.
 */
export interface DoneKey {
  readonly interactionSeq: number;
  readonly annotatorSeq: number;
}

/** Brings what one annotator has done of one interaction up to date, in every queue that has it. */
export function refreshDone(database: Database, { interactionSeq, annotatorSeq }: DoneKey): void {
  const builds = valuesOf<number>(database, buildsOfSql).all(interactionSeq, annotatorSeq);
  if (builds.length === 0) return;
  const answered = answeredAt(
    currentLabelSchema(database),
    readAnswers(database, interactionSeq, annotatorSeq),
  );
  for (const build of builds) {
    const skippedAt = valuesOf<number>(database, skippedAtSql).get(build, annotatorSeq, interactionSeq);
    putDone(database, { build, interactionSeq, annotatorSeq }, answered, skippedAt ?? null);
  }
}

/** The same for everybody who has done it: call it when labels of the interaction went with their import. */
export function refreshDoneOfAll(database: Database, interactionSeq: number): void {
  const annotators = valuesOf<number>(
    database,
    'SELECT DISTINCT annotator_seq FROM queue_done INDEXED BY queue_done_by_interaction WHERE interaction_seq = ?',
  ).all(interactionSeq);
  for (const annotatorSeq of annotators) refreshDone(database, { interactionSeq, annotatorSeq });
}

export const buildsOfSql = `SELECT DISTINCT build FROM queue_items INDEXED BY queue_items_by_interaction
  WHERE interaction_seq = ? AND assignee IN (0, ?)`;
export const skippedAtSql = `SELECT s.at FROM queue_builds AS b JOIN queue_skips AS s ON s.queue_seq = b.queue_seq
  WHERE b.build = ? AND s.annotator_seq = ? AND s.interaction_seq = ?`;

interface StoredAnswer {
  readonly question: string;
  readonly value: string;
  readonly at: number | null;
}

function readAnswers(database: Database, interactionSeq: number, annotatorSeq: number): StoredAnswer[] {
  return rowsOf<StoredAnswer>(
    database,
    'SELECT question, value, at FROM labels WHERE interaction_seq = ? AND annotator_seq = ?',
  ).all(interactionSeq, annotatorSeq);
}

/** When the last of the answers that were needed was given; `at` null of imported ones; null where one is open. */
function answeredAt(
  schema: LabelSchema,
  rows: readonly StoredAnswer[],
): { readonly at: number | null } | null {
  const answers: Record<string, LabelValue> = {};
  for (const { question, value } of rows) answers[question] = JSON.parse(value);
  if (!isDone(schema, answers)) return null;
  const times = rows.flatMap(({ at }) => at ?? []);
  return { at: times.length === 0 ? null : Math.max(...times) };
}

function putDone(
  database: Database,
  { build, interactionSeq, annotatorSeq }: DoneKey & { readonly build: number },
  answered: { readonly at: number | null } | null,
  skippedAt: number | null,
): void {
  if (answered === null && skippedAt === null) {
    prepare(
      database,
      'DELETE FROM queue_done WHERE build = ? AND annotator_seq = ? AND interaction_seq = ?',
    ).run(build, annotatorSeq, interactionSeq);
    return;
  }
  prepare(
    database,
    `INSERT INTO queue_done (build, annotator_seq, interaction_seq, skipped, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET skipped = excluded.skipped, at = excluded.at`,
  ).run(
    build,
    annotatorSeq,
    interactionSeq,
    answered === null ? 1 : 0,
    answered === null ? skippedAt : answered.at,
  );
}

/** Whoever may have done one of these interactions: those with answers, and those who are said to have done it. */
export function doneCandidates(database: Database, build: number, seqs: readonly number[]): DoneKey[] {
  return rowsOf<DoneKey>(database, doneCandidatesSql).all({ page: JSON.stringify(seqs), build });
}

export const doneCandidatesSql = `
SELECT l.interaction_seq AS interactionSeq, l.annotator_seq AS annotatorSeq
FROM json_each(:page) AS page CROSS JOIN labels AS l ON l.interaction_seq = page.value
UNION
SELECT d.interaction_seq, d.annotator_seq FROM json_each(:page) AS page
CROSS JOIN queue_done AS d INDEXED BY queue_done_by_interaction ON d.interaction_seq = page.value WHERE d.build = :build`;

interface PageAnswer extends StoredAnswer, DoneKey {}

/** Adds what everybody has answered of these interactions, which a new build has just got. */
export function fillDone(
  database: Database,
  build: number,
  seqs: readonly number[],
  schema: LabelSchema,
): void {
  const rows = rowsOf<PageAnswer>(database, answersOfPageSql).all(JSON.stringify(seqs));
  for (let from = 0; from < rows.length;) {
    const first = rows[from];
    if (first === undefined) break;
    let to = from + 1;
    while (isSameKey(first, rows[to])) to += 1;
    const answered = answeredAt(schema, rows.slice(from, to));
    if (answered !== null && isGivenTo(database, build, first))
      putDone(database, { build, ...keyOf(first) }, answered, null);
    from = to;
  }
}

export const answersOfPageSql = `
SELECT l.interaction_seq AS interactionSeq, l.annotator_seq AS annotatorSeq, l.question, l.value, l.at
FROM json_each(?) AS page CROSS JOIN labels AS l ON l.interaction_seq = page.value`;

/** Adds what was skipped in the queue and is in its new build; an answer that is there as well counts for more. */
export function fillSkips(database: Database, build: number, queueSeq: number): void {
  prepare(
    database,
    `INSERT INTO queue_done (build, annotator_seq, interaction_seq, skipped, at)
     SELECT :build, s.annotator_seq, s.interaction_seq, 1, s.at FROM queue_skips AS s
     WHERE s.queue_seq = :queueSeq AND EXISTS (SELECT 1 FROM queue_items AS q INDEXED BY queue_items_by_interaction
       WHERE q.interaction_seq = s.interaction_seq AND q.build = :build AND q.assignee IN (0, s.annotator_seq))
     ON CONFLICT DO NOTHING`,
  ).run({ build, queueSeq });
}

function isGivenTo(database: Database, build: number, { interactionSeq, annotatorSeq }: DoneKey): boolean {
  return (
    prepare(
      database,
      `SELECT 1 FROM queue_items INDEXED BY queue_items_by_interaction
     WHERE interaction_seq = ? AND build = ? AND assignee IN (0, ?)`,
    ).get(interactionSeq, build, annotatorSeq) !== undefined
  );
}

function isSameKey(first: DoneKey, other: DoneKey | undefined): boolean {
  return other?.interactionSeq === first.interactionSeq && other.annotatorSeq === first.annotatorSeq;
}

function keyOf({ interactionSeq, annotatorSeq }: DoneKey): DoneKey {
  return { interactionSeq, annotatorSeq };
}

export interface DoneCounts {
  readonly annotatorSeq: number;
  readonly done: number;
  readonly skipped: number;
}

/** How much each annotator has done; those who have done nothing are not among them. */
export function countDone(database: Database, build: number): DoneCounts[] {
  return rowsOf<DoneCounts>(
    database,
    `SELECT annotator_seq AS annotatorSeq, count(*) AS done, CAST(total(skipped) AS INTEGER) AS skipped
     FROM queue_done WHERE build = ? GROUP BY annotator_seq`,
  ).all(build);
}

/** How much one annotator has done. */
export function countDoneBy(database: Database, build: number, annotatorSeq: number): DoneCounts {
  const found = rowsOf<DoneCounts>(database, countDoneBySql).get(build, annotatorSeq);
  return found ?? { annotatorSeq, done: 0, skipped: 0 };
}

export const countDoneBySql = `SELECT annotator_seq AS annotatorSeq, count(*) AS done,
  CAST(total(skipped) AS INTEGER) AS skipped FROM queue_done WHERE build = ? AND annotator_seq = ? GROUP BY annotator_seq`;

/** When the annotator did the last ones, newest first; UTC milliseconds. */
export function latestDone(database: Database, build: number, annotatorSeq: number, limit: number): number[] {
  return valuesOf<number>(database, latestDoneSql).all(build, annotatorSeq, limit);
}

export const latestDoneSql = `SELECT at FROM queue_done INDEXED BY queue_done_by_time
  WHERE build = ? AND annotator_seq = ? AND at IS NOT NULL ORDER BY at DESC LIMIT ?`;

/** How the annotator is done with an interaction, or null. */
export function readDone(
  database: Database,
  build: number,
  { interactionSeq, annotatorSeq }: DoneKey,
): { readonly skipped: boolean } | null {
  const skipped = valuesOf<number>(
    database,
    'SELECT skipped FROM queue_done WHERE build = ? AND annotator_seq = ? AND interaction_seq = ?',
  ).get(build, annotatorSeq, interactionSeq);
  return skipped === undefined ? null : { skipped: skipped === 1 };
}
