import { thumbsValue } from '../mapping/read-signals.ts';
import type { LabelValue } from '../schema/label-schema.ts';
import type { Preferred } from './row-pairing.ts';

/**
 * What a signal or an answer says of an output, as a number: yes and thumbs up are 1, no and thumbs down 0. Null for what
 * is no judgement.
 */
export function judgedValue(value: LabelValue): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
  return thumbsValue(word) ?? wordValues.get(word) ?? null;
}

const wordValues: ReadonlyMap<string, number> = new Map([
  ['good', 1],
  ['correct', 1],
  ['accepted', 1],
  ['bad', 0],
  ['wrong', 0],
  ['incorrect', 0],
  ['discarded', 0],
]);

/** Which output an answer prefers, in the ways that data sets of two outputs write it; null where it names none. */
export function preferredOf(value: LabelValue): Preferred | null {
  return typeof value === 'string' || typeof value === 'number'
    ? (preferences.get(String(value).trim().toLowerCase()) ?? null)
    : null;
}

const preferences: ReadonlyMap<string, Preferred> = new Map([
  ...['1', 'a', 'first', 'output', 'output_1', 'response_1', 'model_a', 'left'].map(
    (word) => [word, 'output'] as const,
  ),
  ...['2', 'b', 'second', 'other', 'other_output', 'output_2', 'response_2', 'model_b', 'right'].map(
    (word) => [word, 'other'] as const,
  ),
  ...['0', 'tie', 'neither', 'both', 'equal', 'same'].map((word) => [word, 'neither'] as const),
]);
