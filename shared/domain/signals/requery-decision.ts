import type { SignalSettings } from './settings.ts';

/** What settings decide on: a later input beside the earlier one that it is most like. */
export interface RequeryPair {
  /** 0 to 1. */
  readonly likeness: number;
  /** Milliseconds; null where one of the two has no time. */
  readonly gapMs: number | null;
  readonly scope: 'session' | 'user';
}

/** Whether settings take a pair for a re-query: near enough in words and time, within the scope. */
export function isRequery(
  { likeness, gapMs, scope }: RequeryPair,
  { leastLikeness, windowMinutes, scope: allowed }: SignalSettings['requery'],
): boolean {
  if (likeness < leastLikeness) return false;
  if (allowed !== 'session_or_user' && allowed !== scope) return false;
  // Within a session the order alone tells where a time is missing.
  return gapMs === null ? scope === 'session' : gapMs <= windowMinutes * 60_000;
}

/** "40 s later", "5 min later", "3 h later" or "2 days later"; "later" where a time is missing. */
export function gapText(gapMs: number | null): string {
  if (gapMs === null) return 'later';
  const minutes = gapMs / 60_000;
  if (minutes < 2) return `${Math.round(gapMs / 1000)} s later`;
  if (minutes < 120) return `${Math.round(minutes)} min later`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h later` : `${Math.round(minutes / 1440)} days later`;
}

/** "40 s later in the same session, 83 % alike". */
export function pairText({ likeness, gapMs, scope }: RequeryPair): string {
  const where = scope === 'session' ? 'in the same session' : 'by the same user';
  return `${gapText(gapMs)} ${where}, ${Math.round(likeness * 100)} % alike`;
}

/** Why settings take a pair for a re-query or not, as a sentence. */
export function decisionText(pair: RequeryPair, settings: SignalSettings['requery']): string {
  if (isRequery(pair, settings)) return 'A re-query by these settings.';
  if (pair.likeness < settings.leastLikeness)
    return `No re-query: less than ${Math.round(settings.leastLikeness * 100)} % alike.`;
  if (settings.scope === 'session' && pair.scope === 'user')
    return 'No re-query: in another session, and only the same session counts.';
  if (settings.scope === 'user' && pair.scope === 'session')
    return 'No re-query: in the same session, and only other sessions of a user count.';
  if (pair.gapMs === null) return 'No re-query: without a time, only the same session counts.';
  return `No re-query: later than the window of ${settings.windowMinutes} min.`;
}
