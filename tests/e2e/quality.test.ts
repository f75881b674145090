import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { startLoopback } from '../support/start-loopback.ts';
import { importInto, makeProjectFile } from '../support/team-project.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { plainMapping } from '../support/test-import.ts';

/** A lead weighs signals and learns from labels; by keys only, in a real Chromium. */
const problems: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** What was accepted is good, but for one in ten. */
const rows = Array.from({ length: 120 }, (_, place) => {
  const isAccepted = place % 2 === 1;
  return {
    id: `i${place}`,
    input: `Question ${place}`,
    output: `Answer ${place}`,
    user: `u${place % 20}`,
    action: isAccepted ? 'accepted' : 'discarded',
    annotator: 'Ada',
    verdict: isAccepted !== (place % 10 === 0) ? 'good' : 'bad',
  };
});

async function open() {
  const folder = makeTempFolder();
  const log = join(folder, 'log.jsonl');
  writeFileSync(log, rows.map((row) => JSON.stringify(row)).join('\n'));
  const file = await makeProjectFile(folder, 'weighed.flywheel', async (project) =>
    importInto(project, log, plainMapping),
  );
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data', 'settings.json'), JSON.stringify({ annotator: 'Lea', theme: 'system' }));
  const host = await startLoopback(folder, file);
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

const focusedName = async (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** Goes from field to field until this one has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    const focused = await focusedName(page);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}.`);
}

describe('quality scores', () => {
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
    run = await open();
    page = run.page;
  }, 120_000);

  afterAll(async () => {
    await run?.close();
  });

  const judged = (name: string) =>
    page.getByRole('table', { name: 'Weights against labels' }).getByRole('row', { name });

  step('shows weights against labels, and interactions by score', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await press(page, 'g', 'h');
    await page.getByRole('heading', { name: 'Signals', level: 1 }).waitFor();
    await press(page, '4');
    await page.getByText('120 labelled interactions with signal values').waitFor();
    await page.getByText('120 interactions have a score, 0 have none').waitFor();
    expect(await judged('Weights as saved').textContent()).toContain('120');
  });

  step('shows what a weight does as it is moved, and saves it', async () => {
    const before = await judged('Weights as they are here').textContent();
    await press(page, 'e');
    await tabTo(page, 'Weight of Accepted');
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await page.getByText('Not saved.').waitFor();
    const after = await judged('Weights as they are here').textContent();
    expect(after).not.toBe(before);
    expect(await judged('Weights as saved').textContent()).toContain(
      before?.replace('Weights as they are here', '') ?? '?',
    );
    await press(page, 'ControlOrMeta+s');
    await page.getByText('These weights are saved.').waitFor();
    await expect
      .poll(async () => judged('Weights as saved').textContent())
      .toContain(after?.replace('Weights as they are here', '') ?? '?');
    expect(await page.getByRole('slider', { name: 'Weight of Accepted' }).inputValue()).toBe('5');
  });

  step('learns from labels, and says how far it can be trusted', async () => {
    await press(page, 'l');
    const both = page.getByRole('table', { name: 'Learned score beside the score by weights' });
    await both.waitFor();
    expect(await both.textContent()).toContain('Learned, on rows it had not seen');
    expect(await both.textContent()).toContain('Share of good alone0.500');
    await page.getByText('from 120 labelled interactions: 72 good, 48 bad').waitFor();
    expect(await page.getByRole('table', { name: 'Coefficients' }).textContent()).toContain('Accepted');
  });

  step('goes through the points of the calibration by keys', async () => {
    const picture = page.getByRole('group', { name: /^Calibration of both/u });
    await tabTo(page, /^Learned score 0/u);
    const first = await focusedName(page);
    expect(first).toMatch(/good \(\d+ % to \d+ %\), n \d/u);
    await press(page, 'End');
    expect(await focusedName(page)).toMatch(/^Score by weights/u);
    await press(page, 'Home');
    expect(await focusedName(page)).toBe(first);
    expect(await picture.getByRole('img').count()).toBeGreaterThan(2);
  });

  step('is accessible', async () => {
    await expectAccessible(page, 'quality scores');
  });

  step('takes the default weights by a key', async () => {
    await press(page, 'd');
    expect(await page.getByRole('slider', { name: 'Weight of Accepted' }).inputValue()).toBe('3');
    await page.getByText('Not saved.').waitFor();
    expect(problems).toEqual([]);
  });
});
