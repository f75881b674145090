import { homedir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appRootUrl } from './entry-url.ts';

/**
 * Where settings, recent projects and the sample project live: `FLYWHEEL_DATA`, else the system's folder for an
 * app's data. Electron uses the same one, so that every host knows the same recent projects.
 */
export function dataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = environment['FLYWHEEL_DATA'];
  if (chosen) return chosen;
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Flywheel');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Flywheel');
  return join(environment['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'flywheel');
}

/** What ships with the app. */
export function resourcesFolder(): string {
  return fileURLToPath(new URL('resources', appRootUrl()));
}

/** The built page. */
export function rendererFolder(): string {
  return fileURLToPath(new URL('dist/renderer', appRootUrl()));
}

/** The version in package.json. */
export function appVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', appRootUrl()), 'utf8'));
  const version: unknown =
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'version') : null;
  if (typeof version !== 'string') throw new Error('package.json has no version');
  return version;
}
