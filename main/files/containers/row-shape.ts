import { isJsonList, isJsonObject, type Json } from '../../../shared/domain/json.ts';

/**
 * What a column can hold so that every value seen fits. `json` is JSON as text: for values of different kinds, and for
 * objects that are free in their keys.
 */
export type Shape =
  | { readonly kind: 'none' | 'text' | 'whole' | 'number' | 'truth' | 'json' }
  | { readonly kind: 'list'; readonly element: Shape }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Shape> };

/** Keys whose objects differ from row to row: as columns of their own, each row would get the keys of all others. */
const freeKeys = new Set(['arguments', 'tools', 'metadata', 'vars']);

export function shapeOf(value: Json): Shape {
  if (value === null) return { kind: 'none' };
  if (typeof value === 'string') return { kind: 'text' };
  if (typeof value === 'boolean') return { kind: 'truth' };
  if (typeof value === 'number') return { kind: Number.isSafeInteger(value) ? 'whole' : 'number' };
  if (isJsonList(value)) {
    const element = value.reduce<Shape>((shape, one) => joinShapes(shape, shapeOf(one)), { kind: 'none' });
    return { kind: 'list', element };
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { kind: 'json' };
  return { kind: 'object', fields: new Map(entries.map(([key, one]) => [key, fieldShape(key, one)])) };
}

function fieldShape(key: string, value: Json): Shape {
  const isFree = freeKeys.has(key) && (isJsonList(value) || isJsonObject(value));
  return isFree ? { kind: 'json' } : shapeOf(value);
}

/** The narrowest shape that holds the values of both; does not depend on their order but for the order of fields. */
export function joinShapes(a: Shape, b: Shape): Shape {
  if (a.kind === 'none') return b;
  if (b.kind === 'none') return a;
  if (a.kind === 'list' && b.kind === 'list') {
    return { kind: 'list', element: joinShapes(a.element, b.element) };
  }
  if (a.kind === 'object' && b.kind === 'object') return joinObjects(a.fields, b.fields);
  if (a.kind === b.kind) return a;
  return isNumeric(a) && isNumeric(b) ? { kind: 'number' } : { kind: 'json' };
}

function joinObjects(a: ReadonlyMap<string, Shape>, b: ReadonlyMap<string, Shape>): Shape {
  const fields = new Map(a);
  for (const [key, shape] of b) fields.set(key, joinShapes(fields.get(key) ?? { kind: 'none' }, shape));
  return { kind: 'object', fields };
}

function isNumeric({ kind }: Shape): boolean {
  return kind === 'whole' || kind === 'number';
}
