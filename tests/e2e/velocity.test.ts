import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningLoopback, startLoopback } from '../support/start-loopback.ts';
import { importInto, makeProjectFile } from '../support/team-project.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { plainMapping } from '../support/test-import.ts';

/** A lead sees whether the flywheel spins; by keys only, in a real Chromium. */
const days = ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22', '2026-09-29', '2026-10-06'];
const rows = days.flatMap((day, week) =>
  Array.from({ length: 30 }, (_, index) => ({
    model: 'm-1',
    prompt_version: week < 3 ? 'v1' : 'v2',
    time: `${day}T10:00:00Z`,
    input: `Question ${week} ${index}`,
    output: `We utilize the report ${week} ${index} for this.`,
    edit: `We ${index < 25 - 4 * week ? 'use' : 'utilize'} the report ${week} ${index} for this.`,
  })),
);

const folder = makeTempFolder();
const problems: string[] = [];
let browser: Browser;
let host: RunningLoopback;
let page: Page;

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function saveAs(name: string): Promise<Buffer> {
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor();
  await press('Control+A');
  await page.keyboard.type(name);
  await press('Enter');
  await page
    .getByText(new RegExp(`Saved to .*${name}$`))
    .last()
    .waitFor();
  return readFileSync(join(folder, 'home', name));
}

beforeAll(async () => {
  browser = await launchBrowser();
  const file = await makeProjectFile(folder, 'velocity.flywheel', async (project) => {
    const path = join(folder, 'rows.jsonl');
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
    await importInto(project, path, plainMapping);
  });
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data', 'settings.json'), JSON.stringify({ annotator: 'Lea', theme: 'system' }));
  host = await startLoopback(folder, file);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) problems.push(message.text());
  });
  await page.goto(host.address);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the velocity', () => {
  test('is seen, opened, gone through and saved by keys', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await press('g', 'y');
    const card = page.locator('[data-metric="edited"]');
    await expect.poll(async () => card.textContent(), { timeout: 30_000 }).toContain('5 of 30');
    await expectAccessible(page, 'velocity');
    await card.focus();
    await press('Enter');
    await page.locator('[data-open-metric="edited"]').waitFor();
    await press('x', 'Home');
    const point = page.locator('[data-point]:focus');
    expect(await point.getAttribute('aria-label')).toMatch(/^2026-W36: 83\.3 % \(.*25 of 30/);
    await press('t');
    await page.getByRole('region', { name: 'Edited outputs as a table' }).waitFor();
    await expectAccessible(page, 'a metric');
    await press('v');
    const svg = (await saveAs('chart.svg')).toString();
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toMatch(/var\(|class=/);
    await press('n');
    expect((await saveAs('chart.png')).subarray(1, 4).toString()).toBe('PNG');
    await press('Escape', 'c');
    await page
      .locator('[data-velocity-comparison]')
      .getByRole('row', { name: /^Edited/ })
      .waitFor();
    await expectAccessible(page, 'a comparison');
    expect(problems).toEqual([]);
  }, 180_000);
});
