import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

/** Outcomes of another system, which knows users and times alone, find their outputs; by keys only, in a real Chromium. */
const app = createServedApp('outcomes', { annotator: 'Lea' });
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

const start = Date.UTC(2026, 8, 7, 9);
const hour = 3_600_000;

/** One every six hours, for each of eight users every two days. */
const outputs = Array.from({ length: 40 }, (_, index) => ({
  id: `i-${index}`,
  input: `Question ${index}`,
  output: `Answer ${index} to what was asked`,
  user: `u-${index % 8}`,
  created_at: new Date(start + index * 6 * hour).toISOString(),
  surface: index % 4 === 0 ? 'mail' : 'chat',
}));

/** Twenty minutes after every second one; two are of somebody whom the log does not know. */
const outcomes = [
  ...outputs.flatMap(({ user }, index) => (index % 2 === 0 ? [outcomeOf(user, index)] : [])),
  outcomeOf('nobody', 1),
  outcomeOf('nobody', 3),
];

function outcomeOf(customer: string, index: number) {
  return {
    customer,
    at: new Date(start + index * 6 * hour + hour / 3).toISOString(),
    outcome_resolved: true,
    outcome_amount: 5.5 + index,
  };
}

let outputsFile = '';
let outcomesFile = '';

beforeAll(async () => {
  outputsFile = app.writeRows(outputs, 'outputs.jsonl');
  outcomesFile = app.writeRows(outcomes, 'outcomes.jsonl');
  await app.flywheel('init', app.project);
  page = await app.serve();
  page.setDefaultTimeout(15_000);
  await app.goTo('/import');
});

describe('outcomes that another system knows', () => {
  step('outputs are imported, and no outcome is known', async () => {
    await openFile(outputsFile);
    await page.getByText('All 40 would be imported. Nothing is stored yet.').waitFor();
    await app.press('Control+Enter');
    await page.getByText('40 rows read: 40 imported', { exact: false }).waitFor();
    await openOutcomes();
    await page.getByText('No outcome is known').waitFor();
    await expectAccessible(page, 'no outcomes');
    await app.shot('empty');
  });

  step('a way to join asks for what it needs, and moves nothing', async () => {
    await openFile(outcomesFile);
    await page.getByRole('switch', { name: /belong to interactions/ }).focus();
    await app.press('Space');
    await page.getByRole('region', { name: 'Which interactions' }).waitFor();
    const top = await topOfMapping();
    await joinBy('A key');
    await page.getByRole('textbox', { name: 'Key of the interaction' }).waitFor();
    await page.getByText('Write what of the row and of the interaction must be the same.').waitFor();
    expect(await topOfMapping()).toBe(top);
    await expectAccessible(page, 'join by key');
    await app.shot('key');
    await joinBy('User');
    expect(await topOfMapping()).toBe(top);
    await page
      .getByRole('combobox', { name: 'Path for Id of the interaction' })
      .waitFor({ state: 'detached' });
    await mapPath('User', 'customer');
    await mapPath('Time', 'at');
    await page.getByText('All 22 would be looked up in the project. Nothing is stored yet.').waitFor();
  });

  step('the join is tried before anything is stored', async () => {
    await setMinutes('10');
    await app.press('Control+Shift+Enter');
    await page.getByText('0 of 22 rows find their interaction (0 %).', { exact: false }).waitFor();
    await setMinutes('30');
    await page.getByText('What was tried has changed. Try the join again.').waitFor();
    await app.press('Control+Shift+Enter');
    await page
      .getByText(
        '20 of 22 rows find their interaction (90.9 %). No such interaction: 2. Nothing is stored yet.',
      )
      .waitFor();
    await page.getByText('The user nobody has no interaction between', { exact: false }).first().waitFor();
    await expectAccessible(page, 'join by user and time');
    await app.shot('tried');
  });

  step('outcomes are imported as they were tried', async () => {
    await app.press('Control+Enter');
    await page.getByText(/22 rows read: 20 attached, .* 2 rejected\./).waitFor();
    await openOutcomes();
    expect(await cellsOf('resolved')).toEqual([
      '20',
      '20',
      '0',
      '0',
      '0',
      '20',
      expect.stringMatching(/^100 %/),
      '1 h',
    ]);
    expect(await cellsOf('amount')).toEqual(['20', '–', '–', '–', '0', '20', 'median 24.5', '1 h']);
    await page.getByText('User, within 30 minutes').waitFor();
  });

  step('a horizon says what is a no and what may still come', async () => {
    await choose('resolved');
    await app.press('e');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('textbox', { name: 'Horizon in days' }).focus();
    await page.keyboard.type('2');
    await page.getByRole('button', { name: /Nothing logged when/ }).focus();
    await app.press('Enter');
    await page.getByRole('option', { name: /Is a no/ }).waitFor();
    await page.keyboard.type('Is a no');
    await app.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await expectAccessible(page, 'definition of an outcome');
    await app.shot('dialog');
    await app.press('Tab', 'Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save');
    await app.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Not logged within 2 days is a no.').waitFor();
    expect((await cellsOf('resolved')).slice(0, 6)).toEqual(['31', '16', '0', '15', '9', '0']);
    await expectAccessible(page, 'outcomes');
    await app.shot('tab');
  });

  step('a definition is removed once that is confirmed', async () => {
    await app.press('Delete');
    await page.getByRole('alertdialog').waitFor();
    await app.press('Enter');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect((await cellsOf('resolved'))[0]).toBe('31');
    await app.press('Delete');
    await page.getByRole('alertdialog').waitFor();
    await expectAccessible(page, 'removal of a definition');
    await app.press('Tab', 'Enter');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.getByText('Not logged within 2 days is a no.').waitFor({ state: 'detached' });
    expect((await cellsOf('resolved'))[0]).toBe('20');
  });
});

