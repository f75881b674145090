import { z } from 'zod';
import type { QueuePlace } from '../../../shared/domain/queue/divide-queue.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';
import { joinSql, type Sql, sql } from '../sql.ts';

/**
 * The interactions of queues, in order. Every time that a queue is put in order, its rows get a build of their own; the
 * queue names the one in force.
 */
export function insertBuild(database: Database, queueSeq: number): number {
  const build =
    1 +
    Math.max(
      numberOf(database, 'SELECT max(build) FROM queue_builds'),
      numberOf(database, 'SELECT max(build) FROM queue_items'),
      numberOf(database, 'SELECT max(build) FROM queue_done'),
    );
  prepare(database, 'INSERT INTO queue_builds (build, queue_seq) VALUES (?, ?)').run(build, queueSeq);
  return build;
}

/** Nothing happens where the interaction is gone meanwhile. */
export function insertPlace(
  database: Database,
  build: number,
  { assignee, position, seq }: QueuePlace,
): void {
  prepare(
    database,
    `INSERT INTO queue_items (build, assignee, position, interaction_seq)
     SELECT ?, ?, ?, seq FROM interactions WHERE seq = ?`,
  ).run(build, assignee, position, seq);
}

export interface Made {
  readonly queueSeq: number;
  readonly build: number;
  readonly madeAt: number;
  readonly throughSeq: number;
  readonly note: string | null;
  /** Of the label schema by which it is told what is done. */
  readonly schemaVersion: number;
}

/** Puts a build in force; false where a later one was begun meanwhile, or the queue is gone. */
export function useBuild(
  database: Database,
  { queueSeq, build, madeAt, throughSeq, note, schemaVersion }: Made,
): boolean {
  const newest = numberOf(database, 'SELECT max(build) FROM queue_builds WHERE queue_seq = ?', queueSeq);
  if (newest !== build) return false;
  prepare(
    database,
    'UPDATE queues SET build = ?, made_at = ?, through_seq = ?, note = ?, done_by_version = ? WHERE seq = ?',
  ).run(build, madeAt, throughSeq, note, schemaVersion, queueSeq);
  countItems(database, queueSeq);
  prepare(database, 'DELETE FROM queue_builds WHERE queue_seq = ? AND build <> ?').run(queueSeq, build);
  return true;
}

export interface BuildToRecount {
  readonly queueSeq: number;
  readonly build: number;
  readonly assignees: readonly number[];
}

/** The orders in force for which it is told by another version of the label schema what is done. */
export function buildsToRecount(database: Database, schemaVersion: number): BuildToRecount[] {
  const rows = rowsOf<{ readonly queueSeq: number; readonly build: number; readonly counts: string }>(
    database,
    `SELECT seq AS queueSeq, build, counts FROM queues
     WHERE build IS NOT NULL AND done_by_version <> ? ORDER BY seq`,
  ).all(schemaVersion);
  return rows.map(({ queueSeq, build, counts }) => {
    const assignees = Object.keys(z.record(z.string(), z.int()).parse(JSON.parse(counts))).map(Number);
    return { queueSeq, build, assignees };
  });
}

export function setDoneVersion(database: Database, queueSeq: number, schemaVersion: number): void {
  prepare(database, 'UPDATE queues SET done_by_version = ? WHERE seq = ?').run(schemaVersion, queueSeq);
}

/** Brings the stored counts up to date; call it when interactions were removed. */
export function recountQueues(database: Database): void {
  for (const seq of valuesOf<number>(database, 'SELECT seq FROM queues WHERE build IS NOT NULL').all())
    countItems(database, seq);
}

function countItems(database: Database, queueSeq: number): void {
  prepare(
    database,
    `UPDATE queues SET
       counts = (SELECT json_group_object(CAST(assignee AS TEXT), items) FROM (
         SELECT assignee, count(*) AS items FROM queue_items WHERE build = queues.build GROUP BY assignee)),
       size = (SELECT count(*) FROM queue_items WHERE build = queues.build AND position % 2 = 0)
     WHERE seq = ?`,
  ).run(queueSeq);
}

