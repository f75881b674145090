import { isJsonObject, type Json } from '../../../../shared/domain/json.ts';
import type { ArrivingSignal } from '../adapter.ts';
import { plainText } from './content-parts.ts';
import { snakeCase } from './signals.ts';

/** A judgement as evaluation tools write it. */
export interface Score {
  readonly name: string;
  readonly value: Json | undefined;
  readonly explanation?: Json | undefined;
  readonly origin: string | null;
  readonly at?: Json | undefined;
}

/**
 * A score as explicit signals under its own name; a score of several values gives one for each. What a person wrote to
 * explain it is a comment, what a model or program wrote is `<name>_explanation`.
 */
export function scoreSignals(score: Score): readonly ArrivingSignal[] {
  const name = snakeCase(score.name);
  const isHuman = score.origin?.startsWith('human') ?? false;
  const explanation = plainText(score.explanation).trim();
  return [
    ...valueSignals(name, score),
    ...(explanation === '' ? [] : [signal(isHuman ? 'comment' : `${name}_explanation`, explanation, score)]),
  ];
}

function valueSignals(name: string, score: Score): readonly ArrivingSignal[] {
  const { value } = score;
  if (value === undefined || value === null || value === '') return [];
  if (!isJsonObject(value)) return [signal(name, plainValue(value), score)];
  return Object.entries(value)
    .filter(([, item]) => item !== null && item !== '')
    .map(([part, item]) => signal(`${name}_${snakeCase(part)}`, plainValue(item), score));
}

/** Lists and objects as their JSON; numbers that are too large for one as text. */
function plainValue(value: Json): string | number | boolean {
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function signal(name: string, value: string | number | boolean, { origin, at }: Score): ArrivingSignal {
  return { kind: 'explicit', name, value, origin, ...(at === undefined ? {} : { at }) };
}
