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
  if (typeof value !== 'object') return [signal(name, value, score)];
  if (!isJsonObject(value)) return [signal(name, JSON.stringify(value), score)];
  return Object.entries(value).flatMap(([part, item]) =>
    item === null || item === ''
      ? []
      : [signal(`${name}_${snakeCase(part)}`, typeof item === 'object' ? JSON.stringify(item) : item, score)],
  );
}

function signal(name: string, value: string | number | boolean, { origin, at }: Score): ArrivingSignal {
  return { kind: 'explicit', name, value, origin, ...(at === undefined ? {} : { at }) };
}
