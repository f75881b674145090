import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAttachmentSource } from '../support/audited-project.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningLoopback, startLoopback } from '../support/start-loopback.ts';
import { importInto, makeProjectFile } from '../support/team-project.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { plainMapping } from '../support/test-import.ts';

/** A lead looks at what is logged and what is thrown away; by keys only, in a real Chromium. */
const problems: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

type Fill = (project: Parameters<Parameters<typeof makeProjectFile>[2]>[0], folder: string) => unknown;

/** Thirty of forty answers in a chat were edited; of thirty mails, twenty-five were rated. */
const rows = [
  ...Array.from({ length: 40 }, (_, index) => ({
    surface: 'chat',
    model: 'm-1',
    prompt_version: 'v1',
    time: '2026-09-29T10:00:00Z',
    input: `Question ${index}`,
    output: `We utilize the report ${index} for this.`,
    ...(index < 30 ? { edit: `We use the report ${index} for this.` } : {}),
  })),
  ...Array.from({ length: 30 }, (_, index) => ({
    surface: 'mail',
    model: 'm-1',
    prompt_version: 'v2',
    time: '2026-10-06T10:00:00Z',
    input: `Mail ${index}`,
    output: `The answer to mail ${index}.`,
    ...(index < 25 ? { rating: 1 + (index % 5) } : {}),
  })),
];

async function open(name: string, fill: Fill) {
  const folder = makeTempFolder();
  const file = await makeProjectFile(folder, name, async (project) => fill(project, folder));
  mkdirSync(join(folder, 'data'), { recursive: true });
  const settings = { annotator: 'Lea', theme: 'system' };
  writeFileSync(join(folder, 'data', 'settings.json'), JSON.stringify(settings));
  const host: RunningLoopback = await startLoopback(folder, file);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) problems.push(message.text());
  });
  await page.goto(host.address);
  return {
    page,
    folder,
    async close() {
      await context.close();
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const focused = async (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('an audit', () => {
  let run: Awaited<ReturnType<typeof open>>;
  let page: Page;
  let hasFailed = false;

  /** A step needs those before it: after a failure the others are skipped, so that the report shows the cause only. */
  function step(name: string, work: () => Promise<void>): void {
    test(name, async ({ skip }) => {
      skip(hasFailed, 'an earlier step failed');
      hasFailed = true;
      await work();
      hasFailed = false;
    });
  }

  beforeAll(async () => {
    run = await open('audited.flywheel', async (project, folder) => {
      const path = join(folder, 'rows.jsonl');
      writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
      await importInto(project, path, plainMapping);
      addAttachmentSource(project.database, 'crm', { attached: 10, rejects: ['no_match', 'no_match'] });
    });
    page = run.page;
  }, 120_000);

  afterAll(async () => {
    await run?.close();
  });

  step('shows loops, gaps and the matrix', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await press(page, 'g', 'u');
    // Signals are worked out behind the screen, which then counts again.
    await page.getByText('70 interactions, up to date').waitFor();
    const grid = page.getByRole('grid', { name: 'Coverage of outputs by signals' });
    expect(await grid.textContent()).toContain('chat · m-1 · v1 (40)');
    expect(await page.getByRole('region', { name: 'Fine-tuning' }).textContent()).toContain('blocked');
    expect(await page.locator('[data-gap]').first().textContent()).toContain('not logged on mail');
    expect(await page.getByRole('region', { name: 'Not joined' }).textContent()).toContain(
      'no interaction matches',
    );
  });

  step('is accessible', async () => {
    await expectAccessible(page, 'audit');
  });

  step('goes through gaps by keys, each with what to do', async () => {
    await press(page, 'j');
    const shown = page.locator('[data-gap][aria-expanded="true"]');
    await expect.poll(async () => shown.count()).toBe(1);
    const second = await shown.textContent();
    await press(page, 'j', 'k');
    expect(await shown.textContent()).toBe(second);
    expect(await focused(page)).toBe(second);
    await press(page, 'k');
    await page.getByText('Log the final text beside the output').waitFor();
  });

  step('opens a cell by arrow keys, and shows interactions that have the signal or lack it', async () => {
    await press(page, 'c', 'ArrowDown', 'ArrowRight', 'Enter');
    const pane = page.getByRole('complementary', { name: 'Examples' });
    await pane.getByText('With “Edited”').waitFor();
    await expect.poll(async () => pane.getByRole('option').count()).toBe(20);
    await press(page, 'x');
    await pane.getByText('Without “Edited”').waitFor();
    await expect.poll(async () => pane.getByRole('option').count()).toBe(10);
    await expectAccessible(page, 'examples of the audit');
    await press(page, 'Escape');
    await expect.poll(async () => pane.count()).toBe(0);
    expect(await focused(page)).toContain('75 %');
  });

  step('becomes a file', async () => {
    await press(page, 'm');
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
    await name.waitFor();
    const path = join(run.folder, 'home', 'audit.md');
    await press(page, 'Control+A');
    await page.keyboard.type('audit');
    await press(page, 'Enter');
    await page.getByText('Saved to ').waitFor();
    expect(readFileSync(path, 'utf8')).toContain('# Data audit of audited');
  });

  step('opens an example in the review', async () => {
    await press(page, 'c', 'Enter');
    const pane = page.getByRole('complementary', { name: 'Examples' });
    await expect.poll(async () => pane.getByRole('option').count()).toBeGreaterThan(0);
    await expect
      .poll(async () => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toMatch(/option|listbox/);
    await press(page, 'ArrowDown', 'Enter');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/review\/[0-9a-f-]+$/);
  });

  step('adds a gap to the plan', async () => {
    await press(page, 'g', 'u');
    await page.locator('[data-audit]').waitFor();
    await press(page, 'a');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/plan');
    await page.getByText('edit', { exact: false }).first().waitFor();
  });

  test('nothing broke in the page', () => expect(problems).toEqual([]));
});

test('says what to do in an empty project', async () => {
  const run = await open('empty.flywheel', () => undefined);
  try {
    await run.page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await press(run.page, 'g', 'u');
    await run.page.getByRole('heading', { name: 'No interactions yet' }).waitFor();
    await expectAccessible(run.page, 'audit of an empty project');
  } finally {
    await run.close();
  }
}, 120_000);
