import type { QualityModel } from '../../../shared/contract/quality-operations.ts';
import type { Database } from '../../db/database.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { newestQualityModel, readLabelBasis } from '../../db/tables/quality-models.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';

export type Outdated = 'settings' | 'labels' | 'imports';

export interface NewestModel {
  readonly model: QualityModel | null;
  readonly outdated: Outdated[];
}

/** The newest model, and what changed since it was made. */
export function readQualityModel(database: Database): NewestModel {
  const model = newestQualityModel(database);
  if (model === null) return { model, outdated: [] };
  const { latestAct, sources } = readLabelBasis(database);
  const outdated: Outdated[] = [];
  if (readSignalSettings(database).revision !== model.revision) outdated.push('settings');
  if (latestAct !== model.basis.latestAct) outdated.push('labels');
  if (sources !== model.basis.sources) outdated.push('imports');
  return { model, outdated };
}

/** Scales of the label schema, of which a person has to say whether more is better. */
export function qualityScales(database: Database): { id: string; name: string }[] {
  return currentLabelSchema(database)
    .questions.filter(({ kind }) => kind === 'scale')
    .map(({ id, name }) => ({ id, name }));
}
