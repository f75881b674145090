import { createQualityScore, type QualityScore } from '../../../shared/domain/signals/quality-score.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Database } from '../../db/database.ts';
import { signalDefinitions } from '../signals/signal-definitions.ts';

/** The score from weights under these settings. */
export function projectQualityScore(
  database: Database,
  settings: SignalSettings,
): (values: Readonly<Record<string, number>>) => QualityScore | null {
  return createQualityScore(signalDefinitions(database, settings), settings.weights);
}
