import type { Result } from '../../../result/result.ts';
import type { RowMode } from '../export-row.ts';
import type { Message } from '../../message.ts';
import type { SkippedRow } from '../row-finding.ts';
import { fewShotPair } from './few-shot-pair.ts';

/** An answer to avoid beside what a person made of it, with the failure mode that it shows. */
export interface CounterExample {
  readonly prompt: readonly Message[];
  readonly bad: string;
  readonly good: string;
  readonly mode: RowMode;
}

/** A counter-example as texts. */
export interface CounterPair {
  readonly input: string;
  readonly bad: string;
  readonly good: string;
  /** The failure mode with its definition, where it has one. */
  readonly why: string;
}

/** Input and both answers as texts; why there are none. */
export function counterPair({ prompt, bad, good, mode }: CounterExample): Result<CounterPair, SkippedRow> {
  const pair = fewShotPair({ kind: 'supervised', prompt, answer: good, draft: bad, trains: 'all' });
  if (!pair.ok) return pair;
  const { input, output } = pair.value;
  return { ok: true, value: { input, bad: bad.toWellFormed(), good: output, why: whyBad(mode) } };
}

/** `Too long: It says the same twice.` */
export function whyBad({ name, definition }: RowMode): string {
  return (definition.trim() === '' ? name : `${name}: ${definition}`).toWellFormed();
}
