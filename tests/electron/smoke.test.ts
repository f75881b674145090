import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { findElectron } from '../../main/start/electron-binary.ts';
import { hasDisplay } from '../../main/start/app-window.ts';
import { skipBecause } from '../support/skip-because.ts';
import { useTempFolder } from '../support/temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');

/** Only a binary that is there already: a test never downloads one. */
const electron = await findElectron({
  from: new URL(import.meta.url),
  environment: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  onInstall: () => {},
});

test('the built app starts in Electron, shows its page and reaches its engine', async (context) => {
  if (electron === null)
    return skipBecause(context, "Electron's binary is not in node_modules/electron/dist");
  if (!hasDisplay(process.platform, process.env)) return skipBecause(context, 'there is no display');
  const folder = useTempFolder();
  const entry = join(root, 'dist', 'main', 'electron.js');
  expect(existsSync(entry), 'run "npm run build" first').toBe(true);
  const app = await _electron.launch({
    executablePath: electron,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), entry],
    env: { PATH: process.env['PATH'] ?? '', DISPLAY: process.env['DISPLAY'] ?? '', FLYWHEEL_DATA: folder },
  });
  try {
    const page = await app.firstWindow();
    expect(page.url()).toMatch(/^app:\/\/flywheel\//);
    await page
      .getByRole('heading', { name: /flywheel/i })
      .first()
      .waitFor();
    expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined');
    expect(await page.evaluate(() => Object.keys(Reflect.get(globalThis, 'flywheel') as object))).toContain(
      'requestPort',
    );
  } finally {
    await app.close();
  }
  return undefined;
});

test('the version of Electron is pinned exactly', () => {
  const { devDependencies } = createRequire(import.meta.url)('../../package.json') as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
});
