import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appWindowArguments, findBrowser, hasDisplay } from '../../main/start/app-window.ts';
import { findElectron } from '../../main/start/electron-binary.ts';
import { startProgram } from '../support/run-program.ts';
import { useTempFolder } from '../support/temp-folder.ts';

const entry = resolve(import.meta.dirname, '../../dist/main/start.js');
const addressLine = /^http:\/\/127\.0\.0\.1:\d+\/#token=/;

function environmentOf(folder: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    FLYWHEEL_DATA: join(folder, 'data'),
    FLYWHEEL_NO_ELECTRON: '1',
    ...more,
  };
}

async function answers(address: string): Promise<boolean> {
  return fetch(new URL('/', address)).then(
    (response) => response.ok,
    () => false,
  );
}

describe('npm start', () => {
  test.each([
    ['without a display', {}, /no display here/],
    [
      'with a display but no browser',
      { DISPLAY: ':99', FLYWHEEL_BROWSER: '/nonexistent' },
      /no Electron, Chromium/,
    ],
  ])('%s says so in one line and prints a working address', async (_name, more, sentence) => {
    const running = startProgram(process.execPath, [entry], {
      environment: environmentOf(useTempFolder(), more),
    });
    const address = await running.line(addressLine);
    expect(await answers(address)).toBe(true);
    running.child.kill('SIGTERM');
    const { code, stdout } = await running.ended;
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(sentence);
    expect(await answers(address)).toBe(false);
  });

  test('opens the browser as an app window, and a stop closes both', async () => {
    const folder = useTempFolder();
    const browser = join(folder, 'browser');
    const seen = join(folder, 'arguments');
    // Stands for a browser: notes what it was asked to show, then waits like an open window.
    writeFileSync(
      browser,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}.new'\nmv '${seen}.new' '${seen}'\nexec sleep 30\n`,
    );
    chmodSync(browser, 0o755);
    const environment = environmentOf(folder, { DISPLAY: ':99', FLYWHEEL_BROWSER: browser });
    const running = startProgram(process.execPath, [entry], { environment });
    await expect.poll(() => existsSync(seen), { timeout: 20_000 }).toBe(true);
    const [app = '', profile] = readFileSync(seen, 'utf8').split('\n');
    expect(app).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/#token=/);
    expect(profile).toBe(`--user-data-dir=${join(folder, 'data', 'browser')}`);
    const address = app.slice('--app='.length);
    expect(await answers(address)).toBe(true);
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    expect(await answers(address)).toBe(false);
  });
});

describe('looking for programs', () => {
  test('a browser on the path is found in order of preference', () => {
    const environment = { PATH: '/a:/b' };
    const found = (present: readonly string[]): string | null =>
      findBrowser({ platform: 'linux', environment, isExecutable: (path) => present.includes(path) });
    expect(found(['/b/google-chrome', '/b/chromium'])).toBe('/b/chromium');
    expect(found(['/a/microsoft-edge'])).toBe('/a/microsoft-edge');
    expect(found([])).toBeNull();
  });

  test('no display means no window', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', { SSH_CONNECTION: 'x' })).toBe(false);
  });

  test('only root runs the browser without its sandbox', () => {
    expect(appWindowArguments('http://x', '/p', false)).not.toContain('--no-sandbox');
    expect(appWindowArguments('http://x', '/p', true)).toContain('--no-sandbox');
  });

  test('Electron that cannot be had is null soon, without a network', async () => {
    const started = performance.now();
    const environment = {
      ELECTRON_MIRROR: 'https://127.0.0.1:9/',
      ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent',
    };
    const none = await findElectron({ from: new URL(import.meta.url), environment, onInstall: () => {} });
    expect(none).toBeNull();
    expect(performance.now() - started).toBeLessThan(6_000);
  });
});
