import { catalogue, outcomeId, summaries } from '../signals/catalogue.ts';
import { defaultOutcome } from '../signals/default-outcome.ts';
import type { SignalSettings } from '../signals/settings.ts';
import type { Better } from './week-trend.ts';

/** What a metric says, and what it is read from. */
export interface MetricDefinition {
  readonly id: string;
  readonly name: string;
  readonly group: 'leading' | 'lagging';
  readonly kind: 'share' | 'median' | 'count';
  readonly better: Better;
  readonly unit: 'share' | 'ms' | 'number' | 'days' | 'count';
  readonly definition: string;
  /** The signal whose values it is of; null of what is counted otherwise. */
  readonly signal: string | null;
}

/** Shown also where nothing is known of them, because their absence says what to log. */
export const alwaysShown: ReadonlySet<string> = new Set(['acceptance', 'edit_distance', 'requery']);

/** How metrics of signals of the catalogue are called and read. */
const ofSignals: readonly (Pick<MetricDefinition, 'id' | 'name' | 'kind' | 'better' | 'unit'> & {
  readonly signal: string;
})[] = [
  {
    id: 'acceptance',
    name: 'Acceptance',
    signal: 'accepted',
    kind: 'share',
    better: 'higher',
    unit: 'share',
  },
  {
    id: 'discard',
    name: 'Discarded outputs',
    signal: 'discarded',
    kind: 'share',
    better: 'lower',
    unit: 'share',
  },
  { id: 'edited', name: 'Edited outputs', signal: 'edited', kind: 'share', better: 'lower', unit: 'share' },
  {
    id: 'edit_distance',
    name: 'Edit distance of accepted outputs',
    signal: 'edit_distance',
    kind: 'median',
    better: 'lower',
    unit: 'share',
  },
  {
    id: 'kept_share',
    name: 'Share kept',
    signal: 'kept_share',
    kind: 'median',
    better: 'higher',
    unit: 'share',
  },
  { id: 'survival', name: 'Survival', signal: 'survived', kind: 'median', better: 'higher', unit: 'share' },
  { id: 'requery', name: 'Re-queries', signal: 'requeried', kind: 'share', better: 'lower', unit: 'share' },
  {
    id: 'abandonment',
    name: 'Abandoned outputs',
    signal: 'abandoned',
    kind: 'share',
    better: 'lower',
    unit: 'share',
  },
  {
    id: 'time_to_action',
    name: 'Time to action',
    signal: 'time_to_action',
    kind: 'median',
    better: 'lower',
    unit: 'ms',
  },
  { id: 'dwell', name: 'Dwell time', signal: 'dwell', kind: 'median', better: 'neither', unit: 'ms' },
  { id: 'thumbs', name: 'Thumbs up', signal: 'thumbs', kind: 'share', better: 'higher', unit: 'share' },
  { id: 'rating', name: 'Rating', signal: 'rating', kind: 'median', better: 'higher', unit: 'share' },
];

const medianOfIt = 'The median of it over interactions of which it is known.';

/** Metrics that are read from signal values, but for outcomes. */
export function signalMetrics({ usableFrom }: SignalSettings): MetricDefinition[] {
  const strong = catalogue.filter(({ strength }) => strength >= usableFrom).map(({ name }) => name);
  return [
    {
      id: 'usable',
      name: 'Usable interactions',
      group: 'leading',
      kind: 'share',
      better: 'higher',
      unit: 'share',
      definition: `Share of interactions with at least one signal of strength ${usableFrom} or more: ${strong.join(', ')}, and outcomes as strong. The strength is in the settings of signals.`,
      signal: summaries.usable,
    },
    ...ofSignals.map(({ signal, ...rest }) => {
      const known = catalogue.find(({ id }) => id === signal);
      const about = `${known?.definition ?? ''} ${known?.computation ?? ''}`;
      const group = 'lagging' as const;
      return {
        ...rest,
        group,
        signal,
        definition: rest.kind === 'median' ? `${about} ${medianOfIt}` : about,
      };
    }),
    {
      id: 'quality',
      name: 'Quality score',
      group: 'lagging',
      kind: 'median',
      better: 'higher',
      unit: 'share',
      definition: `The quality score by the weights of the settings, 0 to 1. ${medianOfIt}`,
      signal: summaries.quality,
    },
  ];
}

