import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type RunningLoopback, startLoopback } from '../support/start-loopback.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

/**
 * A person's first half hour without the review: create a project, import a file of outputs and edits, look at the
 * rejects, import it again, export, take the import back. From the keyboard, in a real Chromium.
 */
const goodRows = 60;
const folder = makeTempFolder();
const dataFile = join(folder, 'pairs.jsonl');
const exportFile = join(folder, 'home', 'pairs chat.jsonl');

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
  writeFileSync(dataFile, pairs());
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
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('from the first start to an export', () => {
  step('the welcome screen asks for nothing and creates a project', async () => {
    await page.getByRole('heading', { name: 'Flywheel', level: 1 }).waitFor();
    await expectAccessible(page, 'welcome');
    await page.keyboard.press('Alt+n');
    await page.getByRole('dialog', { name: 'New project' }).waitFor();
    await page.keyboard.type('Writing pairs');
    await page.getByText(join(folder, 'home', 'Writing pairs.flywheel')).waitFor();
    await expectAccessible(page, 'new project');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Project Writing pairs' }).waitFor();
    await page.getByRole('heading', { name: 'Drop a file anywhere in this window' }).waitFor();
    await expectAccessible(page, 'import, empty');
  });

  step('the import shows where every column goes, with real values, before anything is stored', async () => {
    await page.keyboard.press('o');
    await page.getByRole('dialog', { name: 'Choose files to import' }).waitFor();
    await page.getByLabel(/^Path/).fill(folder);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /pairs\.jsonl/ }).waitFor();
    await expectAccessible(page, 'file dialog');
    await page.getByLabel(/^Path/).fill(dataFile);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Import pairs.jsonl' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Path for Output' }).inputValue()).toBe('ai_output');
    expect(await page.getByRole('combobox', { name: 'Path for Edit', exact: true }).inputValue()).toBe(
      'human_edit',
    );
    await page
      .getByRole('region', { name: /first rows/ })
      .getByText('The edit of number 0')
      .waitFor();
    await page.getByText(`${goodRows} would be imported, 2 rejected. Nothing is stored yet.`).waitFor();
    await page.getByText('Kept as metadata:').waitFor();
    await expectAccessible(page, 'mapping');

    await page.getByRole('combobox', { name: 'Path for Session' }).fill('about.chapter');
    await page.keyboard.press('Tab');
    await page
      .getByRole('row', { name: /^Session/ })
      .getByText('chapter 0')
      .waitFor();
    await page.getByRole('combobox', { name: 'Path for Session' }).fill('about[');
    await page.getByText('"about[" is not a path', { exact: false }).first().waitFor();
    await page.getByRole('combobox', { name: 'Path for Session' }).fill('about.chapter');
    await page.keyboard.press('Tab');
  });

  step('the good rows arrive, the others are listed with line, reason and raw text', async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByText(`62 rows read: ${goodRows} imported, 0 duplicates left out, 2 rejected.`).waitFor();
    await expectAccessible(page, 'import, done');
    await page.getByRole('button', { name: 'See 2 rejects' }).click();
    await page.getByRole('heading', { name: 'Rejected rows of pairs.jsonl' }).waitFor();
    await page.getByRole('button', { name: /Line 11.*Invalid JSON/ }).waitFor();
    await page.getByRole('button', { name: /Line 31.*No output/ }).waitFor();
    await expectAccessible(page, 'rejects');
    await page.getByRole('button', { name: 'Write to a file…' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/Wrote 2 rejected rows to/).waitFor();
    const written = readFileSync(join(folder, 'home', 'pairs.jsonl rejects.jsonl'), 'utf8');
    expect(written.trim().split('\n')).toHaveLength(2);
    expect(written).toContain('cut off here');
  });

  step('the same file again brings nothing, and the screen says so', async () => {
    await page.keyboard.press('Alt+2');
    await importDataFile();
    await page
      .getByText(`All ${goodRows} rows were in the project already. Nothing was added.`, { exact: false })
      .waitFor();
  });

  step('the export shows the real lines and writes the files of its manifest', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: 'Export', level: 1 }).waitFor();
    await page
      .getByRole('region', { name: 'Lines of the file' })
      .getByText('The edit of number 0')
      .first()
      .waitFor();
    await expectAccessible(page, 'export');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('pairs chat');
    await page.keyboard.press('Enter');
    await page.getByText(`Exported ${goodRows} lines`).waitFor();
    await expectAccessible(page, 'export, done');
    const sha256 = createHash('sha256').update(readFileSync(exportFile)).digest('hex');
    await page.getByText(sha256).first().waitFor();
    const written = [exportFile, exportFile.replace('.jsonl', '.validation.jsonl')].map(lineCount);
    expect(written.reduce((sum, lines) => sum + lines, 0)).toBe(goodRows);
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'pairs chat.jsonl' }).waitFor();
    await page.getByText(sha256).first().waitFor();
    await expectAccessible(page, 'snapshots');
  });

  step('an import is taken back, and with people’s labels only when they insist', async () => {
    await page.keyboard.press('Alt+1');
    await page.getByText(`${goodRows} interactions`).first().waitFor();
    await page.getByText('Verdict', { exact: true }).first().waitFor();
    await page.keyboard.press('1');
    await page.getByText('1 labelled by me').waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByRole('button', { name: 'Undo the import of pairs.jsonl' }).last().click();
    await page.getByRole('button', { name: 'Undo the import', exact: true }).click();
    await page.getByRole('button', { name: 'Undo it with the labels and edits' }).waitFor();
    await expectAccessible(page, 'undo of an import');
    await page.getByRole('button', { name: 'Undo it with the labels and edits' }).click();
    await page.getByText(`Took back pairs.jsonl: ${goodRows} interactions`, { exact: false }).waitFor();
    await page.keyboard.press('Alt+3');
    await page.getByText('No interaction makes a line with this recipe.', { exact: false }).waitFor();
  });

  step('every key and command is listed, and the settings hold', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Export to a file').waitFor();
    await expectAccessible(page, 'keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('settings');
    await page.getByRole('menuitem', { name: /Settings/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await expectAccessible(page, 'settings');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('dialog', { name: 'Annotator' }).getByLabel('Name').fill('Ada Vrba');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Annotator: Ada Vrba/ }).waitFor();
    await page.getByText('Dark', { exact: true }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await page.reload();
    await page.locator('html[data-theme=dark]').waitFor();
    await page.getByRole('button', { name: /Annotator: Ada Vrba/ }).waitFor();
    await page.getByText('Like the system', { exact: true }).click();
  });

  step('without a project every address leads to the welcome screen', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('close the project');
    await page.getByRole('menuitem', { name: /Close the project/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Recent projects' }).waitFor();
    await page.goto(new URL('/export', page.url()).href);
    await page.getByRole('heading', { name: 'Recent projects' }).waitFor();
    await dropFile('tickets.csv', 'id;answer;edited\n1;Here.;There.\n');
    await page.getByText('tickets.csv is ready to import').waitFor();
    await expectAccessible(page, 'welcome with a dropped file');
    await page.getByRole('button', { name: /Writing pairs/ }).click();
    await page.getByRole('button', { name: 'Project Writing pairs' }).waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByRole('heading', { name: 'Import tickets.csv' }).waitFor();
    await page.getByText('Delimiter: semicolon').waitFor();
  });

  step('a dropped project is not opened as a copy', async () => {
    await dropFile('other.flywheel', 'SQLite format 3');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('would be a copy of it', { exact: false }).waitFor();
  });

  step('nothing failed unseen', async () => {
    expect(problems).toEqual([]);
  });
});

