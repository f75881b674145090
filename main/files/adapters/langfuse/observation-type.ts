import type { JsonObject } from '../../../../shared/domain/json.ts';
import { field, textField } from '../support/fields.ts';

const types: ReadonlySet<string> = new Set([
  'GENERATION',
  'SPAN',
  'EVENT',
  'AGENT',
  'TOOL',
  'CHAIN',
  'RETRIEVER',
  'EVALUATOR',
  'EMBEDDING',
  'GUARDRAIL',
]);

export function isObservationType(type: string): boolean {
  return types.has(type);
}

export function typeOf(row: JsonObject): string {
  return textField(row, 'type')?.toUpperCase() ?? '';
}

/** Whether an observation is the first of its trace. A row that does not tell its parent is not taken for one. */
export function isRoot(row: JsonObject): boolean {
  const names = ['parentObservationId', 'parent_observation_id'];
  const namesNone = names.some((name) => Object.hasOwn(row, name)) && field(row, ...names) === undefined;
  return namesNone || row['isRootObservation'] === true || row['isRootObservation'] === 'true';
}

/** Why an observation is no interaction. */
export function reasonOf(row: JsonObject): string {
  const type = typeOf(row);
  if (type === 'GENERATION') return 'a generation without an output';
  return types.has(type) ? `an observation of type ${type}` : 'an observation that is no generation';
}
