import { catalogue, type SignalDefinition } from '../../../shared/domain/signals/catalogue.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import { outcomeSignal } from '../../../shared/domain/signals/values-of.ts';
import type { Database } from '../../db/database.ts';
import { followedOutcomes } from '../outcomes/outcome-definitions.ts';

/** The catalogue with the outcomes of the project, which come last. */
export function signalDefinitions(database: Database, settings: SignalSettings): SignalDefinition[] {
  const outcomes = followedOutcomes(database, settings).map(({ definition }) => outcomeSignal(definition));
  return [...catalogue, ...outcomes];
}
