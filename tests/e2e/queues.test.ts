import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

const rows = Array.from({ length: 60 }, (_, index) => ({
  id: `row-${index}`,
  input: `Where is order ${index}?`,
  output: `Order ${index} is on its way. It should be there soon, and we are sorry for the wait.`,
  edit: `Order ${index} is on its way.`,
  model: index % 2 === 0 ? 'model-a' : 'model-b',
}));

describe('queues by keys only', () => {
  const { project, flywheel, writeRows, serve, goTo, press, shot } = createServedApp('queues', {
    annotator: 'Ada',
  });
  let page: Page;

  const open = async () => page.locator('[data-item]').getAttribute('data-item');
  const otherThan = async (id: string | null) => {
    await page.locator(`[data-item]:not([data-item="${id}"])`).waitFor();
    return open();
  };
  const pane = () => page.getByRole('complementary', { name: 'List' });
  const done = async (text: string) => pane().getByText(text, { exact: true }).waitFor();
  const totalOf = async (clause: string): Promise<number> =>
    (await flywheel('items', project, '--where', clause, '--limit', '1')).total;

  beforeAll(async () => {
    const file = writeRows(rows);
    await flywheel('init', project);
    await flywheel('import', project, file);
    const { items } = await flywheel('items', project, '--limit', '60');
    for (const { id } of items.slice(0, 10))
      await flywheel('label', project, id, 'verdict=bad', '--as', 'Ben');
    page = await serve();
  });

  it('makes a queue in a dialog', async () => {
    await goTo('/queues');
    await page.getByRole('heading', { name: 'No queues yet' }).waitFor();
    await expectAccessible(page, 'no queues');
    await press('n');
    await page.getByRole('dialog', { name: 'New queue' }).waitFor();
    await page.keyboard.type('Random eight');
    await press('Tab');
    await page.keyboard.type('model:model-a');
    await shot('dialog');
    await expectAccessible(page, 'new queue');
    // The order: Random is the fourth.
    await press('Escape', 'Tab', 'Tab');
    await page.keyboard.type('Rand');
    await page.getByText('A random order that the seed decides').waitFor();
    await press('Tab');
    await page.keyboard.type('8');
    await page.getByText('Blind', { exact: true }).waitFor();
    await page.getByRole('switch', { name: 'Blind' }).focus();
    await press('Space');
    await page.getByRole('textbox', { name: 'Limit' }).focus();
    await press('Enter');
    await page.getByRole('link', { name: 'Random eight' }).waitFor();
    await page.getByRole('cell', { name: '8', exact: true }).waitFor();
    await expectAccessible(page, 'queues');
    await shot('list');
    const { queues } = await flywheel('queue', project);
    expect(queues).toMatchObject([
      { name: 'Random eight', order: { by: 'random' }, limit: 8, blind: true, size: 8 },
    ]);
  });

  it('works through it in its order, with progress, and comes back to the first one not done', async () => {
    await page.keyboard.press('Enter');
    await page.locator('[data-item]').waitFor();
    await done('0 of 8 done');
    const { items } = await flywheel('queue', project, 'Random eight', '--annotator', 'Ada');
    const order: string[] = items.map(({ id }: { id: string }) => id);
    expect(new Set(order).size).toBe(8);
    expect(await open()).toBe(order[0]);
    await shot('review');
    await expectAccessible(page, 'review of a queue');
    await press('1');
    await done('1 of 8 done');
    await press('j');
    expect(await otherThan(order[0] ?? null)).toBe(order[1]);
    await press('2', 'j');
    expect(await otherThan(order[1] ?? null)).toBe(order[2]);
    await done('2 of 8 done');
    await press('j');
    expect(await otherThan(order[2] ?? null)).toBe(order[3]);
    await press('g', 'q');
    await page.getByRole('link', { name: 'Random eight' }).waitFor();
    await press('Enter');
    await page.locator('[data-item]').waitFor();
    expect(await open()).toBe(order[2]);
  });

  it('hides what others said until the answers are given', async () => {
    // Ben answered the first ten interactions; those of them in the queue come up sooner or later.
    const { items } = await flywheel('items', project, '--where', 'labelled_by=Ben', '--limit', '20');
    const { items: queued } = await flywheel('queue', project, 'Random eight', '--annotator', 'Ada');
    const ids = new Set(queued.map(({ id }: { id: string }) => id));
    const { queues } = await flywheel('queue', project);
    const shared = items.find(({ id }: { id: string }) => ids.has(id));
    const id = shared?.id ?? queued[4].id;
    if (shared === undefined) await flywheel('label', project, id, 'verdict=bad', '--as', 'Ben');
    await goTo(`/review/${id}?queue=${queues[0].id}`);
    await page.locator(`[data-item="${id}"]`).waitFor();
    await page.getByText('Blind', { exact: true }).first().waitFor();
    expect(await page.getByText('Other labels').count()).toBe(0);
    expect(await page.getByText('Ben').count()).toBe(0);
    await press('3');
    await page.getByText('Other labels').waitFor();
    await page.getByText('Ben').first().waitFor();
    await press('u');
    await page.getByText(/^Undone: Verdict/).waitFor();
    expect(await page.getByText('Other labels').count()).toBe(0);
  });

  it('skips with a reason by a number or by words, takes it back, and flags for the lead', async () => {
    const { queues } = await flywheel('queue', project);
    await goTo(`/review?queue=${queues[0].id}`);
    await page.locator('[data-item]').waitFor();
    const first = await open();
    await press('s');
    await page.getByRole('dialog', { name: 'Skip: why?' }).waitFor();
    await shot('skip');
    await expectAccessible(page, 'skip');
    await press('2');
    const second = await otherThan(first);
    await done('3 of 8 done');
    await pane().getByText('Skipped').waitFor();
    await press('u');
    await page.locator(`[data-item="${first}"]`).waitFor();
    await done('2 of 8 done');
    await pane().getByText('Skipped').waitFor({ state: 'detached' });
    await press('s');
    await page.getByRole('dialog', { name: 'Skip: why?' }).waitFor();
    await page.keyboard.type('Not ours');
    await press('Enter');
    await page.locator(`[data-item="${second}"]`).waitFor();
    await press('Shift+M');
    await page.getByRole('dialog', { name: 'Flag for the lead' }).waitFor();
    await page.keyboard.type('Is this a promise?');
    await shot('flag');
    await press('Enter');
    await page.getByRole('button', { name: 'Flagged by Ada: Is this a promise?' }).waitFor();
    expect(await totalOf('flagged=yes')).toBe(1);
  });

  it('says at the end what was done, what is left and what came since', async () => {
    for (let step = 0; step < 9; step++) {
      if ((await page.getByRole('heading', { name: /^(Done|End of the queue)/ }).count()) > 0) break;
      const before = await open();
      await press('1', 'j');
      await Promise.race([
        page.locator(`[data-item]:not([data-item="${before}"])`).waitFor(),
        page.getByRole('heading', { name: /^(Done|End of the queue)/ }).waitFor(),
      ]);
    }
    await page.getByRole('heading', { name: 'Done: Random eight' }).waitFor();
    await page.getByText('You have done all 8 interactions, 1 of them skipped.').waitFor();
    await shot('end');
    await expectAccessible(page, 'end of a queue');
    await press('Enter');
    await page.getByRole('link', { name: 'Random eight' }).waitFor();
    await page.getByText('8 of 8, 1 skipped').waitFor();
  });

  it('labels a selection after a preview, as one step that one undo takes back', async () => {
    await goTo('/review');
    await page.locator('[data-item]').waitFor();
    const before = await totalOf('labelled_by=Ada');
    await press('Shift+J', 'Shift+J', 'Shift+ArrowDown', 'Shift+ArrowUp');
    await pane().getByText('3 selected').waitFor();
    await shot('selected');
    await expectAccessible(page, 'a selection');
    await press('Shift+B');
    await page.getByRole('dialog', { name: 'Label 3 interactions' }).waitFor();
    await page.getByRole('group', { name: 'Answer: Verdict' }).waitFor();
    await press('2');
    await page.getByRole('button', { name: /^Label [123] interactions?/ }).waitFor();
    await shot('label-many');
    await expectAccessible(page, 'label a selection');
    await press('Escape');
    await press('ControlOrMeta+A');
    await pane().getByText('60 selected').waitFor();
    await press('Shift+B');
    await page.getByRole('dialog', { name: 'Label 60 interactions' }).waitFor();
    await press('1');
    await page.getByRole('button', { name: `Label ${60 - before} interactions` }).waitFor();
    await press('ControlOrMeta+Enter');
    await page.getByText(`Labelled ${60 - before} interactions.`).waitFor();
    expect(await totalOf('labelled_by=Ada')).toBe(60);
    await pane().getByText('60 labelled by me').waitFor();
    await press('u');
    await page.getByText(`Undone: Verdict on ${60 - before} interactions`).waitFor();
    expect(await totalOf('labelled_by=Ada')).toBe(before);
    await press('ControlOrMeta+Shift+Z');
    await page.getByText(`Redone: Verdict on ${60 - before} interactions`).waitFor();
    expect(await totalOf('labelled_by=Ada')).toBe(60);
    await press('u');
    await page.getByText(`Undone: Verdict on ${60 - before} interactions`).waitFor();
    await press('g', 'q');
    await page.getByRole('link', { name: 'Random eight' }).waitFor();
  });

  it('changes and deletes a queue', async () => {
    await press('e');
    await page.getByRole('dialog', { name: 'Change “Random eight”' }).waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Random few');
    await press('Enter');
    await page.getByRole('link', { name: 'Random few' }).waitFor();
    await press('x');
    await page.getByRole('alertdialog').waitFor();
    await press('Enter');
    await page.getByRole('heading', { name: 'No queues yet' }).waitFor();
    expect((await flywheel('queue', project)).queues).toEqual([]);
  });
});