async function openFile(path: string): Promise<void> {
  await app.press('Alt+2');
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  await app.press('o');
  await page.getByRole('dialog').waitFor();
  await page.getByLabel(/^Path/).focus();
  await app.press('Control+a');
  await page.keyboard.type(path);
  await app.press('Enter');
  await page.getByRole('heading', { name: /^Import ./ }).waitFor();
  await page.getByText('From the file').waitFor();
}

async function openOutcomes(): Promise<void> {
  await app.press('g', 'h');
  await page.getByRole('navigation', { name: 'Parts of signals' }).waitFor();
  await app.press('3');
  await page.getByRole('region', { name: 'Outcomes', exact: true }).waitFor();
}

async function mapPath(target: string, path: string): Promise<void> {
  await page.getByRole('combobox', { name: `Path for ${target}`, exact: true }).focus();
  await app.press('Control+a');
  await page.keyboard.type(path);
  await app.press('Enter');
}

async function joinBy(way: string): Promise<void> {
  await page.getByRole('button', { name: /Rows are joined by/ }).focus();
  await app.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(way);
  await app.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

async function setMinutes(minutes: string): Promise<void> {
  await page.getByRole('textbox', { name: /Minutes before the row/ }).focus();
  await app.press('Control+a');
  await page.keyboard.type(minutes);
}

async function topOfMapping(): Promise<number | undefined> {
  const box = await page.getByRole('region', { name: 'Mapping' }).boundingBox();
  return box?.y;
}

const rowOf = (name: string) =>
  page
    .getByRole('group', { name: 'Outcomes, a table' })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name, exact: true }) });

async function cellsOf(name: string): Promise<string[]> {
  await rowOf(name).waitFor();
  return rowOf(name).getByRole('cell').allTextContents();
}

/** Goes up or down until the outcome is chosen. */
async function choose(name: string): Promise<void> {
  for (const key of ['k', 'k', 'k', 'j', 'j', 'j']) {
    if ((await rowOf(name).getAttribute('data-chosen')) === 'true') return;
    await app.press(key);
  }
}
