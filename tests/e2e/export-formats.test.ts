import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

const root = resolve(import.meta.dirname, '../..');
const artifacts = join(root, 'tests/.artifacts');

describe('formats of the export screen, by keys only', () => {
  const { project, flywheel, writeRows, serve, goTo } = createServedApp('export-formats', {
    annotator: 'Lead',
  });
  let page: Page;

  /** Moves down the formats to one. */
  async function choose(name: string): Promise<void> {
    const wanted = page.locator('label', { has: page.getByText(name, { exact: true }) }).getByRole('radio');
    await page.locator('input[type=radio]:checked').focus();
    for (let steps = 0; steps < 60 && !(await wanted.isChecked()); steps++)
      await page.keyboard.press('ArrowDown');
    expect(await wanted.isChecked()).toBe(true);
  }

  beforeAll(async () => {
    const rows = ['first', 'second'].map((name) => ({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: `Where is the ${name} order?` },
        { role: 'assistant', content: 'Which number?' },
        { role: 'user', content: `It is the ${name}.` },
      ],
      output: 'It will ship.',
      edit: 'It ships tomorrow.',
    }));
    const file = writeRows(rows);
    await flywheel('init', project);
    await flywheel('import', project, file);
    page = await serve();
    await goTo('/export');
    await page.getByText('Chat (OpenAI)', { exact: true }).waitFor();
  });

  it('say what is closing, and show the lines of the one that is chosen', async () => {
    await page.getByText('OpenAI takes no new fine-tuning jobs after 6 January 2027').first().waitFor();
    await choose('Gemini');
    await page.getByText('"systemInstruction"').first().waitFor();
    await page.screenshot({ path: join(artifacts, 'export-formats.png') });
    await expectAccessible(page, 'export as Gemini');
    await choose('Axolotl, edited parts only');
    await page.getByText('"train_detail"').first().waitFor();
  });

  it('leave earlier answers out where they can, and interactions where they cannot', async () => {
    const field = page.getByRole('button', { name: /Earlier answers of a conversation/ });
    await field.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Not learned' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await choose('ms-swift');
    await page.getByText('"loss":false').first().waitFor();
    await choose('ShareGPT');
    await page.getByText('2 interactions left out: The format learns from every answer').waitFor();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: join(artifacts, 'export-formats-dark.png') });
  });
});
