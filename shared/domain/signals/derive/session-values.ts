import type { SignalSettings } from '../settings.ts';
import { no, yes, type DerivedValue, type FoundRequery } from '../measured-row.ts';
import type { Decision } from './action-values.ts';

/** Whether settings take a pair for a re-query: near enough in words and time, within the scope. */
export function isRequery(
  { likeness, gapMs, scope }: FoundRequery,
  settings: SignalSettings['requery'],
): boolean {
  if (likeness < settings.leastLikeness) return false;
  if (settings.scope !== 'session_or_user' && settings.scope !== scope) return false;
  // Within a session the order alone tells where a time is missing.
  return gapMs === null ? scope === 'session' : gapMs <= settings.windowMinutes * 60_000;
}

/**
 * Whether the person asked the same again. No is known where it would have shown: of interactions in a session or of a user.
 */
export function requeriedValue(
  facts: {
    readonly logged: boolean | null;
    readonly decision: Decision | null;
    readonly requeries: readonly FoundRequery[];
    readonly hasSession: boolean;
    readonly hasUser: boolean;
  },
  settings: SignalSettings['requery'],
): DerivedValue {
  if (facts.logged !== null) return (facts.logged ? yes : no)('The log says so.');
  if (facts.decision?.action === 'regenerated') return yes('The output was regenerated.');
  const found = facts.requeries.find((one) => isRequery(one, settings));
  if (found !== undefined) return yes(requeryReason(found));
  const isSeen =
    (facts.hasSession && settings.scope !== 'user') || (facts.hasUser && settings.scope !== 'session');
  return isSeen ? no('Nothing like it was asked within the window.') : null;
}

function requeryReason({ likeness, gapMs, scope }: FoundRequery): string {
  const after = gapMs === null ? 'later' : `${spanText(gapMs)} later`;
  const where = scope === 'session' ? 'in the same session' : 'by the same user';
  return `Asked again ${after} ${where}, ${Math.round(likeness * 100)} % alike.`;
}

function spanText(ms: number): string {
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}

/**
 * Whether the session ended with this output and nothing was done with it. Not known while the session may go on.
 * @param newestAt the newest interaction of the project, until when the log tells
 */
export function abandonedValue(
  facts: {
    readonly logged: boolean | null;
    readonly isLastOfSession: boolean | null;
    readonly hasAction: boolean;
    readonly createdAt: number | null;
    readonly newestAt: number | null;
  },
  afterMinutes: number,
): DerivedValue {
  if (facts.logged !== null) return (facts.logged ? yes : no)('The log says so.');
  if (facts.isLastOfSession === null) return null;
  if (!facts.isLastOfSession) return no('The session went on after it.');
  if (facts.hasAction) return no('It is the last of its session, and something was done with it.');
  const { createdAt, newestAt } = facts;
  if (createdAt === null || newestAt === null || newestAt - createdAt < afterMinutes * 60_000) return null;
  return yes('It is the last of its session, and nothing was done with it.');
}
