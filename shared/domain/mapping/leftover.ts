import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { openJsonText, resolveIndex, type Path } from './path.ts';

/**
 * Makes a function that returns what no path of the mapping took from a row, so that nothing is dropped silently.
 * A column taken whole is gone; of a column taken in part (`feedback.rating`) the rest stays, without a second copy
 * of the text that was taken. Taken list elements leave null, so that the others keep their positions.
 */
export function compileLeftover(paths: readonly Path[]): (row: JsonObject) => Record<string, Json> {
  const taken = new Map<string | number, Taken>();
  for (const path of paths) {
    take(taken, [path.text]);
    take(taken, path.steps);
  }
  return (row) => {
    const rest: Record<string, Json> = {};
    for (const key in row) {
      if (!Object.hasOwn(row, key)) continue;
      const value = row[key] ?? null;
      const node = taken.get(key);
      const kept = node === undefined ? value : withoutTaken(value, node);
      if (kept !== undefined) setOwn(rest, key, kept);
    }
    return rest;
  };
}

/** Sets a key as an own property, also where its name is `__proto__`. */
export function setOwn(object: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

/** 'whole', or which keys and positions below were taken. */
type Taken = 'whole' | Map<string | number, Taken>;

function take(level: Map<string | number, Taken>, steps: readonly (string | number)[]): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  const known = level.get(step);
  if (known === 'whole') return;
  if (rest.length === 0) {
    level.set(step, 'whole');
    return;
  }
  const below = known ?? new Map<string | number, Taken>();
  level.set(step, below);
  take(below, rest);
}

function withoutTaken(value: Json, node: Taken): Json | undefined {
  if (node === 'whole') return undefined;
  const holder = openJsonText(value);
  if (isJsonList(holder)) return listWithoutTaken(holder, node);
  return isJsonObject(holder) ? objectWithoutTaken(holder, node) : value;
}

function objectWithoutTaken(object: JsonObject, node: Map<string | number, Taken>): JsonObject | undefined {
  const rest: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object)) {
    const below = node.get(key);
    const kept = below === undefined ? value : withoutTaken(value, below);
    if (kept !== undefined) setOwn(rest, key, kept);
  }
  const isEmptied = Object.keys(rest).length === 0 && Object.keys(object).length > 0;
  return isEmptied ? undefined : rest;
}

function listWithoutTaken(list: readonly Json[], node: Map<string | number, Taken>): Json | undefined {
  const rest: (Json | undefined)[] = [...list];
  for (const [index, below] of node) {
    const position = typeof index === 'number' ? resolveIndex(index, list.length) : -1;
    const value = rest[position];
    if (value !== undefined) rest[position] = withoutTaken(value, below);
  }
  return rest.every((item) => item === undefined) && list.length > 0
    ? undefined
    : rest.map((item) => item ?? null);
}
