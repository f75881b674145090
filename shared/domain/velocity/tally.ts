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

const outcome = 'outcome.';
const pending = '.pending';

/**
 * @param measured signals whose medians are asked for; outcomes are counted both ways, because what they are shows from their
 * values
 */
export function createTally(parts: readonly Part[], measured: ReadonlySet<string>): Tally {
  const sharesOf = new Map<string, PartShares>();
  const valuesOf = new Map<string, Map<number, Map<number, number>>>();
  const collected = new Map<string, Float64Array>();
  const waiting = new Map<string, number>();
  const numbers = new Set<string>();
  const placesOf = Map.groupBy(parts.keys(), (place) => parts[place]?.bucket ?? 0);

  function measure(bucket: number, signal: string, value: number, count: number): void {
    const byBucket = getOrMake(valuesOf, signal, () => new Map<number, Map<number, number>>());
    const counts = getOrMake(byBucket, bucket, () => new Map<number, number>());
    counts.set(value, (counts.get(value) ?? 0) + count);
  }

  function add(place: number, signal: string, value: number, count: number): void {
    const isOutcome = signal.startsWith(outcome);
    if (isOutcome && signal.endsWith(pending)) {
      const name = signal.slice(0, -pending.length);
      waiting.set(name, (waiting.get(name) ?? 0) + count);
      return;
    }
    const kind = collectedIn(signal, value);
    if (kind !== null) {
      const all = getOrMake(collected, kind, () => new Float64Array(parts.length));
      all[place] = (all[place] ?? 0) + count;
    }
    if (isOutcome && value !== 0 && value !== 1) numbers.add(signal);
    if (isOutcome || measured.has(signal)) measure(parts[place]?.bucket ?? 0, signal, value, count);
    if (!measured.has(signal)) {
      const { yes, known } = getOrMake(sharesOf, signal, () => ({
        yes: new Float64Array(parts.length),
        known: new Float64Array(parts.length),
      }));
      known[place] = (known[place] ?? 0) + count;
      if (value === 1) yes[place] = (yes[place] ?? 0) + count;
    }
  }

  function sumOver(buckets: readonly number[], valueAt: (place: number) => number): number {
    let sum = 0;
    for (const bucket of buckets) for (const place of placesOf.get(bucket) ?? []) sum += valueAt(place);
    return sum;
  }

  function values(signal: string, buckets: readonly number[]): ValueCounts {
    const byBucket = valuesOf.get(signal);
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
    const shares = sharesOf.get(signal ?? '');
    return shareFigure(
      sumOver(buckets, (place) => shares?.yes[place] ?? 0),
      sumOver(buckets, (place) => shares?.known[place] ?? 0),
    );
  }

  return {
    add,
    shares: (signal) => sharesOf.get(signal),
    outcomes: () => {
      const seen = [...valuesOf.keys()].filter((signal) => signal.startsWith(outcome));
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
