import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Settings, settingsSchema } from '../../../shared/contract/app-operations.ts';
import { readDataFile, writeDataFile } from './data-file.ts';

/** Preferences of this person on this machine. */
export function readSettings(dataFolder: string): Settings {
  const stored = readDataFile(settingsPath(dataFolder), settingsSchema.partial(), {});
  return merge(defaultSettings(), stored);
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
    listOpen: true,
    goToNext: false,
    paneSizes: {},
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
