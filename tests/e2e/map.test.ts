import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

const words = ['river', 'garden', 'window', 'letter', 'market', 'winter', 'ticket', 'bridge'];
const actions = ['edited', 'copied', 'sent'];

/** Three ways in which outputs were changed, forty times each. */
const rows = Array.from({ length: 120 }, (_, index) => {
  const word = (step: number) => words[(index * step + step) % words.length];
  const [removed, added] = [
    ['utilize', 'use'],
    ['in order to', 'to'],
    ['miles', 'kilometres'],
  ][index % 3] ?? ['', ''];
  return {
    id: `row-${index}`,
    input: `Describe the ${word(3)}`,
    output: `The ${word(1)} and the ${word(5)} ${removed} the ${word(7)} by the ${word(3)}.`,
    edit: `The ${word(1)} and the ${word(5)} ${added} the ${word(7)} by the ${word(3)}.`,
    action: actions[index % 4],
    created_at: new Date(Date.UTC(2026, 8, 7 + (index % 20))).toISOString(),
  };
});

describe('the map of changes by keys', () => {
  const { project, flywheel, writeRows, serve, goTo, press, shot } = createServedApp('map', {
    annotator: 'Ada',
  });
  let page: Page;

  const map = () => page.getByRole('application', { name: 'Map of changes' });
  const selection = () => page.getByRole('region', { name: 'Selection' });
  const count = async (text: string) =>
    selection().getByRole('status').getByText(text, { exact: true }).waitFor();
  /** Colours of the picture beside its background. */
  const coloursOfPicture = async () =>
    page.evaluate(() => {
      const canvas = document.querySelector('canvas');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) return 0;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const found = new Set<number>();
      for (let at = 0; at < data.length; at += 4)
        found.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      return found.size - 1;
    });

  beforeAll(async () => {
    const file = writeRows(rows);
    await flywheel('init', project);
    await flywheel('import', project, file);
    page = await serve();
  });

  it('says what to do before there are clusters, and leads there', async () => {
    await goTo('/modes/map');
    await page.getByRole('heading', { name: 'There are no clusters yet' }).waitFor();
    await expectAccessible(page, 'map without clusters');
    await press('g', 'm');
    await page.getByRole('heading', { name: 'Failure modes', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cluster now' }).first().waitFor();
    await press('r');
    // The job ends; from then on there is a map.
    await expect
      .poll(
        async () => {
          await press('g', 'p');
          await page.waitForTimeout(500);
          return map().count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
  });

  it('shows every change, in words as well', async () => {
    await page.getByText('120 changes', { exact: true }).waitFor();
    await expect.poll(coloursOfPicture).toBeGreaterThan(3);
    expect(await map().getAttribute('aria-describedby')).toBe('map-description');
    expect(await page.locator('#map-description').textContent()).toContain('120 changes in 3 clusters');
    await expectAccessible(page, 'map');
  });

  it('goes from change to change and shows each', async () => {
    await map().focus();
    await press('n', 'ArrowRight', 'ArrowDown');
    const card = map().getByRole('status');
    await card.locator('del').waitFor();
    expect(await card.locator('del').textContent()).toMatch(/utilize|in order|miles/);
    await shot('cursor');
  });

  it('selects one change, its group, and nothing', async () => {
    await count('Nothing selected');
    await press('Space');
    await count('1 change selected');
    await press('a');
    await count('40 changes selected');
    await selection().getByRole('list', { name: 'Selected changes' }).getByRole('link').first().waitFor();
    await expectAccessible(page, 'selected group');
    await shot('selected');
    await press('j', 'j', 'k');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-listed'))).toBe('0');
    await map().focus();
    await press('Escape');
    await count('Nothing selected');
  });

  it('colours by failure mode, action and week, and leaves groups out', async () => {
    const legend = page.getByRole('region', { name: 'Legend' });
    await press('c');
    await legend.getByRole('button', { name: /^No failure mode/ }).waitFor();
    await press('c');
    await legend.getByRole('button', { name: /^copied/ }).waitFor();
    await press('c');
    await legend.getByRole('button', { name: /^2026-W38/ }).waitFor();
    await expectAccessible(page, 'map by week');
    await press('c');
    const before = await coloursOfPicture();
    await legend.getByRole('button', { pressed: true }).first().focus();
    await press('Space');
    await legend.locator('[aria-pressed=false]').waitFor();
    await expect.poll(coloursOfPicture).not.toBe(before);
    await press('Space');
  });

  it('makes a group of the table examples of a new failure mode, and takes that back', async () => {
    await press('t');
    const table = page.getByRole('table', { name: 'Changes by cluster' });
    await table.waitFor();
    await expectAccessible(page, 'table');
    await press('n', 'Enter');
    await count('40 changes selected');
    await shot('table');
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await press('m');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Wordy');
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('c');
    const wordy = page.getByRole('table').getByRole('row', { name: /Wordy/ });
    await wordy.getByRole('cell', { name: '40', exact: true }).waitFor();
    await press('u');
    await wordy.getByRole('cell', { name: '40', exact: true }).waitFor({ state: 'detached' });
  });

  it('selects by a line that the pointer draws', async () => {
    await press('t', 'Escape', '0', 's');
    const box = await map().boundingBox();
    if (box === null) throw new Error('There is no map.');
    const corners = [
      [2, 2],
      [box.width - 2, 2],
      [box.width - 2, box.height - 2],
      [2, box.height - 2],
    ] as const;
    await page.mouse.move(box.x + 2, box.y + 2);
    await page.mouse.down();
    for (const [x, y] of corners) await page.mouse.move(box.x + x, box.y + y);
    await page.mouse.up();
    await count('120 changes selected');
  });

  it('opens a change in the review', async () => {
    await press('Escape', 'Escape');
    await map().focus();
    await press('ArrowRight');
    await map().getByRole('status').locator('del').waitFor();
    await press('Enter');
    await page.locator('[data-item]').waitFor();
    expect(page.url()).toContain('/review/');
  });
});
