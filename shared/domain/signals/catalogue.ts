import type { SignalKind } from '../mapping/mapped-row.ts';

/** How a value of a signal is read. A share is from 0 to 1; yes or no is 1 or 0. */
export type SignalUnit = 'yes_no' | 'share' | 'ms' | 'number';

/** A signal of the catalogue: what it means, and what the app makes of it. */
export interface SignalDefinition {
  /** Never renamed: settings, plans and targets name it. An outcome's is `outcome.` and its name. */
  readonly id: string;
  readonly name: string;
  readonly kind: SignalKind;
  /** What a high value says of the output; `neutral` where it depends. */
  readonly direction: 'good' | 'bad' | 'neutral';
  readonly unit: SignalUnit;
  /** How much it says of how good the output was, 1 (little) to 5 (an edit). */
  readonly strength: 1 | 2 | 3 | 4 | 5;
  /** What it means, in a sentence. */
  readonly definition: string;
  /** How it is computed from what is logged, in sentences. */
  readonly computation: string;
  /** Whether it is worked out where the log has only raw events or texts. */
  readonly derived: boolean;
}

/** Signals that the app knows without being told; outcomes are added to them by name. */
export const catalogue: readonly SignalDefinition[] = [
  {
    id: 'edited',
    name: 'Edited',
    kind: 'explicit',
    direction: 'bad',
    unit: 'yes_no',
    strength: 5,
    definition:
      'A person changed the output before they used it: it says what was wrong, and what would be right.',
    computation:
      'Yes where the final text differs from the output, no where it is the same. Where only an action tells that it was used, no, as long as the log has edits of others; else not known.',
    derived: true,
  },
  {
    id: 'edit_distance',
    name: 'Edit distance',
    kind: 'explicit',
    direction: 'bad',
    unit: 'share',
    strength: 5,
    definition: 'How much of an output that was used had to be changed.',
    computation:
      'HTER of the final text: words inserted, deleted, substituted and moved, by words of the final text, at most 1. 0 where it was used as it was, in a log that has edits; not known of outputs that were not used.',
    derived: true,
  },
  {
    id: 'correction',
    name: 'Free-text correction',
    kind: 'explicit',
    direction: 'bad',
    unit: 'yes_no',
    strength: 5,
    definition: 'A person wrote what the output should have said.',
    computation: 'Yes where the log has a signal named correction, corrected_text, expected or ideal.',
    derived: false,
  },
  {
    id: 'label',
    name: 'Label',
    kind: 'explicit',
    direction: 'neutral',
    unit: 'yes_no',
    strength: 5,
    definition: 'An annotator answered a question about the output.',
    computation: 'Yes where at least one answer stands, no where there is none.',
    derived: false,
  },
  {
    id: 'rating',
    name: 'Rating',
    kind: 'explicit',
    direction: 'good',
    unit: 'share',
    strength: 4,
    definition: 'A person rated the output on a scale.',
    computation:
      'The latest rating, from 0 at the low end of the scale to 1 at its high end. The scale is read from the least and the greatest rating of the project.',
    derived: false,
  },
  {
    id: 'thumbs',
    name: 'Thumbs',
    kind: 'explicit',
    direction: 'good',
    unit: 'yes_no',
    strength: 3,
    definition: 'A person gave a thumb up or down.',
    computation: 'Yes for the latest thumb up, no for a thumb down.',
    derived: false,
  },
  {
    id: 'comment',
    name: 'Comment',
    kind: 'explicit',
    direction: 'neutral',
    unit: 'yes_no',
    strength: 3,
    definition: 'A person wrote something about the output.',
    computation: 'Yes where the log has a comment that is not empty.',
    derived: false,
  },
  {
    id: 'accepted',
    name: 'Accepted',
    kind: 'implicit',
    direction: 'good',
    unit: 'yes_no',
    strength: 3,
    definition: 'A person used the output, as it was or edited.',
    computation:
      'By the last action that decides: yes for accepted, edited and sent, no for discarded, regenerated and ignored. Not known without any.',
    derived: true,
  },
  {
    id: 'discarded',
    name: 'Discarded',
    kind: 'implicit',
    direction: 'bad',
    unit: 'yes_no',
    strength: 3,
    definition: 'A person turned the output away.',
    computation: 'By the last action that decides, as with Accepted: yes for discarded, no for the others.',
    derived: true,
  },
  {
    id: 'requeried',
    name: 'Re-queried',
    kind: 'implicit',
    direction: 'bad',
    unit: 'yes_no',
    strength: 3,
    definition: 'The person asked the same again: the output did not help.',
    computation:
      'Yes where the log says so or the action is regenerated, or where the next input of the same session or user within the window asks nearly the same; no where the session, user or log would have shown it and did not.',
    derived: true,
  },
  {
    id: 'copied',
    name: 'Copied',
    kind: 'implicit',
    direction: 'good',
    unit: 'yes_no',
    strength: 2,
    definition: 'A person copied the output.',
    computation:
      'Yes where the log has the action copied; no where it has other actions and copies elsewhere.',
    derived: false,
  },
  {
    id: 'kept_share',
    name: 'Share kept',
    kind: 'implicit',
    direction: 'good',
    unit: 'share',
    strength: 4,
    definition: 'How much of the output is in the final text: acceptance of a part.',
    computation:
      'Words of the output that are kept in the final text, by all words of the output. 1 where it was used as it was, in a log that has edits.',
    derived: true,
  },
  {
    id: 'survived',
    name: 'Survived',
    kind: 'implicit',
    direction: 'good',
    unit: 'share',
    strength: 4,
    definition: 'How much of an accepted output was still there later.',
    computation:
      'From what the log says of the accepted text later (share kept, or 1 less the share edited, at the latest time logged); else, of an accepted output with a final text, the share of it that is kept there.',
    derived: true,
  },
  {
    id: 'time_to_action',
    name: 'Time to action',
    kind: 'implicit',
    direction: 'neutral',
    unit: 'ms',
    strength: 1,
    definition: 'How long it took from showing the output to what the person did with it.',
    computation:
      'As logged, or from the times of showing and action; a pause counts as the idle cap at most.',
    derived: true,
  },
  {
    id: 'dwell',
    name: 'Dwell time',
    kind: 'implicit',
    direction: 'neutral',
    unit: 'ms',
    strength: 1,
    definition: 'How long the person had the output before them.',
    computation: 'As logged, or from the events of the output; a pause counts as the idle cap at most.',
    derived: true,
  },
  {
    id: 'abandoned',
    name: 'Abandoned',
    kind: 'implicit',
    direction: 'bad',
    unit: 'yes_no',
    strength: 2,
    definition: 'The session ended with this output, and nothing was done with it.',
    computation:
      'Yes for the last interaction of a session without any action, no for all others of sessions. Not known where the session may still go on, or there is none.',
    derived: true,
  },
];

/** Values of an interaction that sum up its signals; kept beside them under these ids. */
export const summaries = {
  /** 1 where any signal of the catalogue is known. */
  any: 'any',
  /** 1 where a signal of at least the strength of the settings is known. */
  usable: 'usable',
  /** Quality score from weights, 0 to 1. */
  quality: 'quality',
} as const;

/** Outcomes that teams usually follow, suggested where none is defined. */
export const usualOutcomes = [
  'replied',
  'converted',
  'resolved',
  'sold',
  'returned',
  'task_completed',
] as const;

/** The id of an outcome by its name in the log. */
export function outcomeId(name: string): string {
  return `outcome.${name}`;
}

/** Beside an outcome's value: 1 where it has not come and still may. Such an interaction counts neither as yes nor as no. */
export function pendingId(outcome: string): string {
  return `${outcome}.pending`;
}
