import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importInto, makeProjectFile } from '../support/team-project.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningLoopback, startLoopback } from '../support/start-loopback.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { plainMapping } from '../support/test-import.ts';
import { addWeeklyEdits } from '../support/weekly-edits.ts';

/** A lead reviews a week: what became of every failure mode, and what is done about it; by keys only, in a real Chromium. */
const problems: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

type Fill = (project: Parameters<Parameters<typeof makeProjectFile>[2]>[0], folder: string) => Promise<void>;

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

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const opened = (page: Page) => page.getByRole('article');

describe('a week', () => {
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
    run = await open('weeks.flywheel', addWeeklyEdits);
    page = run.page;
  }, 120_000);

  afterAll(async () => {
    await run?.close();
  });

  step('says what is new, growing, back, shrinking and as before', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await press(page, 'g', 'w');
    await page.locator('[data-week="2026-W40"]').waitFor();
    await expect.poll(async () => group(page, 'Growing').textContent()).toContain('Stiff words');
    expect(await group(page, 'Growing').textContent()).toContain('30 of 100');
    expect(await group(page, 'New').getByRole('button').count()).toBe(1);
    expect(await group(page, 'New').textContent()).toContain('Proposed');
    expect(await group(page, 'Recurring').textContent()).toContain('Emphasis');
    expect(await group(page, 'Shrinking').textContent()).toContain('Closing phrase');
    expect(await group(page, 'Steady').textContent()).toContain('Greeting');
    await page.getByText('0 of 4 decided').waitFor();
  });

  step('shows figures with intervals and changes of the week', async () => {
    await press(page, 'j');
    await expect
      .poll(async () => opened(page).getByRole('heading', { level: 2 }).textContent())
      .toBe('Stiff words');
    const facts = await opened(page).textContent();
    expect(facts).toContain('30.0 % (21.9 to 39.6), 30 of 100');
    expect(facts).toMatch(/\+24\.\d points \(/);
    expect(facts).toContain('q below 0.001, z test');
    expect(await opened(page).locator('del').first().textContent()).toBe('utilize');
    expect(await opened(page).getByRole('listitem').count()).toBe(5);
  });

  step('is accessible', async () => {
    await expectAccessible(page, 'weekly review');
  });

  step('takes decisions by number, with owner, day and note, and takes them back', async () => {
    await press(page, '1');
    await page.getByText('1 of 4 decided').waitFor();
    await press(page, 'w');
    await page.keyboard.type('Ben');
    await press(page, 'Enter', 'i');
    await page.keyboard.type('say use, not utilize');
    await press(page, 'Escape');
    await opened(page).getByText('Change the prompt, decided by Lea.').waitFor();
    await press(page, 'j', '4');
    await page.getByText('2 of 4 decided').waitFor();
    await press(page, 'u');
    await page.getByText('1 of 4 decided').waitFor();
    await press(page, 'Shift+U');
    await page.getByText('2 of 4 decided').waitFor();
    await press(page, 'x');
    await page.getByText('1 of 4 decided').waitFor();
    await press(page, 'k');
    await expect.poll(async () => page.getByLabel('Owner').inputValue()).toBe('Ben');
    expect(await page.getByLabel('Note').inputValue()).toBe('say use, not utilize');
  });

  step('goes to the weeks before, where nothing was decided', async () => {
    await press(page, '[');
    await page.locator('[data-week="2026-W39"]').waitFor();
    await page.getByText('0 of ').or(page.getByText('Nothing asks for a decision.')).first().waitFor();
    expect(new URL(page.url()).searchParams.get('week')).toBe('2026-W39');
    await press(page, ']');
    await page.locator('[data-week="2026-W40"]').waitFor();
    await page.getByText('1 of 4 decided').waitFor();
  });

  step('becomes a file', async () => {
    await press(page, 'm');
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
    await name.waitFor();
    const path = join(run.folder, 'home', 'week.md');
    await press(page, 'Control+A');
    await page.keyboard.type('week');
    await press(page, 'Enter');
    await page.getByText('Saved to ').waitFor();
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('# Weekly review 2026-W40 of weeks');
    expect(text).toContain('Change the prompt, owner Ben. say use, not utilize');
    expect(text).toContain('~~utilize~~**use**');
  });

  step('opens among the failure modes', async () => {
    await press(page, 'o');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/modes\/[0-9a-f-]+$/);
  });

  test('nothing broke in the page', () => expect(problems).toEqual([]));
});

test('says that interactions without times are in no week', async () => {
  const run = await open('timeless.flywheel', async (project, folder) => {
    const path = join(folder, 'rows.jsonl');
    writeFileSync(path, JSON.stringify({ input: 'q', output: 'a', edit: 'b' }));
    await importInto(project, path, plainMapping);
  });
  try {
    await run.page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await press(run.page, 'g', 'w');
    await run.page.getByRole('heading', { name: 'The interactions have no times' }).waitFor();
    await expectAccessible(run.page, 'weekly review without times');
  } finally {
    await run.close();
  }
}, 120_000);
