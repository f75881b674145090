import type { SignalOverview, SignalsOverview } from '../../../shared/contract/signal-operations.ts';
import { pendingId, type SignalDefinition } from '../../../shared/domain/signals/catalogue.ts';
import {
  countOf,
  medianOf,
  rankedValues,
  type ValueCounts,
} from '../../../shared/domain/statistics/value-counts.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import type { Database } from '../../db/database.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { readSignalTotals } from '../../db/tables/signal-totals.ts';
import { readFreshness } from './freshness.ts';
import { metaFields } from './meta-fields.ts';
import { countUnused, readLoggedNames } from './read-logged-names.ts';
import { signalDefinitions } from './signal-definitions.ts';

/** The catalogue with what the project has of each signal, from kept counts and indexes. */
export function signalsOverview(database: Database): SignalsOverview {
  const { settings } = readSignalSettings(database);
  const freshness = readFreshness(database);
  const totals = readTotals(database);
  const names = readLoggedNames(database, settings.mapped);
  const { surface, segment } = metaFields(database, settings);
  return {
    freshness,
    interactions: freshness.total,
    signals: signalDefinitions(database, settings).map((definition) =>
      overviewOf(definition, totals, names.bySignal.get(definition.id) ?? []),
    ),
    unused: countUnused(database, names.unused),
    surfaceField: surface,
    segmentField: segment,
  };
}

function overviewOf(
  definition: SignalDefinition,
  totals: ReadonlyMap<string, ValueCounts>,
  names: string[],
): SignalOverview {
  const counts: ValueCounts = totals.get(definition.id) ?? new Map<number, number>();
  const pending = countOf(totals.get(pendingId(definition.id)) ?? new Map<number, number>());
  const known = countOf(counts);
  const isYesNo = definition.unit === 'yes_no';
  return {
    ...definition,
    known,
    pending,
    yes: isYesNo ? wilsonInterval(counts.get(1) ?? 0, known) : null,
    ...(isYesNo || known === 0 ? noQuartiles : quartilesOf(counts, known)),
    names,
  };
}

const noQuartiles = { median: null, low: null, high: null };

function quartilesOf(counts: ValueCounts, known: number): Pick<SignalOverview, 'median' | 'low' | 'high'> {
  const valueAt = rankedValues(counts);
  return {
    median: medianOf(counts),
    low: valueAt(Math.ceil(known / 4)),
    high: valueAt(Math.ceil((3 * known) / 4)),
  };
}

function readTotals(database: Database): ReadonlyMap<string, ValueCounts> {
  const totals = new Map<string, Map<number, number>>();
  for (const { signal, value, count } of readSignalTotals(database)) {
    const counts = totals.get(signal) ?? new Map<number, number>();
    totals.set(signal, counts);
    counts.set(value, count);
  }
  return totals;
}
