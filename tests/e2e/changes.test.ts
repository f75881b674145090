import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningProgram, runProgram, startProgram } from '../support/run-program.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

/**
 * An annotator works on single changes: takes some back and keeps the rest, labels changes and marked words, changes and
 * removes labels, undoes. By keys only, in a real Chromium.
 */
const cli = resolve(import.meta.dirname, '../../dist/main/cli.js');
const pictures = resolve(import.meta.dirname, '../.artifacts');
const folder = makeTempFolder();
const project = join(folder, 'changes.flywheel');
const environment = { ...process.env, FLYWHEEL_DATA: folder, HOME: folder, USERPROFILE: folder };

const output = 'Dear customer, your order is late. We are sorry for that. Please wait some more days.';
const edited = 'Dear Ms. Lee, your order is late. We apologise for that. Please wait two more days.';
const rows = [
  { id: 'letter', input: 'Write a letter.', output, edited },
  {
    id: 'unedited',
    input: 'Write a reply.',
    output: 'Thank you very much indeed. We will see what we can do.',
  },
];

let server: RunningProgram;
let browser: Browser;
let page: Page;
let address: URL;
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

async function flywheel(...args: readonly string[]) {
  const result = await runProgram(process.execPath, [cli, ...args, '--json'], { environment });
  expect(result.code, result.stderr).toBe(0);
  return JSON.parse(result.stdout);
}

/** The interaction as the engine has it. */
async function stored(externalId: string) {
  const { items } = await flywheel('items', project, '--where', `external_id=${externalId}`, '--limit', '1');
  return flywheel('show', project, items[0].id);
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function open(name: string): Promise<void> {
  await page.goto(`${address.origin}/review${address.hash}`);
  await page.locator('[data-item]').waitFor();
  const heading = page.getByRole('heading', { level: 2, name, exact: true });
  if (!(await heading.isVisible())) await press('j');
  await heading.waitFor();
}

function sign(number: number) {
  return page.locator(`[data-span="${number}"]`);
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ annotator: 'Ada', contextOpen: false }));
  writeFileSync(join(folder, 'rows.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
  await flywheel('init', project);
  await flywheel('import', project, join(folder, 'rows.jsonl'));
  server = startProgram(process.execPath, [cli, 'serve', project], { environment, limitMs: 600_000 });
  address = new URL((await server.line(/^http/)).trim());
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  server?.child.kill('SIGTERM');
  await server?.ended;
  rmSync(folder, { recursive: true, force: true });
});

describe('single changes', () => {
  step('are reverted and accepted, live in the texts and the figures', async () => {
    await open('letter');
    await page.getByText('3 changes', { exact: true }).waitFor();
    await press('n', 'x');
    await page.getByText('1 change reverted, not kept yet').waitFor();
    expect(await page.locator('[data-side=edit]').first().textContent()).toContain('Dear customer');
    await page.getByText('Changes2', { exact: false }).first().waitFor();
    await press('n', 'x', 'Shift+A');
    await page.getByText('1 change reverted, not kept yet').waitFor();
    await page.screenshot({ path: join(pictures, 'changes-draft.png') });
    await expectAccessible(page, 'reverted changes');
  });

  step('are a draft that waits, and become an edit of one’s own', async () => {
    await press('j');
    await page.getByRole('heading', { level: 2, name: 'unedited', exact: true }).waitFor();
    await press('k');
    await page.getByText('1 change reverted, not kept yet').waitFor();
    await press('ControlOrMeta+Enter');
    await page.getByText('Kept as your edit. Undo takes it back.').waitFor();
    const own = edited.replace('Ms. Lee', 'customer');
    expect((await stored('letter')).edits.at(-1)).toMatchObject({
      text: own,
      origin: 'app',
      annotator: 'Ada',
    });
    await press('u');
    await page.getByText(/^Undone:/).waitFor();
    expect((await stored('letter')).edits).toHaveLength(1);
    await press('ControlOrMeta+Enter');
    await page.getByText('Kept as your edit. Undo takes it back.').waitFor();
    expect((await stored('letter')).edits.at(-1)).toMatchObject({ text: edited, annotator: 'Ada' });
    await press('u');
    await page.getByText('Keep as my edit').waitFor();
  });
});

