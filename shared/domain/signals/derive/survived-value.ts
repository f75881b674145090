import { laterEditOf } from '../logged-names.ts';
import type { DerivedValue, LoggedSignal } from '../measured-row.ts';
import type { EditFacts } from './edit-values.ts';

/**
 * How much of an accepted output was still there later: what the log says of it at the latest time that it has; else, of an
 * accepted output with a final text, the share that is kept in that. Of outputs that were not used it means nothing.
 */
export function survivedValue(
  signals: readonly LoggedSignal[],
  logged: number | null,
  facts: EditFacts,
): DerivedValue {
  const { action } = facts.decision ?? { action: null };
  if (action === 'discarded' || action === 'regenerated' || action === 'ignored') return null;
  if (logged !== null && logged >= 0 && logged <= 1) return { value: logged, reason: 'As it was logged.' };
  let latest = -1;
  let changed: number | null = null;
  for (const { name, number } of signals) {
    const place = laterEditOf(name);
    if (place === null || number === null || place <= latest) continue;
    latest = place;
    changed = number;
  }
  if (changed !== null)
    return {
      value: Math.min(1, Math.max(0, 1 - changed)),
      reason: 'One less the share of it that was changed, at the latest time that is logged.',
    };
  if (action === 'accepted' && facts.hasEdit && facts.shareKept !== null)
    return { value: facts.shareKept, reason: 'The share of the accepted output that is in the final text.' };
  return null;
}
