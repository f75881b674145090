import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';

/** The row's fields that nothing took and that hold something. */
export function leftoverColumns(row: JsonObject, taken: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => !taken.has(name) && !isEmpty(value)),
  );
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  if (isJsonList(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}
