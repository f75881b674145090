import { catalogue } from '../../../shared/domain/signals/catalogue.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import {
  insertSignalSettings,
  readSignalSettings,
  type SettingsRevision,
} from '../../db/tables/signal-settings.ts';

/** Saves settings as the next revision; the same as the newest write nothing. INPUT_INVALID. */
export function saveSignalSettings(
  database: Database,
  settings: SignalSettings,
  now: number,
): Result<SettingsRevision> {
  const problem = problemOf(settings);
  if (problem !== null) return fail('INPUT_INVALID', problem);
  return transact(database, () => {
    const newest = readSignalSettings(database);
    if (JSON.stringify(newest.settings) === JSON.stringify(settings)) return succeed(newest);
    const next = { revision: newest.revision + 1, settings };
    insertSignalSettings(database, next, now);
    return succeed(next);
  });
}

function problemOf({ mapped, outcomes }: SignalSettings): string | null {
  const known = new Set(catalogue.map(({ id }) => id));
  for (const [name, id] of Object.entries(mapped))
    if (!known.has(id))
      return `"${name}" is said to mean "${id}", which is no signal of the catalogue. Choose one of ${[...known].join(', ')}.`;
  const names = outcomes.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) return `The outcome "${twice}" is defined twice. Remove one of them.`;
  return null;
}
