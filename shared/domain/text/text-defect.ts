import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * What is wrong with the texts of a JSON value: a NUL character (SQLite and C tools cut the text there), half a
 * surrogate pair (cannot be written as UTF-8; DuckDB and Python refuse the whole file), or nothing.
 */
export type TextDefect = 'none' | 'lone_surrogate' | 'nul';

/** Looks through every string and key of a value. A NUL outweighs a lone surrogate. */
export function findTextDefect(value: Json): TextDefect {
  if (typeof value === 'string') return defectOf(value);
  if (isJsonList(value)) return worstOfList(value);
  return isJsonObject(value) ? worstOfObject(value) : 'none';
}

function worstOfList(list: readonly Json[]): TextDefect {
  let found: TextDefect = 'none';
  for (const item of list) {
    const defect = findTextDefect(item);
    if (defect === 'nul') return defect;
    if (defect !== 'none') found = defect;
  }
  return found;
}

function worstOfObject(object: JsonObject): TextDefect {
  let found: TextDefect = 'none';
  for (const key in object) {
    if (!Object.hasOwn(object, key)) continue;
    const inKey = defectOf(key);
    const inValue = findTextDefect(object[key] ?? null);
    if (inKey === 'nul' || inValue === 'nul') return 'nul';
    if (inKey !== 'none' || inValue !== 'none') found = 'lone_surrogate';
  }
  return found;
}

/** The same value with every lone surrogate, in strings and keys, replaced by U+FFFD. */
export function repairText(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (isJsonList(value)) return value.map(repairText);
  return isJsonObject(value) ? repairObject(value) : value;
}

/** `repairText` for a row. */
export function repairObject(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, item]) => [key.toWellFormed(), repairText(item)]),
  );
}

function defectOf(text: string): TextDefect {
  if (text.includes('\0')) return 'nul';
  return text.isWellFormed() ? 'none' : 'lone_surrogate';
}
