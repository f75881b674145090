import type { Database } from '../database.ts';
import { valuesOf } from '../query.ts';
import { likePattern } from '../sql.ts';

/** Columns of interactions whose values can be looked through by their index. */
export type ValueColumn = 'model' | 'session' | 'user' | 'external_id';

/** Different values looked at, at most: enough for names that people chose, a moment for ids. */
const mostLooked = 500;

/**
 * Values of a column that contain `typed` (models) or begin with it. Each is one step along the index, however many
 * interactions have it.
 */
export function distinctValues(
  database: Database,
  column: ValueColumn,
  typed: string,
  limit: number,
): string[] {
  const from = column === 'model' ? '' : typed;
  return valuesOf<string>(
    database,
    `WITH RECURSIVE looked (value, number) AS (
       SELECT (SELECT min(${column}) FROM interactions WHERE ${column} >= ?), 1
       UNION ALL
       SELECT (SELECT min(${column}) FROM interactions WHERE ${column} > looked.value), number + 1
       FROM looked WHERE looked.value IS NOT NULL AND number < ${mostLooked}
     ) SELECT value FROM looked WHERE value LIKE ? ESCAPE '\\' LIMIT ?`,
  ).all(from, column === 'model' ? likePattern(typed) : likePattern(typed).slice(1), limit);
}

/** Names of every signal, and of every question that anybody answered. */
export function distinctNames(database: Database, table: 'signals' | 'labels'): string[] {
  const column = table === 'signals' ? 'name' : 'question';
  return valuesOf<string>(
    database,
    `WITH RECURSIVE looked (value, number) AS (
       SELECT (SELECT min(${column}) FROM ${table}), 1
       UNION ALL
       SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > looked.value), number + 1
       FROM looked WHERE looked.value IS NOT NULL AND number < ${mostLooked}
     ) SELECT value FROM looked WHERE value IS NOT NULL`,
  ).all();
}

/** Short texts that a signal has, such as actions. */
export function distinctSignalTexts(database: Database, name: string, limit: number): string[] {
  return valuesOf<string>(
    database,
    `WITH RECURSIVE looked (value, number) AS (
       SELECT (SELECT min(substr(text, 1, 64)) FROM signals WHERE name = ? AND number IS NULL), 1
       UNION ALL
       SELECT (SELECT min(substr(text, 1, 64)) FROM signals
               WHERE name = ? AND number IS NULL AND substr(text, 1, 64) > looked.value), number + 1
       FROM looked WHERE looked.value IS NOT NULL AND number < ?
     ) SELECT value FROM looked WHERE value IS NOT NULL AND length(value) < 64`,
  ).all(name, name, limit);
}

/** Answers to a question as they are stored, JSON. */
export function distinctAnswers(database: Database, question: string, limit: number): string[] {
  return valuesOf<string>(
    database,
    `WITH RECURSIVE looked (value, number) AS (
       SELECT (SELECT min(value) FROM labels WHERE question = ?), 1
       UNION ALL
       SELECT (SELECT min(value) FROM labels WHERE question = ? AND value > looked.value), number + 1
       FROM looked WHERE looked.value IS NOT NULL AND number < ?
     ) SELECT value FROM looked WHERE value IS NOT NULL`,
  ).all(question, question, limit);
}
