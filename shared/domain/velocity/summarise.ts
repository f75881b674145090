import type { WeekTrend } from './week-trend.ts';

/** What a summary is made from. */
export interface SummarisedMetric {
  readonly id: string;
  readonly name: string;
  readonly group: 'leading' | 'lagging';
  readonly kind: 'share' | 'median' | 'count';
  readonly better: 'higher' | 'lower';
  readonly trend: WeekTrend;
  readonly overall: { readonly n: number; readonly value: number | null };
  readonly target: { readonly status: string } | null;
  readonly simpson: readonly { readonly message: string }[];
}

export interface SummaryLine {
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly text: string;
  readonly metric: string | null;
}

export interface Summarised {
  readonly metrics: readonly SummarisedMetric[];
  readonly interactions: number;
  /** Decisions that wait for a prompt version. */
  readonly openLoops: number;
}

/** Whether the flywheel spins, what is stuck, what misleads and what to do next, in sentences. */
export function summarise(given: Summarised): SummaryLine[] {
  const { metrics, interactions, openLoops } = given;
  if (interactions === 0)
    return [
      line('neutral', 'No interaction is counted yet. Import a log, or wait until signals are worked out.'),
    ];
  return [
    ...spinning(metrics),
    ...metrics.flatMap(({ id, simpson }) => simpson.map(({ message }) => line('bad', message, id))),
    ...targets(metrics),
    ...(openLoops === 0
      ? []
      : [
          line(
            'bad',
            `${openLoops === 1 ? 'One failure mode was' : `${openLoops} failure modes were`} decided on and no prompt version followed. Change the prompt, or take the decision back.`,
            'signal_to_change',
          ),
        ]),
    ...missing(metrics),
  ];
}

function spinning(metrics: readonly SummarisedMetric[]): SummaryLine[] {
  const lagging = metrics.filter(({ group }) => group === 'lagging');
  const leading = metrics.filter(({ group }) => group === 'leading');
  const better = lagging.filter(isOf('better'));
  const worse = lagging.filter(isOf('worse'));
  // What is as good as it can be has nowhere to go.
  const steady = lagging.filter(isOf('steady')).filter((metric) => !isBest(metric));
  const slower = leading.filter(isOf('worse'));
  if (better.length + worse.length + steady.length === 0)
    return [
      line(
        'neutral',
        'No trend can be told yet: it takes four weeks that are over, with 20 interactions or more each of which something is known. Go on logging times and signals.',
      ),
    ];
  return [
    ...verdict(better, worse, leading.filter(isOf('better'))),
    ...worse.map(({ id, name, trend }) =>
      line('bad', `${name} gets worse: it is ${trend.direction} over ${trend.weeks} weeks.`, id),
    ),
    ...(better.length > 0 && steady.length > 0
      ? [
          line(
            'neutral',
            `No trend: ${list(steady)}. What was changed did not reach ${steady.length === 1 ? 'it' : 'them'}.`,
          ),
        ]
      : []),
    ...(slower.length > 0 ? [line('bad', `Less goes into the loop: ${list(slower)} ${fall(slower)}.`)] : []),
  ];
}

function verdict(
  better: readonly SummarisedMetric[],
  worse: readonly SummarisedMetric[],
  collected: readonly SummarisedMetric[],
): SummaryLine[] {
  if (better.length > 0)
    return [
      line(
        worse.length > 0 ? 'neutral' : 'good',
        worse.length > 0
          ? `The flywheel spins in part: ${list(better)} ${better.length === 1 ? 'gets' : 'get'} better, and ${list(worse)} ${worse.length === 1 ? 'gets' : 'get'} worse.`
          : `The flywheel spins: ${list(better)} ${better.length === 1 ? 'gets' : 'get'} better.`,
      ),
    ];
  if (collected.length > 0)
    return [
      line(
        'bad',
        `The flywheel is stuck: more goes in (${list(collected)}), and nothing that users see gets better. Look at whether what was learned reaches the prompt.`,
      ),
    ];
  return [
    line(
      'bad',
      'The flywheel stands still: nothing that users see gets better, and no more goes into the loop than before. Collect a signal that is missing, or decide on the failure mode that is seen most.',
    ),
  ];
}

function targets(metrics: readonly SummarisedMetric[]): SummaryLine[] {
  const missed = metrics.filter(({ target }) => target?.status === 'missed');
  const reached = metrics.filter(({ target }) => target?.status === 'reached');
  return [
    ...(reached.length > 0 ? [line('good', `Targets reached: ${list(reached)}.`)] : []),
    ...(missed.length > 0 ? [line('bad', `Targets missed: ${list(missed)}.`)] : []),
  ];
}

/** What is not logged at all. */
function missing(metrics: readonly SummarisedMetric[]): SummaryLine[] {
  const without = metrics.filter(({ group, overall }) => group === 'lagging' && overall.n === 0);
  if (without.length === 0) return [];
  return [
    line(
      'neutral',
      `Nothing is known of ${list(without)}. The audit says which signals to log for ${without.length === 1 ? 'it' : 'them'}.`,
    ),
  ];
}

function isOf(verdictOf: WeekTrend['verdict']): (metric: SummarisedMetric) => boolean {
  return ({ trend }) => trend.verdict === verdictOf;
}

function isBest({ better, kind, overall: { value } }: SummarisedMetric): boolean {
  return kind === 'share' && value === (better === 'lower' ? 0 : 1);
}

function fall(metrics: readonly SummarisedMetric[]): string {
  return metrics.length === 1 ? 'gets worse' : 'get worse';
}

const and = new Intl.ListFormat('en', { type: 'conjunction' });

/** Names within a sentence. */
function list(metrics: readonly SummarisedMetric[]): string {
  return and.format(metrics.map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1)));
}

function line(tone: SummaryLine['tone'], text: string, metric: string | null = null): SummaryLine {
  return { tone, text, metric };
}
