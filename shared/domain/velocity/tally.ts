import { mergeCounts, type ValueCounts } from '../statistics/value-counts.ts';
import { type Figure, countFigure, medianFigure, shareFigure } from './figure.ts';
import { collectedIn, type MetricDefinition } from './metric-definitions.ts';

/** A part of the interactions, such as a cell: which bucket of the report it falls in, and how many there are. */
export interface Part {
  readonly bucket: number;
  readonly interactions: number;
}

/** Of each part how many are yes, and of how many it is known. */
export interface PartShares {
  readonly yes: Float64Array;
  readonly known: Float64Array;
}

/** What is counted of the parts of a report. The order in which counts are added makes no difference. */
export interface Tally {
  add(place: number, signal: string, value: number, count: number): void;
  /** Of yes or no; undefined where nothing is known of the signal. */
  shares(signal: string): PartShares | undefined;
  /** Outcomes that were seen, or are waited for. */
  outcomes(): { readonly name: string; readonly isYesNo: boolean; readonly pending: number }[];
  /** How often each value of a measured signal was seen in some buckets together. */
  values(signal: string, buckets: readonly number[]): ValueCounts;
  /** The metric over some buckets together. */
  figure(metric: MetricDefinition, buckets: readonly number[]): Figure;
}

/** What is counted of a signal, and where. */
interface Plan {
  /** The outcome that it says is pending; null where it says something else. */
  readonly waitsFor: string | null;
  readonly isOutcome: boolean;
  /** The metric in which a yes counts as collected, and a no. */
  readonly ofYes: string | null;
  readonly ofNo: string | null;
  readonly byBucket: Map<number, Map<number, number>> | null;
  readonly shares: PartShares | null;
}

const outcome = 'outcome.';
const pending = '.pending';

/**
 * @param measured signals whose medians are asked for; outcomes are counted both ways, because what they are shows from their
 * values
 */
export function createTally(parts: readonly Part[], measured: ReadonlySet<string>): Tally {
  const collected = new Map<string, Float64Array>();
  const waiting = new Map<string, number>();
  const numbers = new Set<string>();
  const placesOf = Map.groupBy(parts.keys(), (place) => parts[place]?.bucket ?? 0);

  const plans = new Map<string, Plan>();
  // Counts come by part and signal, so that what was found for the last is most often that of the next.
  let last = '';
  let plan: Plan | undefined;

  function planOf(signal: string): Plan {
    if (plan !== undefined && signal === last) return plan;
    last = signal;
    plan = getOrMake(plans, signal, () => {
      const isOutcome = signal.startsWith(outcome);
      return {
        waitsFor: isOutcome && signal.endsWith(pending) ? signal.slice(0, -pending.length) : null,
        isOutcome,
        ofYes: collectedIn(signal, 1),
        ofNo: collectedIn(signal, 0),
        byBucket: isOutcome || measured.has(signal) ? new Map<number, Map<number, number>>() : null,
        shares: measured.has(signal)
          ? null
          : { yes: new Float64Array(parts.length), known: new Float64Array(parts.length) },
      };
    });
    return plan;
  }

  function add(place: number, signal: string, value: number, count: number): void {
    const { waitsFor, isOutcome, ofYes, ofNo, byBucket, shares } = planOf(signal);
    if (waitsFor !== null) {
      waiting.set(waitsFor, (waiting.get(waitsFor) ?? 0) + count);
      return;
    }
    const kind = value > 0 ? ofYes : ofNo;
    if (kind !== null)
      addTo(
        getOrMake(collected, kind, () => new Float64Array(parts.length)),
        place,
        count,
      );
    if (isOutcome && value !== 0 && value !== 1) numbers.add(signal);
    if (byBucket !== null) {
      const counts = getOrMake(byBucket, parts[place]?.bucket ?? 0, () => new Map<number, number>());
      counts.set(value, (counts.get(value) ?? 0) + count);
    }
    if (shares !== null) {
      addTo(shares.known, place, count);
      if (value === 1) addTo(shares.yes, place, count);
    }
  }

  function sumOver(buckets: readonly number[], valueAt: (place: number) => number): number {
    let sum = 0;
    for (const bucket of buckets) for (const place of placesOf.get(bucket) ?? []) sum += valueAt(place);
    return sum;
  }

  function values(signal: string, buckets: readonly number[]): ValueCounts {
    const byBucket = plans.get(signal)?.byBucket;
    return mergeCounts(buckets.flatMap((bucket) => byBucket?.get(bucket) ?? []));
  }

  function figure({ id, kind, signal }: MetricDefinition, buckets: readonly number[]): Figure {
    if (kind === 'count') {
      const counts = collected.get(id);
      return countFigure(
        sumOver(buckets, (place) => counts?.[place] ?? 0),
        sumOver(buckets, (place) => parts[place]?.interactions ?? 0),
      );
    }
    if (kind === 'median') return medianFigure(values(signal ?? '', buckets));
    const shares = plans.get(signal ?? '')?.shares;
    return shareFigure(
      sumOver(buckets, (place) => shares?.yes[place] ?? 0),
      sumOver(buckets, (place) => shares?.known[place] ?? 0),
    );
  }

  return {
    add,
    shares: (signal) => plans.get(signal)?.shares ?? undefined,
    outcomes: () => {
      const seen = [...plans].flatMap(([signal, { isOutcome, waitsFor }]) =>
        isOutcome && waitsFor === null ? [signal] : [],
      );
      return [...new Set([...seen, ...waiting.keys()])].toSorted().map((signal) => ({
        name: signal.slice(outcome.length),
        isYesNo: !numbers.has(signal),
        pending: waiting.get(signal) ?? 0,
      }));
    },
    values,
    figure,
  };
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function addTo(sums: Float64Array, place: number, count: number): void {
  sums[place] = (sums[place] ?? 0) + count;
}
