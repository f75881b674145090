import type { OutcomeDefinition } from '../settings.ts';

/** A row of the log that says something of an outcome. */
export interface LoggedOutcome {
  readonly number: number | null;
  readonly text: string | null;
  /** Milliseconds since 1970; null where the row has no time. */
  readonly at: number | null;
}

export interface OutcomeTimes {
  /** When the output was made, in milliseconds since 1970. */
  readonly createdAt: number | null;
  /** Until when the log would hold the outcome if it had come (see `readFeedEnds`). */
  readonly feedEnd: number | null;
}

/**
 * What is known of an outcome of an interaction. `pending`: it may still come, and the interaction counts neither as yes
 * nor as no.
 */
export interface OutcomeValue {
  readonly state: 'known' | 'pending' | 'unknown';
  /** 1 and 0 for yes and no; what has come early where it is pending. */
  readonly value: number | null;
  /** From the output to the outcome; null where it has not come or a time is missing. */
  readonly delayMs: number | null;
  /** How a no is known, or that a yes came too late to be one. */
  readonly by: 'value' | 'horizon' | 'late' | null;
  readonly reason: string;
}

type Definition = Pick<OutcomeDefinition, 'unit' | 'horizonDays' | 'missing'>;

const dayMs = 86_400_000;

/**
 * What is known of one outcome. The latest row counts, and its delay is that of the first row that said so.
 *
 * Where only what happens is logged (`missing: 'no'`), a yes counts from when the horizon is over, as a no does: else the
 * newest interactions would have yes alone. One that came after the horizon is a no, as it would have been when the horizon
 * ended.
 */
export function outcomeValue(
  { unit, horizonDays, missing }: Definition,
  logged: readonly LoggedOutcome[],
  { createdAt, feedEnd }: OutcomeTimes,
): OutcomeValue {
  const read = readLatest(unit, logged);
  if (typeof read === 'string') return unknown(read);
  const delayMs = read === null || read.at === null || createdAt === null ? null : read.at - createdAt;
  if (read !== null && (missing === 'unknown' || horizonDays === null || read.value === 0))
    return known(read.value, delayMs, 'value', cameText(read.value, delayMs));
  const value = read?.value ?? null;
  if (horizonDays === null)
    return unknown('Nothing was logged, and no horizon says until when it may still come.');
  if (createdAt === null || feedEnd === null) {
    if (value !== null) return known(value, null, 'value', cameText(value, null));
    return unknown('Nothing was logged, and the interaction has no time to wait from.');
  }
  const isOver = createdAt + horizonDays * dayMs <= feedEnd;
  if (value !== null && delayMs !== null && delayMs > horizonDays * dayMs) {
    const late = `It came after ${days(delayMs)}, later than the horizon of ${plural(horizonDays)}.`;
    return known(0, delayMs, 'late', late);
  }
  if (!isOver) {
    const end = `It counts when the horizon of ${plural(horizonDays)} is over.`;
    return {
      state: 'pending',
      value,
      delayMs,
      by: null,
      reason: `${value === null ? 'It has not come yet.' : cameText(value, delayMs)} ${end}`,
    };
  }
  if (value !== null) return known(value, delayMs, 'value', cameText(value, delayMs));
  const over = `Nothing was logged within the horizon of ${plural(horizonDays)}`;
  if (missing === 'unknown') return unknown(`${over}, which does not say that it did not happen.`);
  return known(0, null, 'horizon', `${over}.`);
}

function known(
  value: number,
  delayMs: number | null,
  by: NonNullable<OutcomeValue['by']>,
  reason: string,
): OutcomeValue {
  return { state: 'known', value, delayMs, by, reason };
}

function unknown(reason: string): OutcomeValue {
  return { state: 'unknown', value: null, delayMs: null, by: null, reason };
}

/** The value that the latest row gives, at the first time since which it is so; a sentence where it cannot be read. */
function readLatest(
  unit: Definition['unit'],
  logged: readonly LoggedOutcome[],
): { readonly value: number; readonly at: number | null } | string | null {
  let latest: { readonly value: number; readonly at: number | null } | null = null;
  let unreadable: LoggedOutcome | null = null;
  for (const row of inOrder(logged)) {
    const value = valueOf(unit, row);
    if (value === null) unreadable = row;
    else if (latest === null || latest.value !== value || latest.at === null) latest = { value, at: row.at };
  }
  if (latest !== null || unreadable === null) return latest;
  const shown = String(unreadable.text ?? unreadable.number).slice(0, 60);
  return `It was logged as "${shown}", which is ${unit === 'yes_no' ? 'neither yes nor no' : 'no number'}.`;
}

/** Rows without a time come first; rows of the same time in an order that does not depend on that of imports. */
function inOrder(logged: readonly LoggedOutcome[]): readonly LoggedOutcome[] {
  if (logged.length < 2) return logged;
  return logged.toSorted(
    (a, b) =>
      (a.at ?? -Infinity) - (b.at ?? -Infinity) ||
      (a.number ?? -Infinity) - (b.number ?? -Infinity) ||
      (a.text ?? '').localeCompare(b.text ?? ''),
  );
}

function valueOf(unit: Definition['unit'], { number, text }: LoggedOutcome): number | null {
  if (unit === 'number') return number ?? (text === null || text.trim() === '' ? null : finite(Number(text)));
  if (number !== null) return number > 0 ? 1 : 0;
  const word = text?.trim().toLowerCase() ?? '';
  if (yesWords.has(word)) return 1;
  return noWords.has(word) ? 0 : null;
}

const yesWords: ReadonlySet<string> = new Set(['1', 'yes', 'y', 'true', 'done', 'success', 'won']);
const noWords: ReadonlySet<string> = new Set(['0', 'no', 'n', 'false', 'failed', 'failure', 'lost']);

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function cameText(value: number, delayMs: number | null): string {
  if (delayMs === null) return `It was logged as ${value}.`;
  return delayMs < 0
    ? `It was logged as ${value}, before the output.`
    : `It was logged as ${value} after ${days(delayMs)}.`;
}

function days(ms: number): string {
  return ms < dayMs ? `${Math.round(ms / 360_000) / 10} hours` : plural(Math.round((ms / dayMs) * 10) / 10);
}

function plural(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}
