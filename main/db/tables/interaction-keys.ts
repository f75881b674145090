import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';
import type { StoredInteraction } from './interactions.ts';

/** Remembers another id of an interaction. */
export function insertInteractionKey(database: Database, interactionSeq: number, key: string): void {
  prepare(
    database,
    'INSERT INTO interaction_keys (key, interaction_seq) VALUES (?, ?) ON CONFLICT DO NOTHING',
  ).run(key, interactionSeq);
}

/**
 * Interactions of this external id, at most two: more than one is ambiguous. Only among those of the given sources
 * (a JSON list of their ids) unless it is null.
 */
export function findByExternalId(
  database: Database,
  externalId: string,
  sources: string | null,
): StoredInteraction[] {
  return rowsOf<StoredInteraction>(
    database,
    `SELECT i.seq, i.id FROM interactions AS i INDEXED BY interactions_by_external_id
     WHERE i.external_id = ? AND ${ofSources} LIMIT 2`,
  ).all(externalId, sources, sources);
}

/** The last interaction that has this key: of a trace, the one that answered. Null where there is none. */
export function findByKey(database: Database, key: string, sources: string | null): StoredInteraction | null {
  return (
    rowsOf<StoredInteraction>(
      database,
      `SELECT i.seq, i.id FROM interaction_keys AS k JOIN interactions AS i ON i.seq = k.interaction_seq
       WHERE k.key = ? AND ${ofSources} ORDER BY i.created_at DESC, i.seq DESC LIMIT 1`,
    ).get(key, sources, sources) ?? null
  );
}

/** The interaction at this place of its session, from 0, in the order of time and then of import. */
export function findInSession(
  database: Database,
  session: string,
  place: number,
  sources: string | null,
): StoredInteraction | null {
  return (
    rowsOf<StoredInteraction>(
      database,
      `SELECT i.seq, i.id FROM interactions AS i WHERE i.session = ? AND ${ofSources}
       ORDER BY i.created_at, i.seq LIMIT 1 OFFSET ?`,
    ).get(session, sources, sources, place) ?? null
  );
}

/** An interaction of a session with its time, to tell which is the last. */
export interface TimedInteraction extends StoredInteraction {
  readonly createdAt: number | null;
}

/** The last two interactions of a session that were not after this time, where there is one. Those without a time come last. */
export function findLastInSession(
  database: Database,
  session: string,
  at: number | null,
  sources: string | null,
): TimedInteraction[] {
  return rowsOf<TimedInteraction>(
    database,
    `SELECT i.seq, i.id, i.created_at AS createdAt FROM interactions AS i INDEXED BY interactions_by_session
     WHERE i.session = ? AND (? IS NULL OR i.created_at IS NULL OR i.created_at <= ?) AND ${ofSources}
     ORDER BY i.created_at DESC, i.seq DESC LIMIT 2`,
  ).all(session, at, at, sources, sources);
}

/** Interactions of a session, at most `limit`. */
export function findAllInSession(
  database: Database,
  session: string,
  limit: number,
  sources: string | null,
): StoredInteraction[] {
  return rowsOf<StoredInteraction>(
    database,
    `SELECT i.seq, i.id FROM interactions AS i INDEXED BY interactions_by_session
     WHERE i.session = ? AND ${ofSources} LIMIT ?`,
  ).all(session, sources, sources, limit);
}

/** Null where it is gone. */
export function findBySeq(database: Database, seq: number): StoredInteraction | null {
  return (
    rowsOf<StoredInteraction>(database, 'SELECT seq, id FROM interactions WHERE seq = ?').get(seq) ?? null
  );
}

/** Takes the JSON list of ids twice. */
export const ofSources = `(? IS NULL OR i.source_seq IN (SELECT s.seq FROM sources AS s WHERE s.id IN (SELECT value FROM json_each(?))))`;
