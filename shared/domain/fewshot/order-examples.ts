import type { FewShotOptions } from './few-shot-options.ts';

export interface OrderedExample {
  readonly quality: number;
  /** Mean likeness to all interactions of its group, or to all. */
  readonly centrality: number;
}

/**
 * Places of the examples, given as they were chosen, in the order in which they are written. What stands last is nearest
 * to the question and weighs most with models (Zhao et al., 2021; Liu et al., 2022).
 */
export function orderExamples(
  examples: readonly OrderedExample[],
  order: FewShotOptions['order'],
): readonly number[] {
  const places = examples.map((_, place) => place);
  const key = order === 'quality' ? 'quality' : 'centrality';
  // The one that was chosen first covers most: it comes last, and so it does among equals.
  if (order === 'chosen') return places.toReversed();
  return places.toSorted((a, b) => (examples[a]?.[key] ?? 0) - (examples[b]?.[key] ?? 0) || b - a);
}

export const orderSentences: Record<FewShotOptions['order'], string> = {
  likeness:
    'The example that is most like all interactions together stands last: models go by what they read last.',
  quality: 'The best-rated example stands last: models go by what they read last.',
  chosen: 'The example that was chosen first, because it covers most, stands last.',
};