/** Builds whose rows nobody uses: of queues that are gone, and those that never came into force before a later one was begun. */
export function unusedBuilds(database: Database, queueSeq: number | null): number[] {
  return valuesOf<number>(
    database,
    `WITH RECURSIVE found (build) AS (
       SELECT (SELECT min(build) FROM queue_items)
       UNION ALL
       SELECT (SELECT min(build) FROM queue_items WHERE build > found.build) FROM found WHERE found.build IS NOT NULL
     )
     SELECT found.build FROM found LEFT JOIN queue_builds AS b USING (build) LEFT JOIN queues AS q ON q.seq = b.queue_seq
     WHERE found.build IS NOT NULL AND (q.seq IS NULL OR (q.seq = ? AND q.build IS NOT found.build
       AND found.build < (SELECT max(build) FROM queue_builds WHERE queue_seq = q.seq)))`,
  ).all(queueSeq);
}

/** Deletes up to `limit` rows of a build and returns whether there may be more. */
export function deleteBuildRows(database: Database, build: number, limit: number): boolean {
  const items = prepare(
    database,
    `DELETE FROM queue_items WHERE build = :build AND (assignee, position) IN
       (SELECT assignee, position FROM queue_items WHERE build = :build ORDER BY assignee, position LIMIT :limit)`,
  ).run({ build, limit }).changes;
  const done = prepare(
    database,
    `DELETE FROM queue_done WHERE build = :build AND (annotator_seq, interaction_seq) IN
       (SELECT annotator_seq, interaction_seq FROM queue_done WHERE build = :build LIMIT :limit)`,
  ).run({ build, limit }).changes;
  if (items + done > 0) return true;
  prepare(
    database,
    'DELETE FROM queue_builds WHERE build = ? AND NOT EXISTS (SELECT 1 FROM queues WHERE queues.build = queue_builds.build)',
  ).run(build);
  return false;
}

/** What one annotator sees of a queue: their own places and those of everybody. */
export interface QueueView {
  readonly build: number;
  readonly assignees: readonly number[];
  /** False leaves the gold items out. */
  readonly withGold: boolean;
}

export interface PlaceRange {
  readonly after?: number;
  readonly before?: number;
  readonly limit: number;
  /** Only what this annotator has not done. */
  readonly openFor?: number;
}

export interface Place {
  readonly position: number;
  readonly seq: number;
}

/** Up to `limit` places in order: the nearest behind `after` or before `before`, or the first ones. */
export function placesOf(database: Database, view: QueueView, range: PlaceRange): Place[] {
  if (view.assignees.length === 0) return [];
  const { text, parameters } = placesQuery(view, range);
  const places = rowsOf<Place>(database, text).all(...parameters);
  return range.before === undefined ? places : places.toReversed();
}

/** The query behind `placesOf`: a range of the primary key for each assignee, merged as they come. */
export function placesQuery({ build, assignees, withGold }: QueueView, range: PlaceRange): Sql {
  const { after, before, limit, openFor } = range;
  const branches = assignees.map((assignee) =>
    joinSql(
      [
        sql(
          'SELECT q.position, q.interaction_seq AS seq FROM queue_items AS q WHERE q.build = ? AND q.assignee = ?',
          build,
          assignee,
        ),
        ...(after === undefined ? [] : [sql('q.position > ?', after)]),
        ...(before === undefined ? [] : [sql('q.position < ?', before)]),
        ...(withGold ? [] : [sql('q.position % 2 = 0')]),
        ...(openFor === undefined
          ? []
          : [
              sql(
                `NOT EXISTS (SELECT 1 FROM queue_done AS d
                 WHERE d.build = ? AND d.annotator_seq = ? AND d.interaction_seq = q.interaction_seq)`,
                build,
                openFor,
              ),
            ]),
      ],
      ' AND ',
    ),
  );
  const order = sql(`ORDER BY position ${before === undefined ? 'ASC' : 'DESC'} LIMIT ?`, limit);
  return joinSql([joinSql(branches, ' UNION ALL '), order], ' ');
}

/** Where an interaction stands in this view; null where it is not in it. */
export function positionOf(database: Database, view: QueueView, interactionSeq: number): number | null {
  const rows = rowsOf<{ readonly assignee: number; readonly position: number }>(database, placeOfSql).all(
    interactionSeq,
    view.build,
  );
  const mine = rows.find(({ assignee }) => view.assignees.includes(assignee));
  return mine?.position ?? null;
}

export const placeOfSql = `SELECT assignee, position FROM queue_items INDEXED BY queue_items_by_interaction
  WHERE interaction_seq = ? AND build = ?`;
