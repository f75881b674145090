import type { VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import type { ComparedValues } from './velocity-address.ts';

export interface Pair {
  readonly a: string | null;
  readonly b: string | null;
}

/**
 * What is compared until others are chosen: of prompt versions and models the newest with the one before it, of others the
 * two with most interactions.
 * @param values those with most interactions first
 */
export function defaultPair(
  { dimension, a, b }: ComparedValues,
  values: readonly { readonly value: string }[],
  marks: VelocityReport['marks'],
): Pair {
  const isOfDimension = (how: VelocityReport['marks'][number]['how']) =>
    dimension === 'model' ? how === 'model_first_seen' : how !== 'model_first_seen';
  const began =
    dimension === 'prompt_version' || dimension === 'model'
      ? marks.filter(({ how }) => isOfDimension(how)).map(({ name }) => name)
      : [];
  const known = values.map(({ value }) => value);
  const newest = began.toReversed().filter((name) => known.includes(name));
  const order = [...newest, ...known.filter((value) => !newest.includes(value))];
  const second = b ?? order.find((value) => value !== a) ?? null;
  return { a: a ?? order.find((value) => value !== second) ?? null, b: second };
}
