import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { writePairsFile } from '../support/pairs-file.ts';
import { runProgram } from '../support/run-program.ts';
import { type RunningLoopback, startLoopback } from '../support/start-loopback.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { typePath } from '../support/type-path.ts';

/** Keys are given to commands, taken from others, exported, reset and imported, by keys only, in a real Chromium. */
const folder = makeTempFolder();
const exported = join(folder, 'mine.json');
const cli = join(import.meta.dirname, '../../dist/main/cli.js');
const artifacts = join(import.meta.dirname, '../.artifacts');

/**
 * Keys of answers are those of the label schema; what a running job or a saved mapping offers
 * has none; selecting words goes by the arrows as in any text.
 */
const keptElsewhere = /^(?:review\.(?:answer|focus|part\.(?:go|extend))|job|import\.(?:pause|use-mapping))\./;

let host: RunningLoopback;
let browser: Browser;
let page: Page;
const problems: string[] = [];
let hasFailed = false;

/** A step needs those before it: after a failure the others are skipped, so that the report shows the cause only. */
function step(name: string, run: () => Promise<void>): void {
  test(name, async ({ skip }) => {
    skip(hasFailed, 'an earlier step failed');
    hasFailed = true;
    await run();
    hasFailed = false;
  });
}

beforeAll(async () => {
  mkdirSync(artifacts, { recursive: true });
  host = await startLoopback(folder, await makeProject());
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(host.address.replace('/#', '/settings/keys#'));
  await commands().waitFor();
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the keys of a person', () => {
  step('are listed for every command that any screen has', async () => {
    const known = new Set(await idsIn(commands()));
    expect(known.size).toBeGreaterThan(60);
    await expectAccessible(page, 'keys');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.screenshot({ path: join(artifacts, 'keys-1280-light.png') });
    const offered = new Set<string>();
    for (const keys of ['g s', 'g i', 'g e', 'g l', 'g t', 'g a', 'g d', 'g q', 'g m', 'g r']) {
      await press(...keys.split(' '));
      await page.waitForTimeout(300);
      await press('Control+k');
      const palette = page.getByRole('menu', { name: 'Commands' });
      await palette.waitFor();
      for (const id of await idsIn(palette)) offered.add(id);
      await press('Escape');
    }
    expect(offered.size).toBeGreaterThan(40);
    expect([...offered].filter((id) => !known.has(id) && !keptElsewhere.test(id))).toEqual([]);
    await goToKeys();
  });

  step('are recorded by pressing them', async () => {
    await open('Next interaction');
    await press('Enter', 'l');
    await keysInDialog().getByText('l', { exact: true }).waitFor();
    await press('Escape');
    await press('g', 'r');
    await item().waitFor();
    const first = await shown();
    await press('l');
    await page.locator(`[data-item]:not([data-item="${first}"])`).waitFor();
  });

  step('are sequences, too', async () => {
    await goToKeys();
    await open('Previous interaction');
    await press('Enter', 'g', 'z');
    await keysInDialog().getByText('then').waitFor();
    await press('Escape', 'g', 'r');
    await item().waitFor();
    const second = await shown();
    await press('g', 'z');
    await page.locator(`[data-item]:not([data-item="${second}"])`).waitFor();
  });

  step('say who would lose a key, which then has none', async () => {
    await goToKeys();
    await open('Next interaction');
    await press('Enter', 'n');
    await page.getByText('“Next change” would lose').waitFor();
    await expectAccessible(page, 'a key that is taken');
    await page.screenshot({ path: join(artifacts, 'keys-conflict-1280-dark.png') });
    await press('Enter');
    await keysInDialog().getByText('n', { exact: true }).waitFor();
    await press('Escape');
    await page.getByRole('textbox', { name: 'Search for a command or a key' }).fill('');
    expect(await row('review.next-change').textContent()).toContain('No key');
  });

  step('leave the answers theirs, and say so', async () => {
    await open('Next interaction');
    await press('Enter', '1');
    await page.getByText('answers “Verdict: Good” in this project', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Take the key' }).count()).toBe(0);
    await press('Escape');
  });

  step('need Ctrl or Alt where a command works while one types', async () => {
    await open('Find a command');
    await press('Enter', 'z');
    await page.getByText('works while you type', { exact: false }).waitFor();
    await press('Control+j');
    await keysInDialog().getByText('J', { exact: true }).waitFor();
    await press('Escape');
  });

  step('are what hints, palette and sheet show', async () => {
    await press('g', 'r');
    await item().waitFor();
    await page.getByRole('button', { name: 'Find Ctrl K' }).waitFor();
    await press('Control+j');
    const entry = page.getByRole('menuitem', { name: 'Review Next interaction j' });
    await entry.waitFor();
    await press('Escape', '?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.waitFor();
    expect(await sheet.getByText('Next interaction', { exact: true }).locator('..').textContent()).toMatch(
      /j.*l.*n$/,
    );
    await press('Escape');
  });

  step('go to a file, and come back from it after all changes were taken back', async () => {
    await goToKeys();
    await press('w');
    await typePath(page, exported);
    const dialog = page.getByRole('dialog', { name: 'Export the keys to a file' });
    await expect
      .poll(async () => dialog.getByRole('textbox', { name: 'Name' }).inputValue())
      .toBe('mine.json');
    await press('Enter');
    await page.getByText('The keys were written to', { exact: false }).waitFor();
    expect(JSON.parse(readFileSync(exported, 'utf8'))).toMatchObject({
      kind: 'flywheel-keys',
      set: 'standard',
      changes: { 'review.next-change': [] },
    });
    await takeBackAll();
    await press('i');
    await typePath(page, exported);
    await page.getByText('4 commands changed.').waitFor();
  });

  step('are those of a set: the arrows', async () => {
    await takeBackAll();
    await page.getByRole('radio', { name: 'Letters and arrows' }).focus();
    await press('ArrowRight', 'ArrowRight');
    await row('review.next-change').getByText('→').waitFor();
    await expectAccessible(page, 'keys of the arrows');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.screenshot({ path: join(artifacts, 'keys-1920-dark.png') });
    await press('g', 'r');
    await item().waitFor();
    const first = await shown();
    await press('ArrowDown');
    await page.locator(`[data-item]:not([data-item="${first}"])`).waitFor();
    await press('ArrowRight');
    await page.locator('[data-current]').first().waitFor();
    await press('ArrowUp');
    await page.locator(`[data-item="${first}"]`).waitFor();
    expect(problems).toEqual([]);
  });
});

function commands() {
  return page.getByRole('listbox', { name: 'Commands' });
}

function row(id: string) {
  return commands().locator(`[data-key="${id}"]`);
}

function keysInDialog() {
  return page.getByRole('dialog').getByRole('list', { name: 'Keys' });
}

function item() {
  return page.locator('[data-item]');
}

async function shown(): Promise<string | null> {
  return item().getAttribute('data-item');
}

/** From the palette, by whichever key opens it. */
async function takeBackAll(): Promise<void> {
  await press('Control+j');
  await page.getByRole('menu', { name: 'Commands' }).waitFor();
  await page.keyboard.type('Take back all');
  await page.getByRole('menuitem', { name: 'Take back all changes of keys' }).waitFor();
  await press('Enter');
  await page.getByRole('alertdialog').waitFor();
  await press('Tab', 'Enter');
  await page.getByText('As the set has them.').waitFor();
}

async function idsIn(list: Locator): Promise<readonly string[]> {
  return list
    .locator('[data-key]')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-key') ?? ''));
}

async function goToKeys(): Promise<void> {
  await press('g', 'k');
  await commands().waitFor();
}

/** Finds the command by its name, and opens its keys. */
async function open(name: string): Promise<void> {
  await press('/');
  const field = page.getByRole('textbox', { name: 'Search for a command or a key' });
  await field.fill(name);
  await press('Tab', 'Enter');
  await page.getByRole('dialog', { name }).waitFor();
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Four made-up outputs with their edits. */
async function makeProject(): Promise<string> {
  const project = join(folder, 'keys.flywheel');
  const file = join(folder, 'pairs.jsonl');
  writePairsFile(file, 4);
  const environment = { ...process.env, FLYWHEEL_DATA: folder };
  for (const args of [
    ['init', project],
    ['import', project, file],
  ]) {
    const { code, stderr } = await runProgram(process.execPath, [cli, ...args], { environment });
    expect(code, stderr).toBe(0);
  }
  return project;
}
