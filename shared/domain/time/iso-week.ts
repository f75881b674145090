import { createDayInZone } from './day-in-zone.ts';

const dayMs = 86_400_000;

/**
 * Tells the Monday of the ISO week in which a moment (UTC milliseconds) falls in a time zone, as days from 1970-01-01;
 * quickly for many moments that lie close together.
 */
export function createMondayInZone(timeZone: string): (ms: number) => number {
  const dayInZone = createDayInZone(timeZone);
  return (ms) => mondayOfDay(Date.parse(dayInZone(ms)) / dayMs);
}

/** The same of one moment. */
export function mondayOf(ms: number, timeZone: string): number {
  return createMondayInZone(timeZone)(ms);
}

/** The name of the ISO week that begins on a Monday: `2026-W40`. */
export function weekName(monday: number): string {
  // ISO 8601: a week belongs to the year of its Thursday, and the first week is the one with 4 January.
  const year = new Date((monday + 3) * dayMs).getUTCFullYear();
  const week = (monday - firstMonday(year)) / 7 + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of a week of this name, as days from 1970-01-01; null where there is no such week. */
export function weekDay(name: string): number | null {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  if (year === undefined || week === undefined) return null;
  const monday = firstMonday(Number(year)) + (Number(week) - 1) * 7;
  return weekName(monday) === name ? monday : null;
}

function firstMonday(year: number): number {
  return mondayOfDay(Date.UTC(year, 0, 4) / dayMs);
}

/** 1970-01-01 was a Thursday. */
function mondayOfDay(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}
