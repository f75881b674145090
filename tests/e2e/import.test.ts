import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningLoopback, startLoopback } from '../support/start-loopback.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

/**
 * Outputs and the edits that people made to them in two files: values are changed on their way, the edits find their
 * outputs by id, and a row that finds none waits in quarantine until it does. By keys only, in a real Chromium.
 */
const folder = makeTempFolder();
const outputs = join(folder, 'outputs.csv');
const moreOutputs = join(folder, 'more outputs.csv');
const edits = join(folder, 'edits.jsonl');

const header = 'id;written;model;question;answer;verdict\n';

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
  writeFileSync(
    outputs,
    `${header}m-1;31|12|2024 18_30;small;Where is my parcel?;It is on its way.;1\n` +
      'm-2;01|01|2025 09_05;large;Can I change my address?;Yes, in your account.;0\n',
  );
  writeFileSync(moreOutputs, `${header}m-3;02|01|2025 10_00;large;Do you ship abroad?;Yes.;1\n`);
  const rows = [
    { id: 'm-1', edited: 'It is on its way and arrives on Friday.', editor: 'Bo' },
    { id: 'm-2', edited: 'Yes, under Settings in your account.', editor: 'Bo' },
    { id: 'm-3', edited: 'Yes, to most countries.', editor: 'Cy' },
  ];
  writeFileSync(edits, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  host = await startLoopback(folder);
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) problems.push(message.text());
  });
  await page.goto(host.address);
  await page.getByRole('heading', { name: 'Flywheel', level: 1 }).waitFor();
  await page.keyboard.press('Alt+n');
  await page.getByRole('dialog', { name: 'New project' }).waitFor();
  await page.keyboard.type('Mails');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Drop a file anywhere in this window' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('outputs and edits from two files', () => {
  step('a time in a form of its own is rejected, and read once its form is written', async () => {
    await openFile(outputs);
    await mapPath('Created at', 'written');
    await page.getByText('0 would be imported, 2 rejected. Nothing is stored yet.').waitFor();
    expect(await failedOf('Created at')).toBe('2');
    await changeValues('Created at', 'A time');
    await page.getByRole('textbox', { name: 'Form' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('DD|MM|YYYY HH_mm');
    await page.getByRole('dialog').getByText('2024-12-31T18:30:00.000Z').waitFor();
    await expectAccessible(page, 'change of values');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('HH');
    await page.getByRole('dialog').getByText('names no year, month and day', { exact: false }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('DD|MM|YYYY HH_mm');
    await page.getByRole('dialog').getByText('2025-01-01T09:05:00.000Z').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('All 2 would be imported. Nothing is stored yet.').waitFor();
  });

  step('values become the answers of a question', async () => {
    await page.getByRole('combobox', { name: 'Path of the new target' }).focus();
    await page.keyboard.type('verdict');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Add', exact: true }).focus();
    await page.keyboard.press('Enter');
    await changeValues('label.verdict', 'Other values');
    for (const [place, becomes] of ['bad', 'good'].entries()) {
      await page.getByRole('textbox', { name: `What value ${place + 1} becomes` }).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(becomes);
    }
    await page.getByRole('dialog').getByText('good', { exact: true }).waitFor();
    await expectAccessible(page, 'values in place of others');
    await page.keyboard.press('Escape');
    await page
      .getByRole('region', { name: /first rows/ })
      .getByText('verdict: good')
      .waitFor();
  });

  step('the mapping is saved, and the file imported', async () => {
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog', { name: 'Save this mapping' }).waitFor();
    await page.keyboard.type('Support mails');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use the mapping “Support mails”' }).waitFor();
    // The focus came back to a button with a tooltip, which stands outside of the page's landmarks.
    await page.getByRole('combobox', { name: 'Path for Output' }).focus();
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    await expectAccessible(page, 'mapping with transforms');
    await page.keyboard.press('Control+Enter');
    await page.getByText('2 rows read: 2 imported, 0 duplicates left out, 0 rejected.').waitFor();
  });

  step('a file of edits joins the outputs by id, and one row finds none', async () => {
    await openFile(edits);
    await page.getByRole('switch', { name: /belong to interactions/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('combobox', { name: 'Path for Id of the interaction' }).waitFor();
    await mapPath('Id of the interaction', 'id');
    await mapPath('Edit', 'edited');
    await page.getByText('All 3 would be looked up in the project. Nothing is stored yet.').waitFor();
    await expectAccessible(page, 'mapping of attachments');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/3 rows read: 2 attached, 2 edits added to interactions that were here, .* 1 rejected\./)
      .waitFor();
    await page.getByRole('button', { name: 'Details of edits.jsonl' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Rows as they stand; additions to interactions of other files').waitFor();
    await expectAccessible(page, 'sources with details');
    await page.getByRole('link', { name: '1 rejected rows of edits.jsonl' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('No interaction has the id m-3.', { exact: false }).waitFor();
    await page.keyboard.press('r');
    await page.getByText('The row could not be taken', { exact: false }).waitFor();
    await expectAccessible(page, 'quarantine');
  });

  step('the saved mapping is one press for the next file', async () => {
    await openFile(moreOutputs);
    await page.getByRole('button', { name: 'Use the mapping “Support mails”' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('All 1 would be imported. Nothing is stored yet.').waitFor();
    expect(await page.getByRole('combobox', { name: 'Path for Created at' }).inputValue()).toBe('written');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 row read: 1 imported', { exact: false }).waitFor();
  });

  step('the row in quarantine finds its output now', async () => {
    await page.getByRole('link', { name: '1 rejected rows of edits.jsonl' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 row in quarantine', { exact: false }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: 'Change the mapping and try again' }).waitFor();
    await expectAccessible(page, 'another mapping for rejects');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.getByText('1 of 1 row left the quarantine: 1 attached.').waitFor();
    await page.getByText('0 rows in quarantine', { exact: false }).waitFor();
  });

  step('nothing failed unseen', async () => {
    expect(problems).toEqual([]);
  });
});

async function openFile(path: string): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  await page.keyboard.press('o');
  await page.getByRole('dialog').waitFor();
  await page.getByLabel(/^Path/).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(path);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Import ./ }).waitFor();
  await page.getByText('From the file').waitFor();
}

async function mapPath(target: string, path: string): Promise<void> {
  await page.getByRole('combobox', { name: `Path for ${target}`, exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(path);
  await page.keyboard.press('Enter');
}

/** Opens what is done with a target's values, and chooses the way whose name begins like this. */
async function changeValues(target: string, way: string): Promise<void> {
  await page.getByRole('button', { name: `Change the values of ${target}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: `Values of ${target}` }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: way }).waitFor();
  await page.keyboard.type(way);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

async function failedOf(target: string): Promise<string | null> {
  return page.getByRole('row', { name: target }).getByRole('cell').last().textContent();
}
