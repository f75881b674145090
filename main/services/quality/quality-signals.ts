import { catalogue, outcomeId, type SignalDefinition } from '../../../shared/domain/signals/catalogue.ts';
import { createQualityScore, type QualityScore } from '../../../shared/domain/signals/quality-score.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Database } from '../../db/database.ts';
import { followedOutcomes } from '../outcomes/outcome-definitions.ts';

/** A signal as scores see it. */
export type QualitySignal = Pick<
  SignalDefinition,
  'id' | 'name' | 'kind' | 'direction' | 'unit' | 'strength'
>;

/** The signals of the catalogue and all outcomes that are followed. */
export function qualitySignals(database: Database, settings: SignalSettings): QualitySignal[] {
  const outcomes = followedOutcomes(database, settings).map(({ definition }) => ({
    id: outcomeId(definition.name),
    name: definition.title === '' ? definition.name : definition.title,
    kind: 'outcome' as const,
    direction: definition.direction,
    unit: definition.unit,
    strength: definition.strength,
  }));
  return [...catalogue, ...outcomes];
}

/** The score from weights under these settings. */
export function projectQualityScore(
  database: Database,
  settings: SignalSettings,
): (values: Readonly<Record<string, number>>) => QualityScore | null {
  return createQualityScore(qualitySignals(database, settings), settings.weights);
}
