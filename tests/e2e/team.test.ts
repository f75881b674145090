import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mappingSchema } from '../../shared/contract/import-operations.ts';
import type { Mapping } from '../../shared/domain/mapping/mapping.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningLoopback, startLoopback } from '../support/start-loopback.ts';
import { addTeam, importInto, makeProjectFile } from '../support/team-project.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

/** A lead looks at who labelled what and how far they agree, down to the items: by keys only, in a real Chromium. */
const problems: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

interface Opened {
  readonly page: Page;
  readonly goTo: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function open(name: string, fill: Parameters<typeof makeProjectFile>[2]): Promise<Opened> {
  const folder = makeTempFolder();
  const host: RunningLoopback = await startLoopback(folder, await makeProjectFile(folder, name, fill));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) problems.push(message.text());
  });
  const address = new URL(host.address);
  return {
    page,
    async goTo(path) {
      // An address that differs in nothing but its fragment would not be loaded anew.
      await page.goto('about:blank');
      await page.goto(`${address.origin}${path}${address.hash}`);
    },
    async close() {
      await context.close();
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The cells of a row of figures. */
async function figure(page: Page, table: string, name: string): Promise<string[]> {
  const row = page.getByRole('table', { name: table }).getByRole('row', { name: new RegExp(`^${name}`) });
  return row.getByRole('cell').allTextContents();
}

const query = (page: Page) => new URL(page.url()).searchParams;
const focused = async (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('annotators and their agreement', () => {
  let opened: Opened;
  let page: Page;
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
    opened = await open('Team', ({ database }) => addTeam(database));
    page = opened.page;
    await opened.goTo('/review');
    await page.locator('[data-item]').waitFor();
  });

  afterAll(async () => opened?.close());

  step('tells how much and how fast each annotator worked, beside everyone', async () => {
    await press(page, 'g', 't');
    await page.getByRole('heading', { name: 'Annotators', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Ana' }).waitFor();
    await page.getByText('items an hour; 11 items in 2 min').waitFor();
    const good = page.getByRole('table', { name: /^Verdict/ }).getByRole('row', { name: /^Good/ });
    await good.waitFor();
    await expect
      .poll(async () => good.getByRole('cell').allTextContents())
      .toEqual(['50.0 % (25.4 to 74.6), n 6 of 12', '37.9 % (22.7 to 56.0), n 11 of 29']);
    const gold = page.getByRole('table', { name: 'Gold items' });
    expect(await gold.getByRole('cell').allTextContents()).toEqual(['50.0 % (15.0 to 85.0), n 2 of 4']);
    await expectAccessible(page, 'annotators');
  });

  step('goes from annotator to annotator, and keeps the place in the address', async () => {
    await press(page, 'j', 'j');
    await page.getByRole('heading', { name: 'Cy' }).waitFor();
    expect(query(page).get('annotator')).toBe('Cy');
    await page.getByText('All that is theirs was imported', { exact: false }).waitFor();
    await opened.goTo('/team?annotator=Bo');
    await page.getByRole('heading', { name: 'Bo' }).waitFor();
    await press(page, 'k');
    await page.getByRole('heading', { name: 'Ana' }).waitFor();
    await opened.goTo('/team?annotator=Zoe');
    await page.getByText('There is no annotator “Zoe”', { exact: false }).waitFor();
  });

  step('opens what an annotator labelled', async () => {
    await opened.goTo('/team?annotator=Cy');
    await page.getByRole('heading', { name: 'Cy' }).waitFor();
    await press(page, 'o');
    await page.getByText('1 of 7').waitFor();
    expect(query(page).getAll('where')).toEqual(['labelled_by=Cy']);
  });

  step('measures agreement by question, with intervals and n', async () => {
    await press(page, 'g', 'a');
    await page.getByRole('heading', { name: 'Agreement', level: 1 }).waitFor();
    await expect
      .poll(async () => figure(page, 'Agreement of all', 'Fleiss’ kappa'), { timeout: 20_000 })
      .toEqual([
        '0.559',
        expect.stringMatching(/^\d\.\d{3} to \d\.\d{3}$/),
        '7 with 3 labels',
        expect.anything(),
      ]);
    expect((await figure(page, 'Agreement of all', 'Percent')).slice(0, 1)).toEqual(['70.0 %']);
    await page.getByText('10 items with labels of two or more, 27 labels, 3 annotators').waitFor();
    await expectAccessible(page, 'agreement');
    await press(page, 'j');
    await page.getByRole('row', { name: /^Krippendorff’s alpha, ordinal/ }).waitFor();
    await press(page, 'l');
    await page.getByRole('row', { name: /^Krippendorff’s alpha, interval/ }).waitFor();
    expect(query(page).get('level')).toBe('interval');
    await press(page, 'k');
    await page.getByRole('row', { name: /^Krippendorff’s alpha, nominal/ }).waitFor();
    expect(query(page).get('level')).toBeNull();
  });

  step('goes from a pair to a cell of its matrix, and to the items behind it', async () => {
    await page.getByRole('grid', { name: 'Cohen’s kappa of each pair' }).waitFor();
    await press(page, 'p');
    await expect.poll(async () => focused(page), { timeout: 10_000 }).toMatch(/^Ana and Bo: 0\.54 .*, n 10$/);
    await press(page, 'ArrowDown', 'ArrowRight');
    await expect.poll(async () => focused(page), { timeout: 10_000 }).toMatch(/^Bo and Cy/);
    await press(page, 'ArrowLeft', 'ArrowUp', 'Enter');
    const matrix = page.getByRole('grid', { name: 'Confusion matrix' });
    await matrix.waitFor();
    expect(query(page).get('pair')).toBe('Ana,Bo');
    await press(page, 'c', 'End', 'Enter');
    await page.getByText('Ana: Good. Bo: Bad. 2 items').waitFor();
    await expectAccessible(page, 'items of a cell');
    await press(page, 'i');
    await expect.poll(async () => focused(page), { timeout: 10_000 }).toContain('Output 2');
    await press(page, 'ArrowDown', 'Enter');
    await page.getByText('2 of 2').waitFor();
    expect(query(page).getAll('where')).toEqual(['label.verdict@Ana=good', 'label.verdict@Bo=bad']);
  });

  step('comes back to the same cell, and opens all of it', async () => {
    await page.goBack();
    await page.getByText('Ana: Good. Bo: Bad. 2 items').waitFor();
    await press(page, 'o');
    await page.getByText('1 of 2').waitFor();
    await opened.goTo('/agreement?question=verdict&pair=Ana,Bo&first=%22good%22&second=%22bad%22');
    await page.getByText('Ana: Good. Bo: Bad. 2 items').waitFor();
  });

  step('says what an address asks for in vain', async () => {
    await opened.goTo('/agreement?question=verdict&pair=Ana,Zoe');
    await page.getByText('There is no annotator "Zoe"', { exact: false }).waitFor();
    await opened.goTo('/agreement?question=tone');
    await page.getByText('Nobody has answered "tone"', { exact: false }).waitFor();
  });

  step('measures labels on parts of outputs', async () => {
    await opened.goTo('/agreement?question=rating');
    await page.getByRole('row', { name: /^Krippendorff’s alpha, ordinal/ }).waitFor();
    await press(page, 'j');
    const row = page.getByRole('table', { name: 'Pairs' }).getByRole('row', { name: /^Ana and Lead/ });
    await row.waitFor();
    expect((await row.getByRole('cell').allTextContents()).slice(-4)).toEqual([
      '0.500',
      '1.000',
      '0.500',
      '1.000',
    ]);
    expect(query(page).get('parts')).toBe('yes');
    await expectAccessible(page, 'labels on parts');
  });

  step('nothing failed unseen', async () => {
    expect(problems).toEqual([]);
  });
});

describe('without anybody to compare', () => {
  test('says what to do', async () => {
    const opened = await open('Empty', () => undefined);
    const { page } = opened;
    await opened.goTo('/team');
    await page.getByRole('heading', { name: 'Nobody has labelled yet' }).waitFor();
    await expectAccessible(page, 'no annotators');
    await press(page, 'g', 'a');
    await page.getByRole('heading', { name: 'No labels to compare yet' }).waitFor();
    await expectAccessible(page, 'no labels');
    await opened.close();
  });
});

describe('agreement of real annotators', () => {
  const data = resolve(import.meta.dirname, '../../../shared/data/pandalm/testset-v1.json');
  const isThere = existsSync(data);
  const name = 'PandaLM: the published kappas are on the screen';

  test.skipIf(!isThere)(
    isThere ? name : `${name} (skipped: ../shared/data/pandalm is not there)`,
    async () => {
      const mapping = join(import.meta.dirname, '../data/mappings/pandalm.json');
      const parsed = mappingSchema.parse(JSON.parse(readFileSync(mapping, 'utf8'))) as Mapping;
      const opened = await open('PandaLM', async (project) => importInto(project, data, parsed));
      const { page } = opened;
      await opened.goTo('/agreement?question=better&pair=annotator1,annotator2');
      const pairs = page.getByRole('grid', { name: 'Cohen’s kappa of each pair' });
      await pairs.waitFor();
      const shown = await pairs.getByRole('button').allTextContents();
      expect(shown.map((text) => /^(.+): (\S+) .*, n 999$/.exec(text)?.slice(1))).toEqual([
        ['annotator1 and annotator2', '0.85'],
        ['annotator1 and annotator3', '0.88'],
        ['annotator2 and annotator3', '0.86'],
      ]);
      expect((await figure(page, 'Agreement of all', 'Fleiss')).slice(0, 1)).toEqual(['0.864']);
      await page.getByRole('grid', { name: 'Confusion matrix' }).waitFor();
      await opened.close();
    },
  );
});
