import type { SignalDefinition } from '../../../shared/domain/signals/catalogue.ts';
import type { QualityWeight } from '../../../shared/contract/quality-operations.ts';
import {
  isScored,
  priorWeight,
  sameSignals,
  weightOf,
} from '../../../shared/domain/signals/quality-score.ts';
import type { Database } from '../../db/database.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { signalDefinitions } from '../signals/signal-definitions.ts';

export interface QualityWeights {
  readonly revision: number;
  readonly signals: QualityWeight[];
  readonly leftOut: { id: string; name: string; reason: string }[];
  readonly priorWeight: number;
}

/** What the score from weights is made of, and what takes no part in it. */
export function qualityWeights(database: Database): QualityWeights {
  const { revision, settings } = readSignalSettings(database);
  const all = signalDefinitions(database, settings);
  const scored = all.filter((signal) => isScored(signal));
  const names = new Map(scored.map(({ id, name }) => [id, name]));
  return {
    revision,
    signals: scored.map(({ id, name, kind, direction, unit, strength }) => ({
      id,
      name,
      kind,
      direction,
      unit,
      strength,
      defaultWeight: strength,
      weight: weightOf({ id, strength }, settings.weights),
      sameAs: (sameSignals.find((group) => group.includes(id)) ?? [])
        .filter((other) => other !== id)
        .map((other) => names.get(other) ?? other),
    })),
    leftOut: all
      .filter((signal) => !isScored(signal))
      .map((signal) => ({ id: signal.id, name: signal.name, reason: whyNot(signal) })),
    priorWeight,
  };
}

function whyNot({ id, direction }: SignalDefinition): string {
  if (id === 'label') return 'Labels are what the score is compared with.';
  if (direction === 'neutral') return 'A high value is neither good nor bad.';
  return 'It is a time or a number without a best and a worst value.';
}
