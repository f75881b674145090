import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningProgram, runProgram, startProgram } from '../support/run-program.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { floatBytes, writeSafetensors } from '../support/write-safetensors.ts';

const root = resolve(import.meta.dirname, '../..');
const artifacts = join(root, 'tests/.artifacts');
const cli = join(root, 'dist/main/cli.js');

describe('embedding models in the settings, by keys only', () => {
  const folder = makeTempFolder();
  const project = join(folder, 'p.flywheel');
  const model = join(folder, 'model');
  const environment = { ...process.env, FLYWHEEL_DATA: folder, HOME: folder, USERPROFILE: folder };
  const asked: string[] = [];
  const service = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { input } = JSON.parse(body) as { input: string[] };
      asked.push(request.url ?? '');
      response.end(JSON.stringify({ data: input.map((_, index) => ({ index, embedding: [1, 2, 3] })) }));
    });
  });
  let server: RunningProgram;
  let browser: Browser;
  let page: Page;

  const shot = async (name: string) => {
    for (const [colorScheme, width, height] of [
      ['dark', 1920, 1080],
      ['light', 1280, 800],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
      await page.screenshot({ path: join(artifacts, `models-${name}-${colorScheme}.png`) });
    }
  };
  /** Tabs on to what has this name. */
  const tabTo = async (name: string) => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement === document.body ? null : document.activeElement;
        const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
        return `${label}${element?.textContent ?? ''}`;
      });
      if (focused.includes(name)) return;
    }
    throw new Error(`Tab does not reach ${name}.`);
  };

  beforeAll(async () => {
    mkdirSync(artifacts, { recursive: true });
    mkdirSync(model);
    writeFileSync(join(model, 'tokenizer.json'), '{}');
    const embeddings = { shape: [2, 4], dtype: 'F32', bytes: floatBytes([1, 2, 3, 4, 5, 6, 7, 8]) };
    writeSafetensors(join(model, 'model.safetensors'), { embeddings });
    await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
    await runProgram(process.execPath, [cli, 'init', project], { environment });
    server = startProgram(process.execPath, [cli, 'serve', project], { environment, limitMs: 600_000 });
    const address = new URL((await server.line(/^http/)).trim());
    browser = await launchBrowser();
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${address.origin}/settings${address.hash}`);
  });
  afterAll(async () => {
    await browser?.close();
    server?.child.kill('SIGTERM');
    await server?.ended;
    service.close();
  });

  it('are tried: a folder, and a service once it is turned on', async () => {
    await page.getByRole('heading', { name: 'Embedding models' }).waitFor();
    await tabTo('Folder of a static model');
    await page.keyboard.type(join(folder, 'nowhere'));
    await tabTo('Try the folder');
    await page.keyboard.press('Enter');
    await page.getByText('holds no embedding model that can be used', { exact: false }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(model);
    await tabTo('Try the folder');
    await page.keyboard.press('Enter');
    await page.getByText('It works: 8 numbers a change.', { exact: false }).waitFor();

    expect(asked).toEqual([]);
    const port = (service.address() as { port: number }).port;
    await tabTo('Use an embedding service');
    await page.keyboard.press('Space');
    await tabTo('Address');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(`http://127.0.0.1:${port}/v1`);
    await tabTo('Model');
    await page.keyboard.type('small');
    await tabTo('Try the service');
    await page.keyboard.press('Enter');
    await page.getByText('It works: 6 numbers a change.', { exact: false }).waitFor();
    expect(asked).toEqual(['/v1/embeddings', '/v1/embeddings']);
    await page.getByText('but the texts of changes, to the embedding service', { exact: false }).waitFor();
    await expectAccessible(page, 'settings with models');
    await shot('settings');
    await page.reload();
    await page.getByRole('switch', { name: 'Use an embedding service' }).waitFor();
    expect(await page.getByLabel('Folder of a static model').inputValue()).toBe(model);
  });
});
