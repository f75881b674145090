import type { Loop } from '../../../shared/contract/audit-operations.ts';

/** Something that an app can log, the signals that come of it, and the loops that live on it. */
export interface Capture {
  /** The signal that a plan names for it. */
  readonly signal: string;
  /** Signals any of which shows that it is logged; `outcome.` stands for every outcome. */
  readonly shownBy: readonly string[];
  readonly what: string;
  readonly strength: number;
  readonly loops: readonly Loop[];
  readonly advice: string;
}

/** In the order in which the seed advises to collect them. */
export const captures: readonly Capture[] = [
  {
    signal: 'edited',
    shownBy: ['edited'],
    what: 'The text that people used in the end',
    strength: 5,
    loops: ['prompt', 'few_shot', 'fine_tune'],
    advice:
      'Log the final text beside the output when a person sends or saves it, with the id of the interaction. It gives edits, edit distance and the share kept.',
  },
  {
    signal: 'accepted',
    shownBy: ['accepted', 'discarded'],
    what: 'What people did with the output',
    strength: 3,
    loops: ['prompt', 'few_shot'],
    advice:
      'Log an event with an action such as accepted, edited, discarded or regenerated when a person is done with the output.',
  },
  {
    signal: 'outcome.task_completed',
    shownBy: ['outcome.'],
    what: 'What came of it: an outcome',
    strength: 4,
    loops: ['outcome'],
    advice:
      'Choose one outcome, such as replied, resolved or sold, and export it with the id of the interaction, or its session or user and a time. Import that file and join it.',
  },
  {
    signal: 'thumbs',
    shownBy: ['rating', 'thumbs'],
    what: 'A rating or thumbs',
    strength: 3,
    loops: ['prompt', 'few_shot'],
    advice: 'Offer a thumb up and down beside the output, and log it with the id of the interaction.',
  },
  {
    signal: 'correction',
    shownBy: ['correction', 'comment'],
    what: 'What people say about an output',
    strength: 3,
    loops: ['prompt'],
    advice: 'Ask for a sentence after a thumb down or a discard, and log it as a comment or correction.',
  },
  {
    signal: 'survived',
    shownBy: ['survived'],
    what: 'How much of an accepted output is still there later',
    strength: 2,
    loops: ['few_shot'],
    advice: 'Log the text again some time after it was accepted, or the share of it that was kept.',
  },
  {
    signal: 'copied',
    shownBy: ['copied'],
    what: 'Whether the output was copied',
    strength: 1,
    loops: ['few_shot'],
    advice: 'Log an event with the action copied.',
  },
  {
    signal: 'time_to_action',
    shownBy: ['time_to_action', 'dwell'],
    what: 'How long people took to decide',
    strength: 1,
    loops: ['prompt'],
    advice: 'Log the times at which the output was shown and at which the person acted.',
  },
];

/** Whether a signal shows that this is logged. */
export function isShownBy({ shownBy }: Capture, signal: string): boolean {
  return shownBy.some((name) => (name.endsWith('.') ? signal.startsWith(name) : signal === name));
}
