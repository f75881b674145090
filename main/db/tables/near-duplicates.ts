import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/**
 * Fingerprints of interactions, and the groups of those that are near-duplicates of each other. A group is named by
 * the seq of its first interaction when it was made; that one may be gone meanwhile, and an interaction that came
 * later may have its seq. Both tables lose a row with its interaction.
 *
 * Up to `groupedThrough`, every interaction with a fingerprint is grouped with every other one.
 */
export function groupedThrough(database: Database): number {
  return numberOf(database, `SELECT through_seq FROM derived WHERE name = 'near-duplicates'`);
}

export function setGroupedThrough(database: Database, seq: number): void {
  prepare(
    database,
    `INSERT INTO derived (name, version, through_seq) VALUES ('near-duplicates', 1, ?)
     ON CONFLICT DO UPDATE SET through_seq = excluded.through_seq`,
  ).run(seq);
}

export interface FingerprintedTexts {
  readonly seq: number;
  readonly input: string | null;
  readonly output: string;
}

/** The next interactions without a fingerprint behind a seq, in order. */
export function nextUnfingerprinted(database: Database, after: number, limit: number): FingerprintedTexts[] {
  return rowsOf<FingerprintedTexts>(
    database,
    `${textsSql} WHERE i.seq > ? AND NOT EXISTS (SELECT 1 FROM fingerprints AS f WHERE f.interaction_seq = i.seq)
     ORDER BY i.seq LIMIT ?`,
  ).all(after, limit);
}

export function fingerprintedTexts(database: Database, seq: number): FingerprintedTexts | null {
  return rowsOf<FingerprintedTexts>(database, `${textsSql} WHERE i.seq = ?`).get(seq) ?? null;
}

/** What the system was told is the same in every interaction of a feature, and would make all of them alike. */
const textsSql = `
SELECT i.seq,
  (SELECT group_concat(json_extract(message.value, '$.content'), char(10)) FROM json_each(i.messages) AS message
   WHERE json_extract(message.value, '$.role') NOT IN ('system', 'developer')) AS input,
  i.output
FROM interactions AS i`;

export function countUnfingerprinted(database: Database): number {
  return numberOf(
    database,
    'SELECT (SELECT count(*) FROM interactions) - (SELECT count(*) FROM fingerprints)',
  );
}

/** An empty hash stands for an interaction without words. Nothing happens where the interaction is gone meanwhile. */
export function insertFingerprint(database: Database, seq: number, hash: Uint8Array): void {
  prepare(
    database,
    'INSERT OR IGNORE INTO fingerprints (interaction_seq, hash) SELECT seq, ? FROM interactions WHERE seq = ?',
  ).run(hash, seq);
}

/** Deletes up to `limit` and returns how many it were. */
export function deleteFingerprints(database: Database, limit: number): number {
  return prepare(
    database,
    'DELETE FROM fingerprints WHERE interaction_seq IN (SELECT interaction_seq FROM fingerprints LIMIT ?)',
  ).run(limit).changes;
}

/** The last interaction with words that has one. */
export function newestFingerprint(database: Database): number {
  return numberOf(
    database,
    `SELECT interaction_seq FROM fingerprints WHERE hash <> x'' ORDER BY interaction_seq DESC LIMIT 1`,
  );
}

export function countFingerprints(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM fingerprints');
}

export interface StoredFingerprint {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly group: number | null;
}

/** Fingerprints of interactions with words behind a seq, in order, with the groups that are stored for them. */
export function fingerprintsAfter(database: Database, after: number, limit: number): StoredFingerprint[] {
  return rowsOf<StoredFingerprint>(
    database,
    `SELECT f.interaction_seq AS seq, f.hash, n.group_seq AS "group" FROM fingerprints AS f
     LEFT JOIN near_duplicates AS n ON n.interaction_seq = f.interaction_seq
     WHERE f.interaction_seq > ? AND f.hash <> x'' ORDER BY f.interaction_seq LIMIT ?`,
  ).all(after, limit);
}

/** Null takes the interaction out of its group. */
export function setGroup(database: Database, seq: number, group: number | null): void {
  if (group === null) prepare(database, 'DELETE FROM near_duplicates WHERE interaction_seq = ?').run(seq);
  else {
    prepare(
      database,
      `INSERT INTO near_duplicates (interaction_seq, group_seq) SELECT interaction_seq, ? FROM fingerprints
       WHERE interaction_seq = ? ON CONFLICT DO UPDATE SET group_seq = excluded.group_seq`,
    ).run(group, seq);
  }
}

/** Interactions whose near-duplicates were all removed. */
export function loneInGroup(database: Database): number[] {
  return valuesOf<number>(
    database,
    'SELECT min(interaction_seq) FROM near_duplicates GROUP BY group_seq HAVING count(*) = 1',
  ).all();
}

/** How many other interactions are near-duplicates of this one. */
export function countGroupOf(database: Database, seq: number): number {
  return numberOf(
    database,
    `SELECT count(*) FROM near_duplicates WHERE interaction_seq <> ?
     AND group_seq = (SELECT group_seq FROM near_duplicates WHERE interaction_seq = ?)`,
    seq,
    seq,
  );
}

export interface NearDuplicateCounts {
  readonly groups: number;
  /** Interactions in all of them. */
  readonly interactions: number;
}

export function countNearDuplicates(database: Database): NearDuplicateCounts {
  return (
    rowsOf<NearDuplicateCounts>(
      database,
      `SELECT count(*) AS groups, coalesce(sum(size), 0) AS interactions
       FROM (SELECT count(*) AS size FROM near_duplicates GROUP BY group_seq HAVING count(*) > 1)`,
    ).get() ?? { groups: 0, interactions: 0 }
  );
}