async function importDataFile(): Promise<void> {
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  await page.keyboard.press('o');
  await page.getByRole('dialog').waitFor();
  await page.getByLabel(/^Path/).fill(dataFile);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /first rows/ }).waitFor();
  await page.getByRole('combobox', { name: 'Path for Session' }).fill('about.chapter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
}

async function dropFile(name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('h1', 'drop', { dataTransfer: transfer });
}

function lineCount(path: string): number {
  return readFileSync(path, 'utf8').split('\n').length - 1;
}

/** Rows in the form of a study of edited outputs: made up, with one line cut off and one without an output. */
function pairs(): string {
  const lines = Array.from({ length: goodRows }, (_, index) =>
    JSON.stringify({
      id: `pair-${index}`,
      instruction: `Describe scene number ${index} in one sentence.`,
      ai_output: `The output of number ${index} was a study in unspoken harmony, a silent dance of shared glances.`,
      human_edit: `The edit of number ${index} was quiet. They looked at each other.`,
      model: index % 3 === 0 ? 'small' : 'large',
      editor: `W${index % 2}`,
      about: { chapter: `chapter ${index % 30}` },
      genre: 'fiction',
    }),
  );
  lines.splice(10, 0, '{"id": "broken", "ai_output": "cut off here');
  lines.splice(30, 0, JSON.stringify({ id: 'empty', instruction: 'Describe nothing.', ai_output: null }));
  return `${lines.join('\n')}\n`;
}
