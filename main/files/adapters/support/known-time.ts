import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { parseInstant } from '../../../../shared/domain/time/parse-instant.ts';
import { field, without } from './fields.ts';

/** The field where it can be read as a time: any other value would cost the row its place. */
export function knownTime(row: JsonObject, ...names: readonly string[]): Json | undefined {
  for (const name of names) {
    const value = field(row, name);
    if (parseInstant(value) !== undefined) return value;
  }
  return undefined;
}

/** The row without these fields and its time; one that cannot be read stays under its own name. */
export function withoutTime(row: JsonObject, timeName: string, names: readonly string[]): JsonObject {
  return without(row, knownTime(row, timeName) === undefined ? names : [...names, timeName]);
}
