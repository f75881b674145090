import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { openJsonText } from '../../../../shared/domain/mapping/path.ts';

/** As deep as a row of a file may be nested, so that JSON text inside a row brings nothing deeper. */
const maxLevels = 500;

/** JSON text opened, where it is a list or an object of a sane depth; any other value as it is. */
export function openJson(value: Json | undefined): Json {
  const given = value ?? null;
  const opened = openJsonText(given);
  return opened === given || !isDeeper(opened, maxLevels) ? opened : given;
}

/** The first of the fields that is there and not null or empty text. */
export function field(row: JsonObject, ...names: readonly string[]): Json | undefined {
  for (const name of names) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** The field as an object, also where it is JSON text; an empty object where it is neither. */
export function objectField(row: JsonObject, name: string): JsonObject {
  const value = openJson(field(row, name));
  return isJsonObject(value) ? value : {};
}

/** The field as a list, also where it is JSON text; an empty one where it is neither. */
export function listField(row: JsonObject, name: string): readonly Json[] {
  const value = openJson(field(row, name));
  return isJsonList(value) ? value : [];
}

/** The objects of a list field; what else the list holds is left out. */
export function objectsField(row: JsonObject, name: string): readonly JsonObject[] {
  return listField(row, name).filter(isJsonObject);
}

/** The first of the fields that is a text or a number, as text. */
export function textField(row: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = field(row, name);
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** The first of the fields that is a finite number, or text that is one (a CSV cell). */
export function numberField(row: JsonObject, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = field(row, name);
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
  }
  return undefined;
}

/** The row without these fields, and without what is empty. */
export function without(row: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => !isEmpty(value) && !names.includes(name)),
  );
}

/** A column that is only there where it holds something. */
export function column(name: string, value: Json | undefined): JsonObject {
  return value === undefined || isEmpty(value) ? {} : { [name]: value };
}

function isEmpty(value: Json): boolean {
  if (typeof value !== 'object') return value === '';
  return value === null || Object.keys(value).length === 0;
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item: Json) => isDeeper(item, levels - 1));
}
