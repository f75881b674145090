import type { JsonObject } from '../../../shared/domain/json.ts';
import type { Adapter } from './adapter.ts';

/** Every adapter, those with the more specific forms first: the first that recognises a file's rows reads them. */
export const adapters: readonly Adapter[] = [];

/** The adapter of this id, or null where there is none. */
export function findAdapter(id: string | null): Adapter | null {
  return adapters.find((adapter) => adapter.id === id) ?? null;
}

/** Logs of some tools begin with rows of another kind, so that half of the first rows have to be of the tool. */
const recognisedShare = 0.5;

/** The adapter whose tool wrote these first rows, or null where they are plain rows. */
export function recogniseAdapter(rows: readonly JsonObject[]): Adapter | null {
  if (rows.length === 0) return null;
  return (
    adapters.find((adapter) => {
      const recognised = rows.filter((row) => adapter.recognises(row)).length;
      return recognised >= rows.length * recognisedShare;
    }) ?? null
  );
}
