import type { Json } from '../json.ts';
import type { RejectReason, RowProblem } from './mapped-row.ts';
import type { Target } from './mapping.ts';

export function rowProblem(reason: RejectReason, target: Target, message: string): RowProblem {
  return { reason, message, target };
}

/** The problem of a value whose kind a target cannot take. `wanted` completes "must be ...". */
export function wrongType(target: Target, value: Json, wanted: string): RowProblem {
  return rowProblem(
    'wrong_type',
    target,
    `${target} must be ${wanted}, but the row has ${describeKind(value)}.`,
  );
}

/** Tells a problem from what a reading step returns otherwise; no mapped part has a `reason`. */
export function isRowProblem(value: object | null | string): value is RowProblem {
  return typeof value === 'object' && value !== null && 'reason' in value;
}

function describeKind(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : 'yes or no';
}
