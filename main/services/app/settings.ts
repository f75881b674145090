import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Settings, settingsSchema } from '../../../shared/contract/app-operations.ts';
import { keptKeys, standardKeys } from '../../../shared/domain/keys/key-settings.ts';
import { readDataFile, writeDataFile } from './data-file.ts';

/** Preferences of this person on this machine. */
export function readSettings(dataFolder: string): Settings {
  const stored = readDataFile(settingsPath(dataFolder), z.record(z.string(), z.unknown()), {});
  return merge(defaultSettings(), usable(stored));
}

/** A setting that cannot be used is the default again; the others stay as they are. */
function usable(stored: Readonly<Record<string, unknown>>): Partial<Settings> {
  const { keys, ...others } = stored;
  const parts = Object.entries(others).map(
    ([name, value]) => settingsSchema.partial().safeParse({ [name]: value }).data ?? {},
  );
  return Object.assign({}, ...parts, { keys: keptKeys(keys) });
}

export function updateSettings(
  dataFolder: string,
  changes: { readonly [Key in keyof Settings]?: Settings[Key] | undefined },
): Settings {
  const settings = merge(readSettings(dataFolder), changes);
  writeDataFile(settingsPath(dataFolder), settings);
  return settings;
}

function defaultSettings(): Settings {
  return {
    annotator: userName(),
    theme: 'system',
    diffMode: 'side-by-side',
    changesOnly: false,
    ignoreWhitespace: false,
    ignoreCase: false,
    readAs: 'auto',
    sortKeys: false,
    rendered: false,
    contextOpen: true,
    contextFolded: [],
    listOpen: true,
    goToNext: false,
    paneSizes: {},
    keys: standardKeys,
    models: { folder: null, service: { isOn: false, url: 'http://localhost:11434/v1', model: '' } },
  };
}

function merge(
  base: Settings,
  changes: { readonly [Key in keyof Settings]?: Settings[Key] | undefined },
): Settings {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return settingsSchema.parse({ ...base, ...Object.fromEntries(given) });
}

function userName(): string {
  try {
    return userInfo().username || 'me';
  } catch {
    // A container may run under a user id that has no name.
    return 'me';
  }
}

function settingsPath(dataFolder: string): string {
  return join(dataFolder, 'settings.json');
}
