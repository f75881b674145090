import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { z } from 'zod';
import { findBrowser } from '../../main/start/app-window.ts';

const cacheFolder = resolve(import.meta.dirname, '../../.cache');

/** Quiet: no first-run pages, nothing that looks for a network. */
const quietArguments = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * A Chromium for tests and pictures: the system's, else the one inside `@sparticuz/chromium`, which needs no other
 * installation step on a fresh Linux machine.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const system = findBrowser({ platform: process.platform, environment: process.env });
  const found = system === null ? await bundledBrowser() : { executablePath: system, environment: {} };
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    ...options,
    executablePath: found.executablePath,
    args: [...quietArguments, ...(asRoot ? ['--no-sandbox'] : []), ...(options.args ?? [])],
    env: { ...definedVariables(), ...found.environment },
  });
}

interface FoundBrowser {
  readonly executablePath: string;
  /** Points to the shared libraries and fonts that this system lacks and the package brings. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Unpacks the package's Chromium once per version, below `.cache`, so that an aborted run leaves nothing half done. */
async function bundledBrowser(): Promise<FoundBrowser> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const folder = join(cacheFolder, `browser-${packageVersion(home)}`);
  if (!existsSync(folder)) await unpack(home, folder);
  const executablePath = join(folder, 'chromium');
  const missing = lacksLibraries(executablePath);
  const libraries = join(folder, 'al2023', 'lib');
  if (missing && lacksLibraries(executablePath, libraries)) {
    throw new Error(
      'No browser of this system was found, and the bundled Chromium lacks shared libraries here. Install Chromium (Debian: apt install chromium).',
    );
  }
  return {
    executablePath,
    environment: {
      ...(missing ? { LD_LIBRARY_PATH: libraries } : {}),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

function packageVersion(home: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** Where the package's own fontconfig looks for fonts is a folder that it does not fill here. */
function writeFontConfig(folder: string, home: string): void {
  const path = join(folder, 'fonts', 'fonts.conf');
  writeFileSync(path, readFileSync(path, 'utf8').replace('/tmp/fonts<', `${home}/fonts/fonts<`));
}

async function unpack(home: string, folder: string): Promise<void> {
  const { default: bundled, inflate } = await import('@sparticuz/chromium');
  await mkdir(cacheFolder, { recursive: true });
  const partial = await mkdtemp(`${folder}-`);
  const before = process.env['TMPDIR'];
  // The package unpacks into the system's temporary folder and has no option for another.
  process.env['TMPDIR'] = partial;
  try {
    await bundled.executablePath();
    await inflate(join(home, 'bin', 'al2023.tar.br'));
    writeFontConfig(partial, folder);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await rename(partial, folder).catch(async () => {
    // Another run was faster; its copy is as good.
    await rm(partial, { recursive: true });
  });
}

/** The environment without what is unset, as Playwright takes it. */
function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function lacksLibraries(executable: string, libraries = ''): boolean {
  const { stdout } = spawnSync('ldd', [executable], {
    encoding: 'utf8',
    env: { ...process.env, ...(libraries === '' ? {} : { LD_LIBRARY_PATH: libraries }) },
  });
  return stdout.includes('not found');
}
