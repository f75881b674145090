import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProject } from '../../main/services/project/create-project.ts';
import { openProject } from '../../main/services/project/open-project.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningLoopback, startLoopback } from '../support/start-loopback.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { addInteractions, resourcesFolder } from '../support/temp-project.ts';
import { typePath } from '../support/type-path.ts';

/**
 * The questions of a project are changed, tried and saved while there are labels: a question is added that is asked
 * after a bad verdict only, one is taken out, and a built-in schema takes their place. By keys only, in a real Chromium.
 */
const folder = makeTempFolder();
const exported = join(folder, 'Mine.json');

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
  host = await startLoopback(folder, makeProject());
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) problems.push(message.text());
  });
  await page.goto(host.address);
  await page.getByRole('radiogroup', { name: 'Verdict' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the questions of a project', () => {
  step('two labels are there, and the screen says so', async () => {
    await press('1', 'r', '4');
    await page.getByText('Saved', { exact: true }).waitFor();
    await openSchema();
    await page.getByText('Version 1 is in use.').waitFor();
    await expectAccessible(page, 'label schema');
    await press('j', 'j');
    await page.getByText('1 label. Labels stay whatever you change', { exact: false }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Question', exact: true }).inputValue()).toBe('Rating');
  });

  step('a question with labels is taken out, and what that is about is counted', async () => {
    await press('x');
    await page.getByRole('heading', { name: 'No longer asked' }).waitFor();
    await press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Save as version 2' });
    await dialog.getByText('1 label will no longer be asked for').waitFor();
    await dialog.getByText('“Rating” is no longer asked. Its 1 label stays.').waitFor();
    await expectAccessible(page, 'what a version changes');
    await press('Escape');
  });

  step('a question is added that follows a bad verdict, with a key and choices of its own', async () => {
    await press('k', 'k', 'a');
    await page.keyboard.type('Wrong how');
    await page.getByText('wrong_how', { exact: true }).waitFor();
    await choose('Answered by', 'Multiple choice');
    await fill('Key', 'b');
    await fill('Help', 'All that a reader would stumble over.');
    await fill('Choice 1', 'Facts');
    await fill('Choice 2', 'Tone');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Length');
    await page.getByRole('textbox', { name: 'Choice 3', exact: true }).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => choiceNames()).toEqual(['Facts', 'Length', 'Tone']);
    await choose('Asked', 'After an answer to “Verdict”');
    await check('Bad');
    await expectAccessible(page, 'a question with a condition');
  });

  step('the preview asks it where the answer says so', async () => {
    const preview = page.getByRole('region', { name: 'Preview' });
    expect(await preview.getByRole('toolbar', { name: 'Wrong how' }).count()).toBe(0);
    await preview.getByRole('radio', { name: /Bad/ }).focus();
    await page.keyboard.press('Enter');
    await preview.getByRole('toolbar', { name: 'Wrong how' }).waitFor();
  });

  step('a key that has a meaning already is refused with a sentence', async () => {
    await fill('Key', 'j');
    await page
      .getByText('The key "j" of “Wrong how” belongs to the review screen.', { exact: false })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Save…' }).isDisabled()).toBe(true);
    await expectAccessible(page, 'a problem');
    await fill('Key', 'b');
    await page.getByRole('switch', { name: 'Required' }).focus();
    await page.keyboard.press('Space');
  });

  step('it is saved as the next version', async () => {
    await press('Control+s');
    await page.getByRole('dialog', { name: 'Save as version 2' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Saved as version 2. Labels are as they were.').waitFor();
    await page.getByText('Version 2 is in use.').waitFor();
  });

  step('review asks by the new version and shows the label that is no longer asked', async () => {
    await press('Escape', 'g', 'r');
    const questions = page.getByRole('group', { name: 'Questions' });
    await questions.getByText('4 of 5').waitFor();
    await questions.getByRole('heading', { name: 'No longer asked' }).waitFor();
    expect(await questions.getByRole('toolbar', { name: 'Wrong how' }).count()).toBe(0);
    await press('3');
    await questions.getByRole('toolbar', { name: 'Wrong how' }).waitFor();
    await page.getByText('To answer: Wrong how').waitFor();
    await press('q');
    await questions.getByText('All that a reader would stumble over.').waitFor();
    await expectAccessible(page, 'questions with help');
    await press('b', '1', 'b', '3');
    const chosen = questions.getByRole('toolbar', { name: 'Wrong how' }).locator('[aria-pressed=true]');
    await expect
      .poll(async () => chosen.allTextContents())
      .toEqual([expect.stringContaining('Facts'), expect.stringContaining('Tone')]);
    await page.getByText('Saved', { exact: true }).waitFor();
    await press('1');
    await questions.getByText('Facts, Tone').waitFor();
    await press('q');
  });

  step('going on by itself waits for what follows from an answer', async () => {
    await page.getByText('1 of 4').waitFor();
    await press('j');
    await page.getByText('2 of 4').waitFor();
    await press('a', '3');
    await page.getByText('To answer: Wrong how').waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByText('2 of 4').waitFor();
    await press('2');
    await page.getByText('3 of 4').waitFor();
  });

  step('the schema goes to a file and comes back', async () => {
    await openSchema();
    await press('w');
    await page.getByRole('dialog', { name: 'Export the label schema to a file' }).waitFor();
    await typePath(page, exported);
    await saveFromDialog();
    await expect.poll(() => existsSync(exported)).toBe(true);
    expect(JSON.parse(readFileSync(exported, 'utf8'))).toMatchObject({ version: 2, name: 'Review' });
  });

  step('a built-in schema takes the place of the questions', async () => {
    await press('b');
    const dialog = page.getByRole('dialog', { name: 'Begin with a built-in schema' });
    await dialog.getByText('Translations by the top-level error types', { exact: false }).waitFor();
    await expectAccessible(page, 'built-in schemas');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('option', { name: 'Error types' }).waitFor();
    await press('Control+s');
    const changes = page.getByRole('dialog', { name: 'Save as version 3' });
    await changes.getByText('“Wrong how” is no longer asked. Its 1 label stays.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Version 3 is in use.').waitFor();
    await press('Escape', 'g', 'r');
    await page.getByRole('radiogroup', { name: 'Adequacy' }).waitFor();
    await press('a', '3');
    await page.getByRole('toolbar', { name: 'Error types' }).waitFor();
    await press('b', '2');
    await page.getByRole('radiogroup', { name: 'Severity' }).waitFor();
    await press('z', '4');
    await expect
      .poll(async () => page.getByRole('radio', { name: /Critical/ }).getAttribute('aria-checked'))
      .toBe('true');
    await expectAccessible(page, 'questions of a translation');
  });

  step('an imported file is a draft like any other', async () => {
    await openSchema();
    await press('i');
    await page.getByRole('dialog', { name: 'Import a label schema' }).waitFor();
    await typePath(page, exported);
    await page.getByRole('option', { name: 'Wrong how' }).waitFor();
    await page.getByText('not saved yet', { exact: false }).waitFor();
    await press('Control+s');
    await page.getByText('“Wrong how” is asked, and 1 label is there already.', { exact: false }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Version 4 is in use.').waitFor();
  });

  step('nothing failed unseen', async () => {
    expect(problems).toEqual([]);
  });
});

function makeProject(): string {
  const made = createProject({
    path: join(folder, 'mails'),
    name: 'Mails',
    device: 'device-a',
    resourcesFolder,
  });
  if (!made.ok) throw new Error(made.error.message);
  const opened = openProject(made.value, { readOnly: false });
  if (!opened.ok) throw new Error(opened.error.message);
  addInteractions(opened.value.database, 4);
  opened.value.close();
  return made.value;
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function openSchema(): Promise<void> {
  await press('g', 'l');
  await page.getByRole('heading', { name: 'Label schema', level: 1 }).waitFor();
  await page.getByRole('listbox', { name: 'Questions of the schema' }).waitFor();
}

async function fill(name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function choose(name: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${name}$`) }).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name });
  await list.getByRole('option', { name: option }).waitFor();
  await page.keyboard.type(option);
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'detached' });
}

async function check(name: string): Promise<void> {
  await page.getByRole('checkbox', { name, exact: true }).focus();
  await page.keyboard.press('Space');
}

async function choiceNames(): Promise<string[]> {
  const fields = page.getByRole('textbox', { name: /^Choice \d+$/ });
  return fields.evaluateAll((all) =>
    all.map((field) => (field instanceof HTMLInputElement ? field.value : '')),
  );
}

/** In the app's own dialog Enter on a whole path fills the name, and Enter on the name saves. */
async function saveFromDialog(): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Export the label schema to a file' });
  await expect.poll(async () => dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Mine.json');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}
