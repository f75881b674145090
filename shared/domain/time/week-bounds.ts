import { createDayInZone } from './day-in-zone.ts';

const dayMs = 86_400_000;
const quarterMs = 900_000;
/** No zone is further from UTC than 14 hours; one quarter more is never needed. */
const farthestMs = 64 * quarterMs;

export interface Bounds {
  /** UTC milliseconds; the first moment, and the first behind it. */
  readonly from: number;
  readonly to: number;
}

/**
 * When the ISO week that begins on a Monday begins and ends in a time zone, clock changes included.
 * @param monday days from 1970-01-01
 */
export function weekBounds(monday: number, timeZone: string): Bounds {
  const dayInZone = createDayInZone(timeZone);
  return { from: startOfDay(monday, dayInZone), to: startOfDay(monday + 7, dayInZone) };
}

/** `2026-10-05` of days from 1970-01-01. */
export function dayName(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The first quarter of an hour that is on the day, or behind it; clocks change on quarters only. */
function startOfDay(day: number, dayInZone: (ms: number) => string): number {
  const name = dayName(day);
  let before = (day * dayMs - farthestMs) / quarterMs;
  let reached = (day * dayMs + farthestMs) / quarterMs;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (dayInZone(middle * quarterMs) >= name) reached = middle;
    else before = middle;
  }
  return reached * quarterMs;
}
