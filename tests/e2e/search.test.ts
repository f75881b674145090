import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningProgram, runProgram, startProgram } from '../support/run-program.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const artifacts = join(root, 'tests/.artifacts');
const cli = join(root, 'dist/main/cli.js');

const rows = Array.from({ length: 120 }, (_, index) => ({
  id: `row-${index}`,
  input: index % 3 === 0 ? 'Where is my refund? It is late.' : 'Please change the address of my order.',
  output: index % 4 === 0 ? 'Your refund is on its way.' : `The address of order ${index} is changed.`,
  ...(index % 2 === 0 ? { edit: `Sorry for the wait. Your request ${index} is done.` } : {}),
  model: index % 5 === 0 ? 'model large' : 'model-small',
  prompt_version: `v${index % 3}`,
  rating: (index % 5) + 1,
  action: index % 7 === 0 ? 'discarded' : 'accepted',
  time: new Date(Date.UTC(2026, 0, 1 + (index % 28))).toISOString(),
}));
const mapping = [
  'input',
  'output',
  'edit',
  'model',
  'prompt_version',
  'rating',
  'action',
  'created_at=time',
  'external_id=id',
];

describe('search by keys only', () => {
  const folder = makeTempFolder();
  const project = join(folder, 'search.flywheel');
  const environment = { ...process.env, FLYWHEEL_DATA: folder, HOME: folder, USERPROFILE: folder };
  let server: RunningProgram;
  let browser: Browser;
  let page: Page;
  let address: URL;

  async function flywheel(...args: readonly string[]) {
    const result = await runProgram(process.execPath, [cli, ...args, '--json'], { environment });
    return { code: result.code, answer: JSON.parse(result.stdout) };
  }

  async function goTo(path: string): Promise<void> {
    // An address that differs in nothing but its fragment would not be loaded anew.
    await page.goto('about:blank');
    await page.goto(`${address.origin}${path}${address.hash}`);
    await page.locator('[data-item]').waitFor();
  }

  const line = () => page.getByRole('combobox', { name: 'Search' });
  const total = async (count: number) =>
    page.getByRole('complementary', { name: 'List' }).getByText(`${count} interactions`).waitFor();
  const whereOf = () => new URL(page.url()).searchParams.getAll('where');

  beforeAll(async () => {
    mkdirSync(artifacts, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ annotator: 'Ada', theme: 'system' }));
    const file = join(folder, 'support mail.jsonl');
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    await flywheel('init', project);
    const maps = mapping.flatMap((entry) => ['--map', entry.includes('=') ? entry : `${entry}=${entry}`]);
    expect((await flywheel('import', project, file, ...maps)).answer).toMatchObject({
      imported: rows.length,
    });
    const { answer } = await flywheel('items', project, '--limit', '12');
    for (const [index, { id }] of answer.items.entries())
      await flywheel('label', project, id, `verdict=${index % 3 === 0 ? 'good' : 'bad'}`, '--as', 'Ada');
    server = startProgram(process.execPath, [cli, 'serve', project], { environment, limitMs: 600_000 });
    address = new URL((await server.line(/^http/)).trim());
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
    });
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    server?.child.kill('SIGTERM');
    await server?.ended;
  });

  it('answers on the command line with counts and facets', async () => {
    const { code, answer } = await flywheel(
      'search',
      project,
      'refund -input:late model:"model large"',
      '--limit',
      '2',
      '--facets',
    );
    expect(code).toBe(0);
    expect(answer).toMatchObject({ query: 'refund -input:late model="model large"', total: 4 });
    expect(answer.items).toHaveLength(2);
    const model = answer.facets.find(({ field }: { field: string }) => field === 'model');
    expect(model.values).toEqual([
      { value: 'model-small', name: 'model-small', count: 16, isChosen: false },
      { value: 'model large', name: 'model large', count: 4, isChosen: true },
    ]);
    expect(await flywheel('search', project, 'refund colour:red')).toMatchObject({
      code: 2,
      answer: { error: { message: expect.stringContaining('At character 8: There is no field "colour"') } },
    });
  });

  it('runs words, phrases and filters from one line, and keeps them in the address', async () => {
    await goTo('/review');
    await total(120);
    await page.keyboard.press('/');
    await page.keyboard.type('refund -late rating>=4');
    await page.keyboard.press('Enter');
    await total(8);
    expect(whereOf()).toEqual(['text~"refund"', '-text~"late"', 'signal.rating>=4']);
    // The focus has left the line: the keys are the list's again.
    const first = await page.locator('[data-item]').getAttribute('data-item');
    await page.keyboard.press('j');
    await page.locator(`[data-item]:not([data-item="${first}"])`).waitFor();
    await page.reload();
    await page.locator('[data-item]').waitFor();
    expect(await line().inputValue()).toBe('refund -late rating>=4');
  });

  it('completes fields and values, and closes with Escape', async () => {
    await goTo('/review');
    await page.keyboard.press('/');
    await page.keyboard.type('mod');
    await page.getByRole('option', { name: 'model', exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: 'model large' }).waitFor();
    expect(await line().inputValue()).toBe('model:');
    await page.keyboard.press('ArrowDown');
    await page.screenshot({ path: join(artifacts, 'search-completion.png') });
    await page.keyboard.press('Enter');
    expect(await line().inputValue()).toBe('model:"model large" ');
    await page.keyboard.type('label.verd');
    await page.getByRole('option', { name: 'label.verdict' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox', { name: 'Completions' }).waitFor({ state: 'detached' });
    expect(await line().evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('ict=bad');
    // Nothing is chosen of what is offered, so that Enter runs the query.
    await page.keyboard.press('Enter');
    await total(2);
    expect(whereOf()).toEqual(['model=model large', 'label.verdict=bad']);
  });

  it('says what is wrong with a query, and where', async () => {
    await goTo('/review');
    await page.keyboard.press('/');
    await page.keyboard.type('refund colour:red');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('At character 8: There is no field "colour"').waitFor();
    const selected = await line().evaluate((field) =>
      field instanceof HTMLInputElement
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : '',
    );
    expect(selected).toBe('colour:red');
    await expectAccessible(page, 'a query that cannot be read');
  });

  it('narrows by facets with the arrow keys, each counted without its own clause', async () => {
    await goTo('/review');
    await page.keyboard.press('Shift+F');
    const facets = page.getByRole('region', { name: 'Facets' });
    await facets.getByRole('option', { name: 'Yes 12' }).first().waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'option');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await total(108);
    expect(whereOf()).toEqual(['labelled=no']);
    expect(await line().inputValue()).toBe('labelled=no');
    await facets.getByRole('option', { name: 'Yes 12' }).first().waitFor();
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-facet-value'));
    expect(focused).toBe('labelled=no');
    const large = facets.getByRole('listbox', { name: 'Model' }).getByRole('option', { name: 'model large' });
    await large.press(' ');
    await total(21);
    expect(await large.getAttribute('aria-selected')).toBe('true');
    await large.press('Enter');
    await total(108);
    await expectAccessible(page, 'facets');
    await page.keyboard.press('Shift+F');
    await facets.waitFor({ state: 'detached' });
  });

  it('keeps a search as a view of the project, opens and deletes it', async () => {
    await goTo('/review?where=text~%22refund%22&where=edited%3Dyes');
    await page.keyboard.press('Shift+V');
    const dialog = page.getByRole('dialog', { name: 'Saved views' });
    await dialog.getByRole('textbox', { name: 'Save the search of now as' }).waitFor();
    await page.keyboard.type('Late refunds');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await goTo('/review');
    await total(120);
    await page.keyboard.press('Shift+V');
    await dialog.getByRole('button', { name: 'Late refunds refund edited=yes' }).waitFor();
    await expectAccessible(page, 'saved views');
    await page.screenshot({ path: join(artifacts, 'search-views.png') });
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(whereOf()).toEqual(['text~"refund"', 'edited=yes']);
    await page.keyboard.press('Shift+V');
    await dialog.getByRole('button', { name: 'Delete the view “Late refunds”' }).press('Enter');
    await dialog
      .getByRole('button', { name: 'Late refunds refund edited=yes' })
      .waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });

  for (const theme of ['light', 'dark'] as const)
    it(`looks right in the ${theme} theme at both sizes`, async () => {
      await page.emulateMedia({ colorScheme: theme });
      for (const [width, height] of [
        [1280, 800],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        await goTo('/review?where=text~%22refund%22');
        await page.keyboard.press('Shift+F');
        await page.getByRole('region', { name: 'Facets' }).getByRole('option').first().waitFor();
        await page.screenshot({ path: join(artifacts, `search-${width}-${theme}.png`) });
        expect(
          await page.getByRole('region', { name: 'Facets' }).getByRole('listbox').count(),
        ).toBeGreaterThan(6);
      }
    });
});
