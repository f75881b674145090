import { type Database } from '../database.ts';
import { valuesOf } from '../query.ts';

/** The near-duplicates of an interaction in import order, up to `limit`. */
export function nearDuplicatesOf(database: Database, seq: number, limit: number): number[] {
  return valuesOf<number>(database, nearDuplicatesSql).all(seq, seq, limit);
}

export const nearDuplicatesSql = `
SELECT interaction_seq FROM near_duplicates
WHERE group_seq = (SELECT group_seq FROM near_duplicates WHERE interaction_seq = ?) AND interaction_seq <> ?
ORDER BY interaction_seq LIMIT ?`;

/**
 * Interactions with a word in their input, up to `limit`. A word stands alone in the index, so that its list is read from
 * the start and no further than asked for; there is no other way to bound the work on a word that is everywhere.
 * @param word letters, marks and numbers only
 */
export function seqsWithInputWord(database: Database, word: string, limit: number): number[] {
  return valuesOf<number>(
    database,
    'SELECT rowid FROM interactions_text WHERE interactions_text MATCH ? LIMIT ?',
  ).all(`input : "${word}"`, limit);
}

/** The text of the last user message; without one that of the last message. */
export function lastInputOf(database: Database, seq: number, characters: number): string {
  return valuesOf<string>(database, lastInputSql).get(characters, seq) ?? '';
}

const lastInputSql = `
SELECT substr(coalesce(
  (SELECT json_extract(message.value, '$.content') FROM json_each(i.messages) AS message
   WHERE json_extract(message.value, '$.role') = 'user' ORDER BY message.key DESC LIMIT 1),
  json_extract(i.messages, '$[#-1].content'), ''), 1, ?)
FROM interactions AS i WHERE i.seq = ?`;
