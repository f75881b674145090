import type { DerivedValue, LoggedSignal } from '../measured-row.ts';
import type { Decision } from './action-values.ts';

const msOfUnit: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['min', 60_000],
]);

/**
 * A time as it is logged, in milliseconds; null for what is none. Without a unit it is taken for milliseconds. Times in one
 * number tell no pauses, so that the cap does not touch them: whoever logs events has them capped as they are folded.
 */
export function loggedTime({ number, unit }: LoggedSignal): DerivedValue {
  if (number === null || !Number.isFinite(number) || number < 0) return null;
  const factor = msOfUnit.get(unit ?? 'ms');
  if (factor === undefined) return null;
  return { value: number * factor, reason: 'As it was logged.' };
}

/** From showing to the decision, by their times; a pause counts as the idle cap at most. */
export function timeToActionValue(
  logged: LoggedSignal | null,
  {
    createdAt,
    decision,
    idleCapMs,
  }: {
    readonly createdAt: number | null;
    readonly decision: Decision | null;
    readonly idleCapMs: number;
  },
): DerivedValue {
  if (logged !== null) return loggedTime(logged);
  if (createdAt === null || decision === null || decision.at === null) return null;
  const pause = decision.at - createdAt;
  if (pause < 0) return null;
  return pause > idleCapMs
    ? {
        value: idleCapMs,
        reason: 'From showing to the action it was longer than the idle cap, which counts in its place.',
      }
    : { value: pause, reason: 'The time from showing to the action.' };
}

/** From the times of all that was done with the output; pauses between two of them count as the idle cap at most. */
export function dwellValue(
  logged: LoggedSignal | null,
  {
    createdAt,
    times,
    idleCapMs,
  }: {
    readonly createdAt: number | null;
    /** Of the events about the output, in any order. */
    readonly times: readonly number[];
    readonly idleCapMs: number;
  },
): DerivedValue {
  if (logged !== null) return loggedTime(logged);
  if (createdAt === null) return null;
  const later = times.filter((time) => time > createdAt).toSorted((a, b) => a - b);
  if (later.length === 0) return null;
  let [sum, before] = [0, createdAt];
  for (const time of later) {
    sum += Math.min(time - before, idleCapMs);
    before = time;
  }
  return { value: sum, reason: `From showing to the last of ${later.length} events, pauses capped.` };
}
