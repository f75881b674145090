import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';

/** What a span, event, log entry or resource says about itself. A map, because names such as `__proto__` arrive too. */
export type Attributes = ReadonlyMap<string, Json>;

export const noAttributes: Attributes = new Map();

/** Deeper values are kept as they are written. */
const maxLevels = 200;

/** Attributes as OTLP's list of `{key, value: {stringValue: ...}}`, or as the plain object that SDKs print. */
export function decodeAttributes(value: Json | undefined, level = 0): Attributes {
  if (isJsonObject(value)) return new Map(Object.entries(value));
  if (!isJsonList(value)) return noAttributes;
  const attributes = new Map<string, Json>();
  for (const entry of value) {
    const key = isJsonObject(entry) ? entry['key'] : undefined;
    if (isJsonObject(entry) && typeof key === 'string')
      attributes.set(key, decodeValue(entry['value'] ?? null, level));
  }
  return attributes;
}

/** OTLP's `AnyValue` as plain JSON. */
export function decodeValue(value: Json, level = 0): Json {
  if (!isJsonObject(value) || level > maxLevels) return value;
  if (Object.hasOwn(value, 'stringValue')) return value['stringValue'] ?? null;
  if (Object.hasOwn(value, 'intValue')) return decodeInteger(value['intValue'] ?? null);
  if (Object.hasOwn(value, 'doubleValue')) return value['doubleValue'] ?? null;
  if (Object.hasOwn(value, 'boolValue')) return value['boolValue'] ?? null;
  if (Object.hasOwn(value, 'bytesValue')) return value['bytesValue'] ?? null;
  const list = valuesOf(value['arrayValue']);
  if (list !== undefined) return list.map((item) => decodeValue(item, level + 1));
  const entries = valuesOf(value['kvlistValue']);
  if (entries !== undefined) return Object.fromEntries(decodeAttributes(entries, level + 1));
  return Object.keys(value).length === 0 ? null : value;
}

/** A long as text or number; text where a number would lose digits. */
function decodeInteger(value: Json): Json {
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? number : value;
}

function valuesOf(holder: Json | undefined): readonly Json[] | undefined {
  if (!isJsonObject(holder)) return undefined;
  const values = holder['values'];
  return isJsonList(values) ? values : [];
}

export interface Unflattened {
  readonly value: readonly Json[];
  readonly keys: readonly string[];
}

type Tree = Map<string, Tree | Json>;

/** More steps than any convention has; longer keys stay attributes. */
const maxSteps = 16;

/** The list that `prefix.0.a`, `prefix.0.b.1.c` ... stand for, in the order of their numbers, and the keys it used. */
export function unflatten(attributes: Attributes, prefix: string): Unflattened | undefined {
  const tree: Tree = new Map();
  const keys: string[] = [];
  for (const [key, value] of attributes) {
    if (!key.startsWith(`${prefix}.`)) continue;
    const steps = key.slice(prefix.length + 1).split('.', maxSteps + 1);
    if (steps.length > maxSteps || !isIndex(steps[0] ?? '')) continue;
    if (setAt(tree, steps, value)) keys.push(key);
  }
  return keys.length === 0 ? undefined : { value: listOf(tree), keys };
}

function setAt(tree: Tree, steps: readonly string[], value: Json): boolean {
  let level = tree;
  for (const step of steps.slice(0, -1)) {
    const known = level.get(step);
    if (known !== undefined && !(known instanceof Map)) return false;
    const next: Tree = known ?? new Map();
    level.set(step, next);
    level = next;
  }
  const last = steps.at(-1) ?? '';
  if (level.has(last)) return false;
  level.set(last, value);
  return true;
}

function isIndex(step: string): boolean {
  return /^\d{1,9}$/.test(step);
}

function listOf(tree: Tree): Json[] {
  return [...tree].toSorted(([one], [other]) => Number(one) - Number(other)).map(([, node]) => jsonOf(node));
}

function jsonOf(node: Tree | Json): Json {
  if (!(node instanceof Map)) return node;
  if ([...node.keys()].every(isIndex)) return listOf(node);
  return Object.fromEntries([...node].map(([key, below]) => [key, jsonOf(below)]));
}

/** A text that says something, or undefined. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function listAt(holder: JsonObject, key: string): readonly Json[] | undefined {
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  return isJsonList(value) ? value : undefined;
}
