import { formats } from './formats/registry.ts';
import type { PairingOptions } from './recipe-parts.ts';
import type { Recipe } from './recipe.ts';

/** What has to be read beside outputs and edits, and the signal or question that says it. */
export type Judgement =
  | { readonly by: 'value'; readonly name: string }
  | { readonly by: 'preference'; readonly name: string }
  /** Without a name, by what people did. */
  | { readonly by: 'contrast'; readonly name: string | null };

/** What a recipe's pairing is judged by; null where pairs are outputs and their edits. */
export function judgementOf({ format, pairs }: Pick<Recipe, 'format' | 'pairs'>): Judgement | null {
  switch (pairs?.from) {
    case undefined:
    case 'edit':
      return null;
    case 'preference':
      return { by: 'preference', name: pairs.signal ?? 'preference' };
    case 'contrast':
      return { by: 'contrast', name: pairs.signal ?? null };
    case 'rating':
    case 'outcome': {
      const name = pairs.signal ?? (pairs.from === 'rating' ? 'rating' : 'outcome');
      return formats[format].kind === 'preference' ? { by: 'contrast', name } : { by: 'value', name };
    }
  }
}

/** Why no row can come of a pairing in a format, with what to do; null where some can. */
export function pairingProblem({
  format,
  pairs,
  badFrom,
}: Pick<Recipe, 'format' | 'pairs' | 'badFrom'>): string | null {
  if (pairs === undefined) return null;
  const { kind, name } = formats[format];
  const allowed = sources[kind];
  if (!allowed.includes(pairs.from)) {
    const others = allowed.length === 0 ? 'none at all' : allowed.join(', ');
    return `${name} cannot learn from pairs of ${pairs.from}. It takes: ${others}. Choose other pairs, or another format.`;
  }
  return pairs.from === 'edit' ? changeProblem(pairs) : judgedProblem(pairs, kind, badFrom);
}

type Kind = (typeof formats)[Recipe['format']]['kind'];

/** A preference says which of two is better, and never that one is bad. */
const sources: Readonly<Record<Kind, readonly PairingOptions['from'][]>> = {
  supervised: ['edit', 'rating', 'outcome', 'preference'],
  preference: ['edit', 'rating', 'outcome', 'preference', 'contrast'],
  unpaired: ['edit', 'rating', 'outcome'],
  stepwise: ['edit'],
  evaluation: ['edit', 'rating', 'outcome', 'preference'],
};

function changeProblem({
  leastChange = 0,
  mostChange = 1,
  signal,
  good,
  bad,
}: PairingOptions): string | null {
  if (leastChange > mostChange)
    return 'The smallest share of changed words is above the largest. Exchange the two.';
  return signal === undefined && good === undefined && bad === undefined
    ? null
    : 'Edits are not judged by a signal. Choose pairs of ratings, outcomes or contrast, or take the signal out.';
}

function judgedProblem(
  { from, signal, leastChange, mostChange, good, bad }: PairingOptions,
  kind: Kind,
  badFrom: number | undefined,
): string | null {
  if (leastChange !== undefined || mostChange !== undefined || badFrom !== undefined)
    return `Shares of changed words are for pairs of edits. Take them out, or choose edits in place of ${from}.`;
  if (from === 'outcome' && signal === undefined) return 'Name the signal that holds the outcome.';
  if (good !== undefined && bad !== undefined && bad >= good)
    return 'The value from which an answer is good must be above the one up to which it is bad.';
  if (from === 'contrast' && signal === undefined && (good !== undefined || bad !== undefined))
    return 'Name the signal that good and bad are values of.';
  // Ratings have scales of their own: only yes and no need no threshold.
  const isJudged = from === 'rating' && signal !== 'thumbs' && kind !== 'preference';
  if (isJudged && good === undefined) return 'Say from which rating on an answer is good.';
  return isJudged && kind === 'unpaired' && bad === undefined
    ? 'Say up to which rating an answer is bad: one that is less good is not yet bad.'
    : null;
}
