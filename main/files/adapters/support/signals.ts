import type { Json } from '../../../../shared/domain/json.ts';
import { unitOfName } from '../../../../shared/domain/mapping/read-signals.ts';
import { parseInstant } from '../../../../shared/domain/time/parse-instant.ts';
import type { ArrivingSignal } from '../adapter.ts';

/** Implicit signals of what was measured, e.g. `{ latency_ms: 812 }`; the name tells the unit. No number, no signal. */
export function measured(values: Readonly<Record<string, number | undefined>>): readonly ArrivingSignal[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined || !Number.isFinite(value)
      ? []
      : [{ kind: 'implicit' as const, name, value, unit: unitOfName(name) }],
  );
}

/** Signals where a later one of the same name replaces the earlier, e.g. a measured latency one that was derived. */
export function preferLast(signals: readonly ArrivingSignal[]): readonly ArrivingSignal[] {
  return [...new Map(signals.map((signal) => [signal.name, signal])).values()];
}

/** Seconds as milliseconds, without the noise of binary fractions (0.1 + 0.2 s is 300 ms). */
export function millis(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * 1e6) / 1e3;
}

/** Milliseconds from one time to another, in any form `parseInstant` reads; undefined unless both are and in order. */
export function millisBetween(start: Json | undefined, end: Json | undefined): number | undefined {
  const [from, to] = [parseInstant(start), parseInstant(end)];
  return from === undefined || to === undefined || to.ms < from.ms ? undefined : to.ms - from.ms;
}

/** A name as signals and questions have it: `Answer Quality` is answer_quality. */
export function snakeCase(name: string): string {
  const words = name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
  return words === '' ? 'score' : words;
}
