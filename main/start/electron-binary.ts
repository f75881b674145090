import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How long Electron's own installer may take before the app starts without it. */
const installLimitMs = 90_000;
/** Long enough for a working network to have begun; without one the installer fails or hangs within it. */
const probeLimitMs = 4_000;

export interface ElectronSearch {
  /** Any file of the app; modules are looked up from there. */
  readonly from: URL;
  readonly environment: NodeJS.ProcessEnv;
  /** Told once before a download that may take a while. */
  readonly onInstall: () => void;
}

/**
 * Path of Electron's binary. Where it is missing, its own installer gets one try, if the download's server can be
 * reached at all; null when there is none afterwards. Never imports the `electron` package: under Node that alone
 * starts a download without a limit.
 */
export async function findElectron(search: ElectronSearch): Promise<string | null> {
  if (search.environment['FLYWHEEL_NO_ELECTRON'] === '1') return null;
  const folder = electronFolder(search.from);
  if (folder === null) return null;
  const found = installedBinary(folder, search.environment);
  if (found !== null) return found;
  if (
    search.environment['ELECTRON_SKIP_BINARY_DOWNLOAD'] ||
    !(await canReach(downloadServer(search.environment)))
  )
    return null;
  search.onInstall();
  await install(folder);
  return installedBinary(folder, search.environment);
}

function electronFolder(from: URL): string | null {
  try {
    return dirname(createRequire(from).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** What Electron's index.js would answer, without its download. */
function installedBinary(folder: string, environment: NodeJS.ProcessEnv): string | null {
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    const binary = join(environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

function downloadServer(environment: NodeJS.ProcessEnv): string {
  return environment['ELECTRON_MIRROR'] ?? environment['npm_config_electron_mirror'] ?? 'https://github.com/';
}

async function canReach(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeLimitMs) });
    return true;
  } catch {
    return false;
  }
}

async function install(folder: string): Promise<void> {
  const installer = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
  const timer = setTimeout(() => installer.kill(), installLimitMs);
  await new Promise<void>((resolve) => {
    installer.once('error', () => resolve());
    installer.once('exit', () => resolve());
  });
  clearTimeout(timer);
}
