import { normaliseAction } from '../../mapping/normalise-action.ts';
import type { DerivedValue, LoggedSignal } from '../measured-row.ts';
import { no, yes } from '../measured-row.ts';

/** What decided over an output: whether it was used, and what was done instead. */
export interface Decision {
  readonly action: 'accepted' | 'edited' | 'sent' | 'discarded' | 'regenerated' | 'ignored';
  readonly at: number | null;
}

const deciding: ReadonlySet<string> = new Set<Decision['action']>([
  'accepted',
  'edited',
  'sent',
  'discarded',
  'regenerated',
  'ignored',
]);

/** Which of two actions without an order counts: using an output outlasts turning it away. */
const rank: readonly Decision['action'][] = [
  'ignored',
  'regenerated',
  'discarded',
  'accepted',
  'edited',
  'sent',
];

/**
 * The last action that decides: by time where all have one, else what outlasts the others. Copying decides nothing, for
 * people copy what they turn away as well.
 */
export function decisionOf(signals: readonly LoggedSignal[]): Decision | null {
  const decisions = signals.flatMap(({ name, text, at }): Decision[] => {
    if (name !== 'action' || text === null) return [];
    const action = normaliseAction(text);
    return isDecision(action) ? [{ action, at }] : [];
  });
  const hasTimes = decisions.every(({ at }) => at !== null);
  const ordered = decisions.toSorted(
    (a, b) => (hasTimes ? (a.at ?? 0) - (b.at ?? 0) : 0) || rank.indexOf(a.action) - rank.indexOf(b.action),
  );
  return ordered.at(-1) ?? null;
}

function isDecision(action: string): action is Decision['action'] {
  return deciding.has(action);
}

const isUsed = ({ action }: Decision): boolean =>
  action === 'accepted' || action === 'edited' || action === 'sent';

/** @param logged what the log says of it in a signal of its own, if it does */
export function acceptedValue(decision: Decision | null, logged: boolean | null): DerivedValue {
  if (decision !== null)
    return (isUsed(decision) ? yes : no)(`The last action that decides is ${decision.action}.`);
  return logged === null ? null : (logged ? yes : no)('The log says so.');
}

export function discardedValue(decision: Decision | null, logged: boolean | null): DerivedValue {
  if (decision !== null)
    return (decision.action === 'discarded' ? yes : no)(
      `The last action that decides is ${decision.action}.`,
    );
  return logged === null ? null : (logged ? yes : no)('The log says so.');
}

/**
 * No is known only of interactions with other actions, in a log that has copies elsewhere.
 * @param copiesAreLogged whether the project has the action anywhere
 */
export function copiedValue(
  signals: readonly LoggedSignal[],
  logged: boolean | null,
  copiesAreLogged: boolean,
): DerivedValue {
  if (logged !== null) return (logged ? yes : no)('The log says so.');
  const actions = signals.filter(({ name, text }) => name === 'action' && text !== null);
  if (actions.some(({ text }) => normaliseAction(text ?? '') === 'copied'))
    return yes('The action copied was logged.');
  if (actions.length === 0 || !copiesAreLogged) return null;
  return no('Other actions were logged and no copy, while the log has copies elsewhere.');
}
