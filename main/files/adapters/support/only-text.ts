import type { JsonObject } from '../../../../shared/domain/json.ts';

/**
 * The one column that holds running text: several words, and no address. Undefined where none or several do, unless
 * one alone of them is long.
 */
export function onlyTextColumn(row: JsonObject): string | undefined {
  const texts = Object.keys(row).filter((name) => isRunningText(row[name]));
  if (texts.length === 1) return texts[0];
  const long = texts.filter((name) => isLong(row[name]));
  return long.length === 1 ? long[0] : undefined;
}

/** Whether a value is text that somebody wrote, rather than an id, a path, an address or JSON. */
export function isRunningText(value: unknown): value is string {
  return (
    typeof value === 'string' && /\S\s+\S/.test(value) && !/^\s*(?:[a-z]+:\/\/\S+\s*$|[[{/])/i.test(value)
  );
}

function isLong(value: unknown): boolean {
  return typeof value === 'string' && value.length >= 120;
}
