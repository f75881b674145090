import { z } from 'zod';
import { type Database, prepare } from '../database.ts';
import { numberOf } from '../query.ts';
import { textIndexedThrough } from './text-index.ts';

const sourceCountsRow = z.object({
  name: z.string(),
  state: z.string(),
  read: z.int(),
  imported: z.int(),
  attached: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  interactions: z.int(),
  rejects: z.int(),
});
export type StoredSourceCounts = z.infer<typeof sourceCountsRow>;

/** What each source says it brought, beside what is there of it. */
export function readSourceCounts(database: Database): StoredSourceCounts[] {
  return z.array(sourceCountsRow).parse(
    prepare(
      database,
      `SELECT s.name, s.state, s.read, s.imported, s.attached, s.duplicates, s.rejected, s.skipped,
         (SELECT count(*) FROM interactions WHERE source_seq = s.seq) AS interactions,
         (SELECT count(*) FROM rejects WHERE source_seq = s.seq) AS rejects
       FROM sources AS s`,
    ).all(),
  );
}

/** Interactions whose texts are to be found in the search index, and how many of them are not, or are there twice over. */
export function countTextIndex(database: Database): { readonly looked: number; readonly wrong: number } {
  const through = textIndexedThrough(database);
  const looked = numberOf(database, 'SELECT count(*) FROM interactions WHERE seq <= ?', through);
  const wrong = numberOf(
    database,
    `SELECT (SELECT count(*) FROM interactions AS i WHERE i.seq <= ?
               AND NOT EXISTS (SELECT 1 FROM interactions_text AS t WHERE t.rowid = i.seq))
          + (SELECT count(*) FROM interactions_text AS t
             WHERE NOT EXISTS (SELECT 1 FROM interactions AS i WHERE i.seq = t.rowid AND i.seq <= ?))`,
    through,
    through,
  );
  return { looked, wrong };
}

/** Interactions whose messages or metadata are no JSON of the kind they must be. */
export function countBrokenJson(database: Database): { readonly looked: number; readonly wrong: number } {
  return z.object({ looked: z.int(), wrong: z.int() }).parse(
    prepare(
      database,
      `SELECT count(*) AS looked, count(*) FILTER (
         WHERE NOT (json_valid(messages) AND json_valid(meta))
           OR json_type(messages) <> 'array' OR json_type(meta) <> 'object') AS wrong
       FROM interactions`,
    ).get(),
  );
}
