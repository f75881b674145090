import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';
import { typePath } from '../support/type-path.ts';

/** A recipe with all its parts, its snapshots, and a file of somebody else, by keys only in a real Chromium. */
describe('data sets, by keys only', () => {
  const app = createServedApp('export', { annotator: 'Lead' });
  const { folder, project, flywheel, writeRows, serve, goTo, press, shot } = app;
  const problems: string[] = [];
  let page: Page;

  const lines = () => page.getByRole('region', { name: 'Lines of the file' });
  const funnel = () => page.getByRole('region', { name: 'Funnel' });

  /** Opens a part of the recipe, with its head focused. */
  async function openPart(id: string): Promise<void> {
    const head = page.locator(`[data-section=${id}]`);
    await press('Escape');
    for (let steps = 0; steps < 10; steps++) await press('Shift+S');
    for (let steps = 0; steps < 10; steps++) {
      if (await head.evaluate((part) => part === document.activeElement)) break;
      await press('s');
    }
    expect(await head.evaluate((part) => part === document.activeElement)).toBe(true);
    if ((await head.getAttribute('aria-expanded')) !== 'true') await press('Enter');
  }

  /** Chooses an option of a select by its keys. */
  async function select(field: RegExp, option: string): Promise<void> {
    await page.getByRole('button', { name: field }).focus();
    await press('Enter');
    const wanted = page.getByRole('option', { name: option });
    await wanted.waitFor();
    for (let steps = 0; steps < 12; steps++) {
      if (await wanted.evaluate((one) => one === document.activeElement)) break;
      await press('ArrowDown');
    }
    await press('Enter');
    await wanted.waitFor({ state: 'detached' });
  }

  async function fill(field: string, text: string): Promise<void> {
    await page.getByRole('textbox', { name: field }).focus();
    await press('Control+a');
    await page.keyboard.type(text);
    await press('Tab');
  }

  async function exportTo(name: string, count: number): Promise<void> {
    await press('Control+Enter');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).focus();
    await press('Control+a');
    await page.keyboard.type(name);
    await press('Enter');
    await page.getByText(`Exported ${count} lines`).waitFor();
  }

  beforeAll(async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      id: `i-${index}`,
      session: `s-${index}`,
      messages: [{ role: 'user', content: `Order ${index} of anna${index}@example.com, please.` }],
      output: `Order ${index} will ship.`,
      ...(index % 8 === 7 ? {} : { edit: `Order ${index} ships on day ${index}.` }),
    }));
    await flywheel('init', project);
    await flywheel('import', project, writeRows(rows));
    writeFileSync(
      join(folder, 'theirs.jsonl'),
      [
        {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello' },
          ],
        },
        { messages: [{ role: 'user', content: 'Hi' }] },
        {
          messages: [
            { role: 'robot', content: 'Hi' },
            { role: 'assistant', content: 'Hello' },
          ],
        },
      ]
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
    page = await serve();
    page.on('pageerror', (error) => problems.push(error.message));
    await goTo('/export');
    await lines().getByText('ships on day 0').first().waitFor();
  });

  afterAll(() => expect(problems).toEqual([]));

  it('shows what each rule leaves out, and the interaction behind every line', async () => {
    await funnel().getByText('Nobody edited the output.').waitFor();
    await funnel().getByText('−5', { exact: true }).waitFor();
    const source = page.getByRole('region', { name: 'Interaction of the line' });
    await source.getByText('i-0', { exact: true }).waitFor();
    await press('j', 'j');
    await source.getByText('i-2', { exact: true }).waitFor();
    await source.getByRole('region', { name: 'Input' }).getByText('anna2@example.com').waitFor();
    await press('k');
    await source.getByText('i-1', { exact: true }).waitFor();
    await expectAccessible(page, 'recipe');
    await shot('recipe');
  });

  it('redacts personal data, and says what it found', async () => {
    await openPart('privacy');
    await page.getByRole('checkbox', { name: 'E-mail addresses' }).focus();
    await press('Space');
    await lines().getByText('[EMAIL]').first().waitFor();
    const report = page.getByRole('region', { name: 'Personal data' });
    await report.getByText('rows redacted').waitFor();
    await page.getByRole('checkbox', { name: 'Names of a list' }).focus();
    await press('Space');
    await page.getByText('Write the names to find, one a line.').waitFor();
    await page.getByText('a field has to be mended first').waitFor();
    await expectAccessible(page, 'recipe with a field to mend');
    await page.getByRole('checkbox', { name: 'Names of a list' }).focus();
    await press('Space');
    await page.getByText('a field has to be mended first').waitFor({ state: 'detached' });
  });

  it('counts tokens in bars that the arrow keys go through', async () => {
    await openPart('tokens');
    await select(/Count tokens as/, 'o200k_base');
    await fill('Price of a million', '3');
    const report = page.getByRole('region', { name: 'Tokens', exact: true });
    await report.getByText('Cost').waitFor();
    await press('Escape', 'r');
    await report.locator('[data-bar="0"]').focus();
    await press('ArrowRight');
    await expect
      .poll(() => page.locator('[data-bar="1"]').evaluate((bar) => bar === document.activeElement))
      .toBe(true);
    await shot('reports');
    await expectAccessible(page, 'recipe with reports');
  });

  it('is saved in versions that are compared', async () => {
    await press('Control+s');
    await page.getByRole('dialog', { name: 'Save the recipe' }).waitFor();
    await page.keyboard.type('Mails');
    await press('Enter');
    await page.getByText('version 1', { exact: true }).waitFor();
    await openPart('split');
    await fill('Validation', '25');
    await page.getByText('changed', { exact: true }).waitFor();
    await press('Control+s');
    await page.getByText('version 2', { exact: true }).waitFor();
    await press('Escape', 'v');
    const dialog = page.getByRole('dialog', { name: 'Versions of Mails' });
    await dialog.getByText('The recipes are the same.').waitFor();
    await dialog.getByRole('option', { name: /Version 2/ }).focus();
    await press('ArrowDown');
    await dialog.getByText('validation', { exact: true }).waitFor();
    await shot('versions');
    await expectAccessible(page, 'versions of a recipe');
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('is exported, and its snapshots are verified, compared and frozen', async () => {
    await exportTo('first', 35);
    await openPart('split');
    await fill('Validation', '50');
    await page.getByText('changed', { exact: true }).waitFor();
    await exportTo('second', 35);
    await press('Escape', 'g', 'n');
    await page.getByRole('heading', { name: 'second.jsonl' }).waitFor();
    await press('j');
    await page.getByRole('heading', { name: 'first.jsonl' }).waitFor();
    await page.getByText('Mails, version 2').first().waitFor();
    await press('v');
    await page.getByText('Every file comes out the same, byte for byte.').waitFor();
    await press('c');
    await page.getByRole('dialog', { name: 'Compare with' }).waitFor();
    await press('1');
    await page.getByText('Moved from training to validation').waitFor();
    await press('n');
    await page.getByText(/^Row 2 of/).waitFor();
    await shot('comparison');
    await expectAccessible(page, 'comparison of snapshots');
    await press('Escape', 'k');
    await page.getByRole('heading', { name: 'second.jsonl' }).waitFor();
    await press('Shift+F');
    const question = page.getByRole('alertdialog', { name: 'Freeze the validation set for ever?' });
    await question.waitFor();
    await expectAccessible(page, 'freezing');
    await press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await page.getByText('frozen', { exact: true }).count()).toBe(0);
    await press('Shift+F');
    await question.getByRole('button', { name: 'Freeze for ever' }).focus();
    await press('Enter');
    await page.getByText('frozen', { exact: true }).first().waitFor();
    await expectAccessible(page, 'snapshots');
    await shot('snapshots');
    await press('o');
    await funnel().waitFor();
  });

  it('checks a file of somebody else by rule and line', async () => {
    await press('g', 'v');
    await page.getByText('Choose a file and the format that its reader expects.', { exact: false }).waitFor();
    await press('o');
    await typePath(page, join(folder, 'theirs.jsonl'));
    await page.getByText('2 would be refused.', { exact: false }).waitFor();
    const list = page.getByRole('region', { name: 'Problems by line' });
    await list.getByText('example_missing_assistant_message').waitFor();
    await list.getByText('unrecognized_role').waitFor();
    await expectAccessible(page, 'validation');
    await shot('validate');
    await press('Escape', 'f');
    await page.keyboard.type('trl-preference');
    await press('Enter');
    await page.getByText('3 would be refused.', { exact: false }).waitFor();
  });
});
