import { type QualityModel, qualityModelSchema } from '../../../shared/contract/quality-operations.ts';
import { type Database, prepare } from '../database.ts';
import { valuesOf } from '../query.ts';

/** Null where none was made. */
export function newestQualityModel(database: Database): QualityModel | null {
  const body = valuesOf<string>(database, 'SELECT body FROM quality_models ORDER BY seq DESC LIMIT 1').get();
  return body === undefined ? null : qualityModelSchema.parse(JSON.parse(body));
}

export function insertQualityModel(database: Database, model: QualityModel): void {
  prepare(database, 'INSERT INTO quality_models (body, made_at) VALUES (?, ?)').run(
    JSON.stringify(model),
    model.madeAt,
  );
}

/** What labels a model was made from: people's latest act on them, and how many imports there were. */
export interface LabelBasis {
  readonly latestAct: string;
  readonly sources: number;
}

export function readLabelBasis(database: Database): LabelBasis {
  return {
    latestAct: valuesOf<string>(database, latestLabelActSql).get() ?? '',
    sources: valuesOf<number>(database, 'SELECT coalesce(max(seq), 0) FROM sources').get() ?? 0,
  };
}

/** Two looks into an index. Exported for the test of its query plan. */
export const latestLabelActSql = `
SELECT max(
  coalesce((SELECT max(clock) FROM events INDEXED BY events_by_type WHERE type = 'label.set'), ''),
  coalesce((SELECT max(clock) FROM events INDEXED BY events_by_type WHERE type = 'event.undo'), ''))`;
