import type { Json } from '../../../../shared/domain/json.ts';
import type { ArrivingLabel, ArrivingSignal } from '../adapter.ts';
import { scoreSignals } from './score-signals.ts';

/** One judgement in a tool that has people, models and programs judge under the same names. */
export interface Judgement {
  readonly name: string;
  /** A number, yes/no or several of them. */
  readonly score: Json | undefined;
  /** A category. */
  readonly category: string | undefined;
  readonly explanation: Json | undefined;
  readonly by: Judge;
  readonly at?: Json | undefined;
}

export interface Judge {
  readonly kind: 'human' | 'model' | 'code' | 'unknown';
  readonly name: string | undefined;
}

export interface Judged {
  readonly signals: readonly ArrivingSignal[];
  readonly labels: readonly ArrivingLabel[];
}

/** A category that a named person chose is a label; everything else is a signal with its origin. */
export function readJudgement({ name, score, category, explanation, by, at }: Judgement): Judged {
  const origin = originOf(by);
  const isLabel = by.kind === 'human' && by.name !== undefined && category !== undefined;
  const categorySignals =
    category === undefined || isLabel
      ? []
      : scoreSignals({ name: score === undefined ? name : `${name}_label`, value: category, origin, at });
  return {
    signals: [...scoreSignals({ name, value: score, explanation, origin, at }), ...categorySignals],
    labels: isLabel ? [{ question: name, value: category, annotator: by.name }] : [],
  };
}

function originOf({ kind, name }: Judge): string | null {
  if (kind === 'unknown') return null;
  return name === undefined || kind === 'code' ? kind : `${kind}:${name}`;
}