/** The metric of an outcome by its name in the log. */
export function outcomeMetric(
  name: string,
  settings: SignalSettings,
  { isYesNo, pending }: { readonly isYesNo: boolean; readonly pending: number },
): MetricDefinition {
  const { title, direction } =
    settings.outcomes.find((outcome) => outcome.name === name) ??
    defaultOutcome(name, isYesNo ? 'yes_no' : 'number');
  const what = isYesNo ? 'Share of interactions with this outcome, of' : 'The median of this outcome, of';
  const waiting =
    pending === 0
      ? ''
      : ` ${pending.toLocaleString('en-GB')} interactions wait for it: it may still come, so that they are in no figure.`;
  return {
    id: outcomeId(name),
    name: title === '' ? inWords(name) : title,
    group: 'lagging',
    kind: isYesNo ? 'share' : 'median',
    better: betterBy[direction],
    unit: isYesNo ? 'share' : 'number',
    definition: `${what} those of which it is known, by the week of the interaction.${waiting}`,
    signal: outcomeId(name),
  };
}

const betterBy = { good: 'higher', bad: 'lower', neutral: 'neither' } as const;

function inWords(name: string): string {
  const words = name.replaceAll(/[_-]+/gu, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Metrics of the work on the loop; they are of the whole project. */
export const workMetrics: readonly MetricDefinition[] = [
  {
    id: 'labels',
    name: 'Labels',
    group: 'leading',
    kind: 'count',
    better: 'higher',
    unit: 'count',
    definition:
      'Answers and labels on parts of outputs that annotators gave in the app, by the week in which they gave them. Each act counts, also one that is replaced or taken back later. Imported labels have no time and are not among them. Of the whole project, whatever is filtered.',
    signal: null,
  },
  {
    id: 'prompt_updates',
    name: 'Prompt updates',
    group: 'leading',
    kind: 'count',
    better: 'higher',
    unit: 'count',
    definition:
      'Prompt versions that went live in a week: by the day that a person entered, else by their first interaction. The prompt that the log begins with is no update. Of the whole project, whatever is filtered.',
    signal: null,
  },
  {
    id: 'signal_to_change',
    name: 'Days from signal to change',
    group: 'leading',
    kind: 'median',
    better: 'lower',
    unit: 'days',
    definition:
      'For each decision of a weekly review to change the prompt, add examples or fine-tune: days from the first week in which its failure mode was seen to the prompt version that went live next after the decision. For each failure mode that was set to fixed without such a decision: days to the latest prompt version that was live by then, else to the day it was set to fixed. By the week of the change; the median. Of the whole project, whatever is filtered.',
    signal: null,
  },
];

const kinds = [
  [
    'explicit',
    'Explicit signals',
    'Edited or used as it was, rating and thumbs where known; free-text correction, comment and label where there is one.',
  ],
  [
    'implicit',
    'Implicit signals',
    'Accepted or not, survival, time to action and dwell time where known; re-query, copy and abandonment where there was one.',
  ],
  [
    'outcome',
    'Outcomes',
    'Outcomes that are known, whether they came or not; those that wait are not among them.',
  ],
] as const;

/** How much was collected, by kind of signal. */
export const collectedMetrics: readonly MetricDefinition[] = kinds.map(([kind, name, what]) => ({
  id: `signals.${kind}`,
  name,
  group: 'leading',
  kind: 'count',
  better: 'higher',
  unit: 'count',
  definition: `How many signals of this kind interactions of a week have. ${what} What is worked out from the same act counts once.`,
  signal: null,
}));

/** Signals that count as collected wherever they are known, and those that count where they are yes alone. */
const whereKnown: Readonly<Record<string, string>> = {
  edited: 'signals.explicit',
  rating: 'signals.explicit',
  thumbs: 'signals.explicit',
  accepted: 'signals.implicit',
  survived: 'signals.implicit',
  time_to_action: 'signals.implicit',
  dwell: 'signals.implicit',
};
const whereYes: Readonly<Record<string, string>> = {
  correction: 'signals.explicit',
  comment: 'signals.explicit',
  label: 'signals.explicit',
  requeried: 'signals.implicit',
  copied: 'signals.implicit',
  abandoned: 'signals.implicit',
};

/** The metric in which a value of a signal counts as collected; null for none. */
export function collectedIn(signal: string, value: number): string | null {
  if (signal.startsWith('outcome.')) return signal.endsWith('.pending') ? null : 'signals.outcome';
  return whereKnown[signal] ?? (value > 0 ? (whereYes[signal] ?? null) : null);
}

/** Whether a metric may have this id; of outcomes any may, because they are known only when they come. */
export function isMetricId(id: string): boolean {
  const fixed = [...ofSignals, ...workMetrics, ...collectedMetrics].map((metric) => metric.id);
  return id.startsWith('outcome.') || id === 'usable' || id === 'quality' || fixed.includes(id);
}
