import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type RunningProgram, runProgram, startProgram } from './run-program.ts';
import { makeTempFolder } from './temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const artifacts = join(root, 'tests/.artifacts');
const cli = join(root, 'dist/main/cli.js');

/**
 * The built app in a folder of its own: its command line on one project, and that project served to a real Chromium. It is
 * stopped after the tests of the suite that made it.
 * @param name begins the names of its pictures
 */
export function createServedApp(name: string, { annotator }: { readonly annotator: string }) {
  const folder = makeTempFolder();
  const project = join(folder, `${name}.flywheel`);
  const environment = { ...process.env, FLYWHEEL_DATA: folder, HOME: folder, USERPROFILE: folder };
  let server: RunningProgram | undefined;
  let browser: Browser | undefined;
  let shown: { readonly page: Page; readonly address: URL } | undefined;
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ annotator, theme: 'system' }));

  /** Stops what serves the project, so that something else may write to it. */
  const stop = async (): Promise<void> => {
    server?.child.kill('SIGTERM');
    await server?.ended;
  };
  afterAll(async () => {
    await browser?.close();
    await stop();
  });

  const current = () => {
    if (shown === undefined) throw new Error('The app is not served yet.');
    return shown;
  };

  return {
    folder,
    project,
    stop,

    /** What `flywheel <args> --json` prints. */
    flywheel: async (...args: readonly string[]) => {
      const result = await runProgram(process.execPath, [cli, ...args, '--json'], { environment });
      expect(result.code, result.stderr + result.stdout).toBe(0);
      return JSON.parse(result.stdout);
    },

    /** A file of rows in the folder. */
    writeRows: (rows: readonly object[], file = 'rows.jsonl'): string => {
      const path = join(folder, file);
      writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
      return path;
    },

    /** Serves the project and opens a window on it, which shows nothing yet. */
    serve: async (): Promise<Page> => {
      server = startProgram(process.execPath, [cli, 'serve', project], { environment, limitMs: 600_000 });
      const address = new URL((await server.line(/^http/)).trim());
      browser = await launchBrowser();
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        colorScheme: 'light',
      });
      const page = await context.newPage();
      shown = { page, address };
      return page;
    },

    goTo: async (path: string): Promise<void> => {
      const { page, address } = current();
      // An address that differs in nothing but its fragment would not be loaded anew.
      await page.goto('about:blank');
      await page.goto(`${address.origin}${path}${address.hash}`);
    },

    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await current().page.keyboard.press(key);
    },

    /** A picture in a large dark window and a small light one, in which it stays. */
    shot: async (of: string): Promise<void> => {
      const { page } = current();
      for (const [colorScheme, width, height] of [
        ['dark', 1920, 1080],
        ['light', 1280, 800],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height });
        await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
        await page.screenshot({ path: join(artifacts, `${name}-${of}-${colorScheme}.png`) });
      }
    },
  };
}
