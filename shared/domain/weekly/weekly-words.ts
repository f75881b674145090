/**
 * - `new`: seen in this week and in none before it.
 * - `growing`, `shrinking`: in a greater or smaller share of interactions than in the four weeks before, with q of at most 0.1
 *   and an interval of the difference without 0.
 * - `recurring`: its status is fixed, and it was seen in this week after that was said.
 * - `steady`: none of these.
 * - `too_few`: seen in fewer than five interactions of both times, or nothing was logged in one of them.
 */
export const weeklyStates = ['new', 'growing', 'recurring', 'shrinking', 'steady', 'too_few'] as const;
export type WeeklyState = (typeof weeklyStates)[number];

export const weeklyStateNames: Record<WeeklyState, string> = {
  new: 'New',
  growing: 'Growing',
  recurring: 'Recurring',
  shrinking: 'Shrinking',
  steady: 'Steady',
  too_few: 'Too few to tell',
};

/** Whether somebody should say what is done about it. */
export function isToDecide(state: WeeklyState): boolean {
  return state !== 'steady' && state !== 'too_few';
}

/** What each state means, in a sentence. */
export const weeklyStateMeanings: Record<WeeklyState, string> = {
  new: 'Seen in this week and in none before it.',
  growing:
    'In a greater share of interactions than in the four weeks before (q of at most 0.1, interval above 0).',
  recurring: 'Said to be fixed, and seen again after that.',
  shrinking:
    'In a smaller share of interactions than in the four weeks before (q of at most 0.1, interval below 0).',
  steady: 'No difference from the four weeks before that can be told from chance.',
  too_few:
    'Seen in fewer than five interactions of this week and the four before, or nothing to compare with.',
};

export const weeklyDecisionKinds = ['change_prompt', 'add_examples', 'fine_tune', 'watch', 'ignore'] as const;
export type WeeklyDecisionKind = (typeof weeklyDecisionKinds)[number];

export const weeklyDecisionNames: Record<WeeklyDecisionKind, string> = {
  change_prompt: 'Change the prompt',
  add_examples: 'Add examples',
  fine_tune: 'Fine-tune',
  watch: 'Watch',
  ignore: 'Ignore',
};
