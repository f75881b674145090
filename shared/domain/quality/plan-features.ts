import type { SignalDefinition } from '../signals/catalogue.ts';
import { isScored, orientedValue } from '../signals/quality-score.ts';
import type { LabelledRow } from './labelled-row.ts';

/** What a model has to know of a signal. */
export type ModelSignal = Pick<SignalDefinition, 'id' | 'name' | 'direction' | 'unit'>;

/** A column that a model sees: the value of a signal, or whether it is known. */
export interface Feature {
  readonly signal: string;
  readonly name: string;
  readonly kind: 'value' | 'known';
  /** By which it is standardised. A value that is not known counts as the mean of those that are. */
  readonly mean: number;
  readonly deviation: number;
}

export interface FeaturePlan {
  readonly features: readonly Feature[];
  readonly leftOut: readonly { readonly signal: string; readonly name: string; readonly reason: string }[];
}

/** So many rows have to differ from the others, or a coefficient would be about a handful of them. */
const leastRows = 10;

/** Columns that are alike this far are one: which of them mattered could not be told. */
const sameFrom = 0.999;

type Values = LabelledRow['values'];

/**
 * Chooses the columns of a model: of each signal that can be scored its oriented value, and whether it is known, where enough
 * rows differ in it. Looks at no label.
 */
export function planFeatures(
  rows: readonly Pick<LabelledRow, 'values'>[],
  signals: readonly ModelSignal[],
): FeaturePlan {
  const features: Feature[] = [];
  const columns: Float64Array[] = [];
  const scored = signals.filter((signal) => isScored(signal));
  const found = scored.map((signal) => ({ signal, features: featuresOf(rows, signal) }));
  const leftOut = found
    .filter((one) => one.features.length === 0)
    .map(({ signal: { id, name } }) => ({
      signal: id,
      name,
      reason: 'It hardly differs among the labelled interactions.',
    }));
  // Values before what is known of them: of two columns that say the same, people understand a value.
  for (const kind of ['value', 'known'] as const)
    for (const { signal, features: ofSignal } of found) {
      const feature = ofSignal.find((one) => one.kind === kind);
      if (feature === undefined) continue;
      const column = columnOf(rows, feature, signal);
      const other = features[columns.findIndex((one) => Math.abs(correlation(column, one)) >= sameFrom)];
      if (other === undefined) {
        features.push(feature);
        columns.push(column);
      } else if (kind === 'value')
        leftOut.push({ signal: signal.id, name: signal.name, reason: `It says the same as ${other.name}.` });
    }
  return { features, leftOut };
}

/** The columns of a row, standardised. */
export function createFeatureRow(
  features: readonly Feature[],
  signals: readonly ModelSignal[],
): (values: Values) => Float64Array {
  const byId = new Map(signals.map((signal) => [signal.id, signal]));
  return (values) =>
    Float64Array.from(features, (feature) => {
      const signal = byId.get(feature.signal);
      return signal === undefined ? 0 : standardised(feature, signal, values[feature.signal]);
    });
}

function standardised(feature: Feature, signal: ModelSignal, value: number | undefined): number {
  if (feature.kind === 'known') return ((value === undefined ? 0 : 1) - feature.mean) / feature.deviation;
  return value === undefined ? 0 : (orientedValue(signal, value) - feature.mean) / feature.deviation;
}

function featuresOf(rows: readonly { readonly values: Values }[], signal: ModelSignal): Feature[] {
  const known = rows.flatMap(({ values }) => {
    const value = values[signal.id];
    return value === undefined ? [] : [orientedValue(signal, value)];
  });
  const { id, name } = signal;
  const found: Feature[] = [];
  const counts = new Map<number, number>();
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  const usual = Math.max(0, ...counts.values());
  if (known.length - usual >= leastRows && usual > 0) {
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
    found.push({ signal: id, name, kind: 'value', mean, deviation: Math.sqrt(variance) });
  }
  const unknown = rows.length - known.length;
  if (Math.min(known.length, unknown) >= leastRows) {
    const mean = known.length / rows.length;
    found.push({ signal: id, name, kind: 'known', mean, deviation: Math.sqrt(mean * (1 - mean)) });
  }
  return found;
}

function columnOf(
  rows: readonly { readonly values: Values }[],
  feature: Feature,
  signal: ModelSignal,
): Float64Array {
  return Float64Array.from(rows, ({ values }) => standardised(feature, signal, values[feature.signal]));
}

/** Of columns whose mean is 0. */
function correlation(one: Float64Array, other: Float64Array): number {
  let [both, ofOne, ofOther] = [0, 0, 0];
  for (const [place, a] of one.entries()) {
    const b = other[place] ?? 0;
    both += a * b;
    ofOne += a * a;
    ofOther += b * b;
  }
  return both / Math.sqrt(ofOne * ofOther);
}