describe('labels on changes', () => {
  step('are given in a picker beside the change: failure mode, severity, note', async () => {
    await press('Escape', 'n', 'f');
    const picker = page.getByRole('dialog', { name: 'Label this text' });
    await picker.waitFor();
    await page.keyboard.type('Too stiff');
    await picker.getByRole('option', { name: 'Add “Too stiff”' }).waitFor();
    await press('Enter', '2', 'n');
    await page.keyboard.type('Name them.');
    await page.screenshot({ path: join(pictures, 'changes-picker.png') });
    await expectAccessible(page, 'the picker of a label');
    await press('Enter');
    await picker.waitFor({ state: 'detached' });
    await page.getByText('Labelled: Too stiff, major').waitFor();
    await sign(1).waitFor();
    expect(await sign(1).getAttribute('data-text')).toBe('1 major');
    const [change] = (await stored('letter')).spans;
    expect(change).toMatchObject({
      annotator: 'Ada',
      failureModeName: 'Too stiff',
      severity: 'major',
      note: 'Name them.',
    });
    expect(output.slice(change.start, change.end)).toBe(change.quote);
    expect(edited).toContain(change.added);
  });

  step('are given by two keys from then on, taken back by the same, undone and redone', async () => {
    await press('n', 'Shift+Digit1');
    await sign(2).waitFor();
    expect((await stored('letter')).spans).toHaveLength(2);
    await press('Shift+Digit1');
    await sign(2).waitFor({ state: 'detached' });
    await press('u');
    await sign(2).waitFor();
    await press('u');
    await sign(2).waitFor({ state: 'detached' });
    await press('Shift+U');
    await sign(2).waitFor();
    await expectAccessible(page, 'labelled changes');
    await page.screenshot({ path: join(pictures, 'changes-labelled.png') });
  });

  step('are in a list, where each is selected, changed and removed by keys', async () => {
    const entries = page.getByRole('list').filter({ hasText: 'Too stiff' }).getByRole('listitem');
    expect(await entries.count()).toBe(2);
    await press('Escape', 'Shift+N');
    await page.locator('[data-current-span]').waitFor();
    await press('f', 'Enter', '3', 'Enter');
    await page.locator('[data-span="1"][data-text="1 critical"]').waitFor();
    await press('Shift+N', 'Delete');
    await page.getByText('The label is removed. Undo brings it back.').waitFor();
    await expect.poll(() => entries.count()).toBe(1);
    expect((await stored('letter')).spans).toMatchObject([{ severity: 'critical', note: 'Name them.' }]);
  });
});

describe('labels on text that nobody edited', () => {
  step('are put on words that were selected by keys', async () => {
    await open('unedited');
    await press('Shift+W', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await page.locator('mark[data-tone=target]').waitFor();
    expect(await page.locator('mark[data-tone=target]').textContent()).toBe('very much indeed');
    await press('f', '1', '1', 'Enter');
    await page.locator('mark[data-tone=minor]').waitFor();
    expect(await page.locator('mark').textContent()).toBe('very much indeed');
    expect((await stored('unedited')).spans).toMatchObject([
      { start: 10, end: 26, quote: 'very much indeed', added: null, severity: 'minor', origin: 'app' },
    ]);
    await expectAccessible(page, 'labelled words');
    await page.screenshot({ path: join(pictures, 'changes-words.png') });
  });

  step('are put on text that was selected with the mouse, and stay', async () => {
    await page.locator('[data-output-at] > span').last().selectText();
    await press('Shift+Digit1');
    await sign(2).waitFor();
    await page.reload();
    await sign(2).waitFor();
    expect((await stored('unedited')).spans).toHaveLength(2);
  });

  step('nothing failed unseen', async () => {
    expect(problems).toEqual([]);
  });
});
