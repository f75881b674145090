import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

const things = ['lamp', 'kettle', 'bicycle', 'garden chair', 'radio'];

/** More of the first things than of the last. */
const rows = things.flatMap((thing, at) =>
  Array.from({ length: 20 - 4 * at }, (_, index) => ({
    id: `${at}-${index}`,
    input: `How do I repair the ${thing} that I bought in shop ${index}? It fell from the table yesterday.`,
    output: `We are sorry. Please send us the ${thing}, and we will look at it.`,
    edit: `Please send us the ${thing}.`,
    prompt_version: index % 2 === 0 ? 'v1' : 'v2',
  })),
);

describe('few-shot examples by keys only', () => {
  const { project, folder, flywheel, writeRows, serve, goTo, press, shot } = createServedApp('few-shot', {
    annotator: 'Ada',
  });
  let page: Page;
  const entries = () => page.getByRole('listbox', { name: 'Chosen examples' }).getByRole('option');
  const opened = (title: string) => page.getByRole('region', { name: title });

  beforeAll(async () => {
    const file = writeRows(rows);
    await flywheel('init', project);
    await flywheel('import', project, file);
    const { items } = await flywheel('items', project, '--limit', '1');
    const apology = ['--span', '0-14', '--added', '', '--failure-mode', 'Apologises too much'];
    await flywheel('label', project, items[0].id, ...apology, '--as', 'Ada');
    await flywheel('cluster', project);
    page = await serve();
    page.setDefaultTimeout(20_000);
  });

  it('are chosen and explained, each with what would be missing without it', async () => {
    await goTo('/review');
    await page.locator('[data-item]').waitFor();
    await press('g', 'f');
    await page.getByRole('heading', { name: 'Few-shot examples' }).waitFor();
    await page.getByText('Nothing is chosen yet').waitFor();
    await expectAccessible(page, 'few-shot before a choice');
    await shot('empty');
    await press('Control+Enter');
    await page.getByText('These are the examples for the options as they are.').waitFor();
    // One of each thing: the number of the shop makes no other question of it.
    expect(await entries().count()).toBe(5);
    await page.getByText('No further example within the budget covers anything better.').waitFor();
    await opened('Why it is here').getByText('Quality 0.65, of an edit.').waitFor();
    await opened('Without it').getByText('of coverage would be lost').waitFor();
    const example = opened('The example');
    const before = await example.textContent();
    await press('j');
    await expect.poll(async () => example.textContent()).not.toBe(before);
    await press('k');
    await expect.poll(async () => example.textContent()).toBe(before);
    await expectAccessible(page, 'few-shot with examples');
    await shot('chosen');
  });

  it('begin with counter-examples where some are asked for', async () => {
    const counters = page.getByRole('textbox', { name: 'Counter-examples' });
    await counters.focus();
    await press('Control+A');
    await page.keyboard.type('1');
    await press('Tab');
    await page.getByText('The options changed since these were chosen.').waitFor();
    await press('Control+Enter');
    await page.getByText('These are the examples for the options as they are.').waitFor();
    await entries().first().getByText('Counter-example').waitFor();
    await opened('The counter-example').getByText('We are sorry.').waitFor();
    await opened('Why it is here').getByText('Shows “Apologises too much”').waitFor();
    await shot('counter');
  });

  it('are kept, made live, and compared with what is chosen next', async () => {
    await press('Escape', 's');
    const dialog = page.getByRole('dialog', { name: 'Keep this set' });
    await dialog.waitFor();
    await page.keyboard.type('Spring');
    await press('Tab', 'Enter');
    await page.getByRole('option', { name: 'Yes, of all prompt versions' }).waitFor();
    await press('ArrowDown', 'Enter');
    await expectAccessible(page, 'keeping a few-shot set');
    await press('Shift+Tab', 'Enter');
    await page.getByText('Kept “Spring”; it is live now').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await opened('Kept sets').getByText('Live', { exact: true }).waitFor();

    await page.getByRole('textbox', { name: 'Examples at most' }).focus();
    await press('Control+A');
    await page.keyboard.type('3');
    await press('Tab');
    await page.getByText('The options changed since these were chosen.').waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Beside “Spring”' }).waitFor();
    await opened('Beside “Spring”').getByText('Out').first().waitFor();
    expect(await entries().count()).toBe(4);
    await expectAccessible(page, 'few-shot beside the live set');
    await shot('compared');
  });

  it('are written to a file as the format has them', async () => {
    await press('Escape', 'w');
    await page.getByRole('dialog', { name: 'Where to write the examples' }).waitFor();
    await page.getByRole('textbox', { name: /^Path/u }).focus();
    await press('Control+A');
    const out = join(folder, 'examples.txt');
    await page.keyboard.type(out);
    await press('Enter');
    await page.locator('input[value="examples.txt"]:focus').waitFor();
    await press('Enter');
    await page.getByText(`Wrote ${out}`).waitFor();
    const text = readFileSync(out, 'utf8');
    expect(text.match(/<example>/gu)).toHaveLength(4);
    expect(text).toContain('<why_bad>\nApologises too much\n</why_bad>');
  });

  it('lead to their interaction, and stay as they were', async () => {
    await press('j', 'o');
    await page.locator('[data-item]').waitFor();
    await press('g', 'f');
    await page.getByText('These are the examples for the options as they are.').waitFor();
    expect(await entries().nth(1).getAttribute('aria-selected')).toBe('true');
  });
});
