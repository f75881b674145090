import {
  defaultSignalSettings,
  type SignalSettings,
  signalSettingsSchema,
} from '../../../shared/domain/signals/settings.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';

export interface SettingsRevision {
  /** 0 where nobody has saved any. */
  readonly revision: number;
  readonly settings: SignalSettings;
}

/** What signals are read by: the newest revision. */
export function readSignalSettings(database: Database): SettingsRevision {
  const row = rowsOf<{ revision: number; body: string }>(
    database,
    'SELECT revision, body FROM signal_settings ORDER BY revision DESC LIMIT 1',
  ).get();
  if (row === undefined) return { revision: 0, settings: defaultSignalSettings };
  return { revision: row.revision, settings: signalSettingsSchema.parse(JSON.parse(row.body)) };
}

export function insertSignalSettings(
  database: Database,
  { revision, settings }: SettingsRevision,
  now: number,
): void {
  prepare(database, 'INSERT INTO signal_settings (revision, body, saved_at) VALUES (?, ?, ?)').run(
    revision,
    JSON.stringify(settings),
    now,
  );
}
