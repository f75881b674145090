import type { SignalSettings } from '../settings.ts';
import { no, yes, type DerivedValue, type FoundRequery } from '../measured-row.ts';
import { isRequery, pairText } from '../requery-decision.ts';
import type { Decision } from './action-values.ts';

/** What people said of a pair counts before the settings. */
function isFound(pair: FoundRequery, settings: SignalSettings['requery']): boolean {
  return pair.verdict === null && isRequery(pair, settings);
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
  const found = facts.requeries.find((one) => one.verdict === 'yes' || isFound(one, settings));
  if (found !== undefined) {
    const judged = found.verdict === 'yes' ? ', as an annotator said' : '';
    return yes(`Asked again ${pairText(found)}${judged}.`);
  }
  if (facts.requeries.some((one) => one.verdict === 'no' && isRequery(one, settings)))
    return no('What was asked later is something else, as an annotator said.');
  const isSeen =
    (facts.hasSession && settings.scope !== 'user') || (facts.hasUser && settings.scope !== 'session');
  return isSeen ? no('Nothing like it was asked within the window.') : null;
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
