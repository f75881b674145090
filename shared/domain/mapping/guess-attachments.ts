import type { JsonObject } from '../json.ts';
import { guessMapping } from './guess-mapping.ts';
import type { Mapping, Target } from './mapping.ts';

/** Targets that an attachment does not have: it adds to an interaction whose conversation is there already. */
const conversationTargets: ReadonlySet<Target> = new Set(['output', 'input', 'messages', 'system']);

/**
 * Proposes a mapping for rows that belong to interactions of other rows. The text of such a row is what somebody left in
 * place of the output, whatever its column is called.
 */
export function guessAttachments(rows: readonly JsonObject[]): Mapping {
  const guess = guessMapping(rows);
  const edit =
    guess.find(({ target }) => target === 'edit') ?? guess.find(({ target }) => target === 'output');
  const rest = guess.filter(({ target }) => target !== 'edit' && !conversationTargets.has(target));
  return edit === undefined ? rest : [{ ...edit, target: 'edit' }, ...rest];
}
