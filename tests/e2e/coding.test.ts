import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

const rows = Array.from({ length: 60 }, (_, index) => ({
  id: `row-${index}`,
  input: `Where is order ${index}?`,
  output: `Order ${index} is on its way. It should be there soon, and we are sorry for the wait.`,
  edit: index % 3 === 0 ? `Order ${index} is on its way.` : undefined,
  prompt_version: index < 30 ? 'v1' : 'v2',
  time: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
}));

describe('open coding by keys only', () => {
  const { project, flywheel, writeRows, serve, goTo, press, shot } = createServedApp('coding', {
    annotator: 'Ada',
  });
  let page: Page;

  const tab = (name: string) => page.getByRole('button', { name, exact: true });
  const group = (name: string) =>
    page.getByRole('region', { name: 'Groups' }).getByRole('listitem').filter({ hasText: name });

  beforeAll(async () => {
    const file = writeRows(rows);
    await flywheel('init', project);
    await flywheel('import', project, file);
    page = await serve();
    page.setDefaultTimeout(20_000);
  });

  it('makes a random queue, and goes through it with a note on each', async () => {
    await goTo('/modes');
    await page.getByRole('heading', { name: 'Failure modes', level: 1 }).waitFor();
    await press('g', 'o');
    await page.getByRole('heading', { name: 'Open coding' }).waitFor();
    await page.getByText('There is no random queue yet.').waitFor();
    await page.getByText('Nothing is reviewed yet.').waitFor();
    await expectAccessible(page, 'open coding without notes');
    await press('n');
    await page.getByText('Made “Open coding”').waitFor();
    const seen = new Set<string>();
    for (const note of ['apologises too much', 'says sorry twice', 'no date', 'too vague', 'sorry again']) {
      await press('n');
      await page.locator('[data-item]').waitFor();
      seen.add((await page.locator('[data-item]').getAttribute('data-item')) ?? '');
      await page.getByRole('textbox', { name: 'Note' }).waitFor();
      await press('t');
      await page.locator('textarea:focus').waitFor();
      await page.keyboard.type(note);
      await press('Escape');
      await page.getByText('Saved', { exact: true }).waitFor();
      await press('g', 'o');
      await page.getByRole('option').filter({ hasText: note }).waitFor();
    }
    expect(seen.size).toBe(5);
  });

  it('puts notes into groups, the newest first, several at once, and takes it back', async () => {
    await tab('In no group (5)').waitFor();
    const options = page.getByRole('option');
    expect((await options.first().textContent()) ?? '').toContain('sorry again');
    // "sorry again" and "says sorry twice" are one.
    await press('x', 'j', 'j', 'j', 'Space');
    await page.getByText('2 selected').waitFor();
    await press('a');
    await page.keyboard.type('Apologises too much');
    await press('Enter');
    await tab('In no group (3)').waitFor();
    await group('Apologises too much').getByText('2 notes').waitFor();
    // The last of the rest, by typing a part of the group's name.
    await press('j', 'j', 'j', 'm');
    await page.getByRole('combobox', { name: 'Group' }).waitFor();
    await page.keyboard.type('apol');
    await press('Enter');
    await tab('In no group (2)').waitFor();
    await group('Apologises too much').getByText('3 notes').waitFor();
    await press('u');
    await tab('In no group (3)').waitFor();
    await press('Shift+U');
    await tab('In no group (2)').waitFor();
    await press('Shift+K', 'm');
    await page.getByRole('combobox', { name: 'Group' }).waitFor();
    await page.keyboard.type('Says no date');
    await press('Enter');
    await tab('In no group (0)').waitFor();
    await press('t');
    await tab('In a group (5)').waitFor();
    expect(await options.count()).toBe(5);
    await page.getByText('The last 5 reviewed interactions brought 2 new failure modes').waitFor();
    await expectAccessible(page, 'open coding with groups');
    await shot('groups');
    expect(await flywheel('items', project, '--where', 'mode=Says no date', '--limit', '9')).toBeDefined();
  });

  it('estimates how frequent a failure mode is among all', async () => {
    await goTo('/modes');
    await page
      .getByRole('row', { name: /Apologises too much/ })
      .first()
      .click();
    const estimate = page.getByRole('region', { name: 'Estimate' });
    await estimate.getByText('A random sample: 3 of 5 reviewed interactions have it.').waitFor();
    await estimate.getByText(/^60\.0 % \(/).waitFor();
    await shot('estimate');
  });

  it('says when a prompt version went live', async () => {
    await press('w');
    const dialog = page.getByRole('dialog', { name: 'Prompt versions' });
    await dialog.getByRole('row', { name: /v1/ }).getByText('As first seen').waitFor();
    await expectAccessible(page, 'prompt versions');
    await shot('prompt-versions');
    await dialog.getByRole('button', { name: 'Change v2' }).focus();
    await press('Enter');
    await page.getByRole('dialog', { name: 'Prompt version v2' }).waitFor();
    await page.keyboard.type('soon');
    await page.getByText('“soon” is not a time.').waitFor();
    await press('Control+A');
    await page.keyboard.type('2026-01-28');
    await press('Enter');
    const row = dialog.getByRole('row', { name: /v2/ });
    await row.getByText('Jan 28, 2026').waitFor();
    await press('Escape', 'u');
    await press('w');
    await row.getByText('As first seen').waitFor();
  });
});
