import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

describe('personal data and tokens of an export, by keys only', () => {
  const { project, flywheel, writeRows, serve, goTo, press, shot } = createServedApp('privacy', {
    annotator: 'Lead',
  });
  let page: Page;

  /** Opens a part of the recipe. */
  async function open(part: string): Promise<void> {
    await press('Escape');
    const trigger = page.locator(`[data-section=${part}]`);
    for (let steps = 0; steps < 10 && !(await trigger.evaluate((one) => one.matches(':focus'))); steps++)
      await press('s');
    await press('Enter');
  }

  /** Goes on by Tab to what has this name. */
  async function tabTo(name: string | RegExp): Promise<void> {
    const named = page.getByLabel(name).or(page.getByRole('button', { name })).first();
    await named.waitFor();
    for (let steps = 0; steps < 40; steps++) {
      if (await named.evaluate((one) => one.matches(':focus, :has(:focus)'))) return;
      await press('Tab');
    }
    throw new Error(`Tab does not lead to ${String(name)}.`);
  }

  beforeAll(async () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({
      messages: [{ role: 'user', content: `Where is order ${index}? Write to client${index}@example.com.` }],
      output: `It will ship to you soon, client ${index}. Call +49 30 12345${10 + index} for more.`,
      edit: `It ships tomorrow. ${'Thank you. '.repeat(index)}`,
    }));
    const file = writeRows(rows);
    await flywheel('init', project);
    await flywheel('import', project, file);
    page = await serve();
    await goTo('/export');
    await page.getByText('client0@example.com').first().waitFor();
  });

  it('redacts what is chosen, and the lines show it', async () => {
    await open('privacy');
    await tabTo('E-mail addresses');
    await press('Space');
    await page.getByText('Write to [EMAIL].').first().waitFor();
  });

  it('shows findings by lot, for yes and no by keys', async () => {
    await press('Escape', 'p');
    const dialog = page.getByRole('dialog', { name: 'Are these findings right?' });
    const found = dialog.locator('mark');
    await found.waitFor();
    const first = await found.textContent();
    expect(first).toMatch(/^client\d+@example\.com$/u);
    await expectAccessible(page, 'findings of personal data');
    await shot('findings');
    await press('y', 'n', 'u', 'y');
    await dialog.getByText('2 of 12: 2 right, 0 wrong', { exact: false }).waitFor();
    for (let said = 2; said < 12; said++) await press('y');
    await dialog.getByText('all 12 findings looked at', { exact: false }).waitFor();
    await shot('findings-end');
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const report = page.getByRole('region', { name: 'Personal data' });
    await report.getByText('100 % (76 % to 100 %), n = 12').waitFor();
    await press('p');
    expect(await found.textContent()).toBe(first);
    await dialog.getByText('Before: 12 right, 0 wrong', { exact: false }).waitFor();
    await press('Escape');
  });

  it('counts tokens, and lists rows with too many as an error', async () => {
    await open('tokens');
    await tabTo(/Count tokens as/u);
    await press('Enter');
    await page.getByRole('option', { name: /o200k_base/u }).waitFor();
    await press('ArrowDown', 'Enter');
    await page.getByText('Rows by tokens (o200k_base)').first().waitFor();
    await tabTo('Most tokens of a row');
    await page.keyboard.type('50');
    await press('Tab');
    await page.getByText('A row has more than 50 tokens. It is left out.').first().waitFor();
    await expectAccessible(page, 'reports of personal data and tokens');
    await shot('reports');
  });
});
