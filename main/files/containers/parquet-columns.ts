import type { SchemaElement } from 'hyparquet-writer';
import { isJsonList, isJsonObject, type Json } from '../../../shared/domain/json.ts';
import type { Shape } from './row-shape.ts';

/** The schema of a file with these columns. All may be null: a row need not have every key. */
export function parquetSchema(columns: ReadonlyMap<string, Shape>): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.size },
    ...Array.from(columns, ([name, shape]) => elements(name, shape)).flat(),
  ];
}

function elements(name: string, shape: Shape): SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (shape.kind) {
    case 'whole':
      return [{ ...optional, type: 'INT64' }];
    case 'number':
      return [{ ...optional, type: 'DOUBLE' }];
    case 'truth':
      return [{ ...optional, type: 'BOOLEAN' }];
    case 'list':
      return [
        { ...optional, converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elements('element', shape.element),
      ];
    case 'object':
      return [
        { ...optional, num_children: shape.fields.size },
        ...Array.from(shape.fields, ([field, one]) => elements(field, one)).flat(),
      ];
    case 'none':
    case 'text':
    case 'json':
      return [{ ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
  }
}

/** A cell as the writer wants it for a column of this shape. */
export function parquetCell(value: Json | undefined, shape: Shape): unknown {
  if (value === undefined || value === null) return null;
  if (shape.kind === 'json') return JSON.stringify(value);
  if (shape.kind === 'whole') return BigInt(Number(value));
  if (shape.kind === 'list' && isJsonList(value)) return value.map((one) => parquetCell(one, shape.element));
  if (shape.kind === 'object' && isJsonObject(value)) {
    const fields = Array.from(shape.fields, ([key, one]) => [key, parquetCell(value[key], one)] as const);
    return Object.fromEntries(fields);
  }
  return value;
}
