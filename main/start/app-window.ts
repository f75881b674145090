import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly isExecutable?: (path: string) => boolean;
}

/** A Chromium, Chrome or Edge of the system that can show a page as an app window; null where there is none. */
export function findBrowser({
  platform,
  environment,
  isExecutable = canExecute,
}: BrowserSearch): string | null {
  const chosen = environment['FLYWHEEL_BROWSER'];
  if (chosen) return isExecutable(chosen) ? chosen : null;
  return candidates(platform, environment).find((path) => isExecutable(path)) ?? null;
}

/** Whether there is a screen to show a window on. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'linux') return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
  // A remote shell on macOS and Windows has no use for a window on the far screen.
  return !environment['SSH_CONNECTION'];
}

export interface AppWindow {
  /** Settles with false when the browser ended with an error, true when its window was closed or handed over. */
  readonly closed: Promise<boolean>;
  close(): void;
}

/** Shows the address without tabs or address bar, in a profile of its own. */
export function openAppWindow(browser: string, address: string, profile: string, asRoot: boolean): AppWindow {
  const child = spawn(browser, appWindowArguments(address, profile, asRoot), { stdio: 'ignore' });
  const closed = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  return { closed, close: () => child.kill() };
}

export function appWindowArguments(address: string, profile: string, asRoot: boolean): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--window-size=1280,860',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Chromium's sandbox refuses to run as root, which is what containers are.
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}

function candidates(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return apps.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    const tails = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return tails.flatMap((tail) => roots.map((root) => `${root}\\${tail}`));
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function canExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
