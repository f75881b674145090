import { no, yes, type DerivedValue } from '../measured-row.ts';
import type { Decision } from './action-values.ts';

/** What is known of the text that a person left. */
export interface EditFacts {
  readonly hasEdit: boolean;
  readonly edited: boolean;
  readonly hter: number | null;
  readonly shareKept: number | null;
  readonly decision: Decision | null;
  /** Whether the project has edits anywhere: else that there is none says nothing. */
  readonly editsAreLogged: boolean;
}

const isUsedAsItWas = ({ hasEdit, decision, editsAreLogged }: EditFacts): boolean =>
  editsAreLogged && !hasEdit && (decision?.action === 'accepted' || decision?.action === 'sent');

export function editedValue(facts: EditFacts): DerivedValue {
  if (facts.edited) return yes('The final text differs from the output.');
  if (facts.hasEdit) return no('The final text is the output.');
  if (facts.decision?.action === 'edited') return yes('The action is edited; the log has no final text.');
  return isUsedAsItWas(facts) ? no('It was used, and the log has another text only of others.') : null;
}

/** HTER is above 1 where more was written than the output had; as a share it is 1 at most. */
export function editDistanceValue(facts: EditFacts): DerivedValue {
  if (facts.decision?.action === 'discarded') return null;
  if (facts.hasEdit && facts.hter !== null)
    return { value: Math.min(1, facts.hter), reason: 'HTER of the final text, at most 1.' };
  return isUsedAsItWas(facts) ? no('It was used as it was.') : null;
}

/** @param logged what the log says of it, 0 to 1 */
export function keptShareValue(facts: EditFacts, logged: number | null): DerivedValue {
  if (logged !== null && logged >= 0 && logged <= 1) return { value: logged, reason: 'As it was logged.' };
  if (facts.decision?.action === 'discarded') return null;
  if (facts.hasEdit && facts.shareKept !== null)
    return { value: facts.shareKept, reason: 'Words of the output that are kept in the final text.' };
  return isUsedAsItWas(facts) ? yes('It was used as it was.') : null;
}
