import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/**
 * Until when the project would hold an outcome if it had come, by its name, in milliseconds since 1970. Outcomes that are
 * logged beside the outputs are known up to the latest interaction. A feed of its own is known up to its latest row of any
 * outcome, and no further: after that nobody looked. Without any time in a feed it is the latest interaction, too.
 */
export function readFeedEnds(database: Database): ReadonlyMap<string, number> {
  const newest = numberOf(
    database,
    'SELECT max(created_at) FROM interactions INDEXED BY interactions_by_time WHERE created_at IS NOT NULL',
  );
  const ends = new Map<string, number>();
  for (const { name, latest, isOfLog } of rowsOf<FeedRow>(database, feedsSql).all()) {
    const end = isOfLog === 1 ? Math.max(newest, latest ?? 0) : (latest ?? newest);
    // 0 is what an empty project has.
    if (end !== 0) ends.set(name, Math.max(end, ends.get(name) ?? end));
  }
  return ends;
}

/** Names of outcomes that the log has. */
export function loggedOutcomes(database: Database): string[] {
  return valuesOf<string>(database, 'SELECT DISTINCT name FROM outcome_feeds ORDER BY name').all();
}

export interface SourceOutcome {
  readonly sourceSeq: number;
  readonly name: string;
}

/** Which source tells of which outcomes. */
export function outcomesBySource(database: Database): SourceOutcome[] {
  return rowsOf<SourceOutcome>(
    database,
    'SELECT source_seq AS sourceSeq, name FROM outcome_feeds ORDER BY source_seq, name',
  ).all();
}

/** A source tells of an outcome, up to this time. Call it for each that is stored. */
export function extendFeed(database: Database, sourceSeq: number, name: string, at: number | null): void {
  prepare(
    database,
    `INSERT INTO outcome_feeds (name, source_seq, latest) VALUES (?, ?, ?)
     ON CONFLICT (name, source_seq) DO UPDATE SET latest = excluded.latest
     WHERE latest IS NULL OR excluded.latest > latest`,
  ).run(name, sourceSeq, at);
}

/** What a source told goes with the import that is undone. */
export function deleteFeed(database: Database, sourceSeq: number): void {
  prepare(database, 'DELETE FROM outcome_feeds WHERE source_seq = ?').run(sourceSeq);
}

interface FeedRow {
  readonly name: string;
  readonly latest: number | null;
  readonly isOfLog: 0 | 1;
}

/** A handful of rows: one for each outcome of each source. */
const feedsSql = `
SELECT f.name, max(e.latest) AS latest, s.brings = 'interactions' AS isOfLog
FROM outcome_feeds AS f JOIN sources AS s ON s.seq = f.source_seq JOIN outcome_feeds AS e ON e.source_seq = f.source_seq
GROUP BY f.name, f.source_seq ORDER BY f.name, f.source_seq`;

/** Whether an outcome has values besides yes and no. Three looks into an index. */
export function hasNumbers(database: Database, name: string): boolean {
  return numberOf(database, hasNumbersSql, name, name, name) === 1;
}

const named = 'SELECT 1 FROM signals INDEXED BY signals_by_name WHERE name = ? AND number';
export const hasNumbersSql = `SELECT EXISTS (${named} < 0) OR EXISTS (${named} > 0 AND number < 1) OR EXISTS (${named} > 1)`;
