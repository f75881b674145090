import type { QualityOfItem } from '../../../shared/contract/quality-operations.ts';
import { applyModel } from '../../../shared/domain/quality/apply-model.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { seqOfItem } from '../../db/tables/items.ts';
import { storedValuesOf } from '../../db/tables/quality-rows.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { projectQualityScore, qualitySignals } from './quality-signals.ts';
import { readQualityModel } from './quality-model.ts';

/** Both scores of an interaction with what they are made of. ITEM_NOT_FOUND. */
export function qualityOfItem(database: Database, id: string): Result<QualityOfItem> {
  const seq = seqOfItem(database, id);
  if (seq === null) return fail('ITEM_NOT_FOUND', 'The interaction is not in the project any more.');
  const values = storedValuesOf(database, seq) ?? {};
  const { settings } = readSignalSettings(database);
  const signals = qualitySignals(database, settings);
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
