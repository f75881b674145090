import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Database } from '../../db/database.ts';
import { valuesOf } from '../../db/query.ts';

/** Usual names, the surest first. */
const usualSurfaces = ['surface', 'feature', 'use_case', 'channel', 'task'];
const usualSegments = ['segment', 'user_segment', 'plan', 'tier', 'language', 'country'];

/** As many of the first and of the last interactions are looked at for the names of their metadata. */
const looked = 100;

/** Metadata fields that surface and segment are read from; null for none. */
export interface MetaFields {
  readonly surface: string | null;
  readonly segment: string | null;
}

/** By the settings, else by usual names that metadata has. */
export function metaFields(database: Database, settings: SignalSettings): MetaFields {
  const { surfaceField, segmentField } = settings;
  const names =
    surfaceField === undefined || segmentField === undefined ? metaNames(database) : new Set<string>();
  const find = (usual: readonly string[]) => usual.find((name) => names.has(name)) ?? null;
  return {
    surface: surfaceField === undefined ? find(usualSurfaces) : surfaceField,
    segment: segmentField === undefined ? find(usualSegments) : segmentField,
  };
}

function metaNames(database: Database): ReadonlySet<string> {
  const read = (direction: 'ASC' | 'DESC') =>
    valuesOf<string>(
      database,
      `SELECT DISTINCT m.key FROM (SELECT meta FROM interactions ORDER BY seq ${direction} LIMIT ?) AS i, json_each(i.meta) AS m`,
    ).all(looked);
  return new Set([...read('ASC'), ...read('DESC')]);
}
