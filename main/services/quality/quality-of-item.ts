import type { QualityOfItem } from '../../../shared/contract/quality-operations.ts';
import { applyModel } from '../../../shared/domain/quality/apply-model.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { signalDefinitions } from '../signals/signal-definitions.ts';
import { valuesForItem } from '../signals/values-for-item.ts';
import { projectQualityScore } from './project-quality-score.ts';
import { readQualityModel } from './quality-model.ts';

/** Both scores of an interaction with what they are made of. ITEM_NOT_FOUND. */
export function qualityOfItem(database: Database, id: string): Result<QualityOfItem> {
  const known = valuesForItem(database, id);
  if (!known.ok) return known;
  const values = Object.fromEntries(
    known.value.values.flatMap((signal) => (signal.value === null ? [] : [[signal.id, signal.value]])),
  );
  const { settings } = readSignalSettings(database);
  const signals = signalDefinitions(database, settings);
  const names = new Map(signals.map((signal) => [signal.id, signal.name]));
  const weighted = projectQualityScore(database, settings)(values);
  const { model, outdated } = readQualityModel(database);
  const learned = model === null ? null : applyModel(model, signals, values);
  return succeed({
    weighted:
      weighted === null
        ? null
        : {
            score: weighted.score,
            parts: weighted.parts.map((part) =>
              Object.assign({ name: names.get(part.signal) ?? part.signal }, part),
            ),
          },
    learned:
      learned === null
        ? null
        : { ...learned, contributions: [...learned.contributions], isOutdated: outdated.length > 0 },
  });
}
