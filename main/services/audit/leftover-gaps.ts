import { counted, percent } from './figures.ts';
import type { Audited, FoundGap } from './found-gap.ts';

/** Some outputs are always left alone. */
const leastSilentShare = 0.05;
/** Unused signals that get a gap of their own; all of them are listed. */
const mostUnused = 10;

/** What is collected and not used, or lost on the way. */
export function leftoverGaps(audited: Audited): FoundGap[] {
  return [
    ...silentGap(audited),
    ...unjoinedGaps(audited),
    ...lostGap(audited),
    ...unusedSignalGaps(audited),
    ...metadataGap(audited),
  ];
}

function silentGap({ silent, interactions }: Audited): FoundGap[] {
  if (silent < leastSilentShare * interactions) return [];
  return [
    {
      id: 'silent_interactions',
      kind: 'silent_interactions',
      title: 'Interactions without any signal',
      detail: `${counted(silent)} of ${counted(interactions)} interactions (${percent(silent, interactions)}).`,
      advice:
        'Look at examples: where people did act, the app does not log it. Begin with the final text, then the action.',
      surface: null,
      signal: null,
      affected: silent,
      of: interactions,
      strength: 3,
      loops: ['prompt', 'few_shot'],
    },
  ];
}

function unjoinedGaps({ unjoined }: Audited): FoundGap[] {
  return [...Map.groupBy(unjoined, ({ sourceId }) => sourceId)].flatMap(([sourceId, reasons]) => {
    const [first] = reasons;
    if (first === undefined) return [];
    const affected = reasons.reduce((sum, { count }) => sum + count, 0);
    const of = affected + first.joined;
    return [
      {
        id: `unjoined_outcomes/${sourceId}`,
        kind: 'unjoined_outcomes' as const,
        title: `Rows of ${first.source} found no interaction`,
        detail: `${counted(affected)} of ${counted(of)} rows (${percent(affected, of)}).`,
        advice:
          'Import the interactions that they belong to and try the rejects again, or join by session, or by user and time.',
        surface: null,
        signal: null,
        affected,
        of,
        strength: 4,
        loops: ['outcome' as const],
      },
    ];
  });
}

function lostGap({ discarded, interactions }: Audited): FoundGap[] {
  const lost = discarded.filter(({ what }) => what !== 'unmapped_field');
  const greatest = lost.toSorted((one, other) => other.count - one.count)[0];
  if (greatest === undefined) return [];
  const affected = lost.reduce((sum, { count }) => sum + count, 0);
  const { name, what, source, count } = greatest;
  return [
    {
      id: 'lost_events',
      kind: 'lost_events',
      title: 'Rows of files that imports left out',
      detail: `${counted(affected)} in all; the most of one kind in ${source}: ${what === 'rejected_row' ? name.replaceAll('_', ' ') : name} (${counted(count)}).`,
      advice:
        'Look at the reasons of the source. Rejected rows can be tried again with another mapping; events about outputs that were never shown need the event that shows them.',
      surface: null,
      signal: null,
      affected,
      of: affected + interactions,
      strength: 2,
      loops: [],
    },
  ];
}

function unusedSignalGaps({ unused, interactions }: Audited): FoundGap[] {
  return unused
    .filter(({ what }) => what === 'signal')
    .slice(0, mostUnused)
    .map(({ name, count }) => ({
      id: `unused_signal/${name}`,
      kind: 'unused_signal' as const,
      title: `The signal ${name} is logged and means nothing here`,
      detail: `Logged ${counted(count)} times.`,
      advice: 'Say on the Signals screen which signal of the catalogue it means, if it means one.',
      surface: null,
      signal: null,
      affected: Math.min(count, interactions),
      of: interactions,
      strength: 1,
      loops: [],
    }));
}

function metadataGap({ unused, interactions }: Audited): FoundGap[] {
  const names = unused.filter(({ what }) => what === 'metadata');
  const [first] = names;
  if (first === undefined) return [];
  const shown = names.slice(0, 5).map(({ name }) => name);
  return [
    {
      id: 'unmapped_field',
      kind: 'unmapped_field',
      title: `${counted(names.length)} ${names.length === 1 ? 'field is' : 'fields are'} kept as metadata alone`,
      detail: `${shown.join(', ')}${names.length > shown.length ? ' and others' : ''}; ${first.name} is filled in ${counted(first.count)} rows.`,
      advice:
        'Map those that say what people did or what came of it to a signal, and import the file again. One may name the surface or the segment of users.',
      surface: null,
      signal: null,
      affected: Math.min(first.count, interactions),
      of: interactions,
      strength: 1,
      loops: [],
    },
  ];
}
