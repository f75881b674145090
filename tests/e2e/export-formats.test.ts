import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

const root = resolve(import.meta.dirname, '../..');
const artifacts = join(root, 'tests/.artifacts');

describe('formats of the export screen, by keys only', () => {
  const { project, flywheel, writeRows, serve, goTo, press } = createServedApp('export-formats', {
    annotator: 'Lead',
  });
  let page: Page;

  /** Finds a format by typing and takes it. */
  async function choose(id: string, name: string): Promise<void> {
    await page.keyboard.press('Escape');
    await press('f');
    await page.keyboard.type(id);
    await page.getByRole('option').first().waitFor();
    await press('Enter');
    await page.getByRole('option', { name, selected: true }).first().waitFor();
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
    await page.getByRole('option', { name: 'Chat (OpenAI)', selected: true }).waitFor();
  });

  it('say what is closing, and show the lines of the one that is chosen', async () => {
    await page.getByText('OpenAI takes no new fine-tuning jobs after 6 January 2027').first().waitFor();
    await choose('gemini', 'Gemini');
    await page.getByText('"systemInstruction"').first().waitFor();
    await page.screenshot({ path: join(artifacts, 'export-formats.png') });
    await expectAccessible(page, 'export as Gemini');
    await choose('axolotl-spans', 'Axolotl, edited parts only');
    await page.getByText('"train_detail"').first().waitFor();
  });

  it('leave earlier answers out where they can, and interactions where they cannot', async () => {
    await press('Escape', 's');
    const answers = page.locator('[data-section=answers]');
    for (let steps = 0; steps < 9 && !(await answers.evaluate((part) => part.matches(':focus'))); steps++)
      await press('s');
    await press('Enter');
    const field = page.getByRole('button', { name: /Earlier answers of a conversation/ });
    await field.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Not learned' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await choose('ms-swift', 'ms-swift');
    await page.getByText('"loss":false').first().waitFor();
    await choose('sharegpt', 'ShareGPT');
    const funnel = page.getByRole('region', { name: 'Funnel' });
    await funnel.getByText('The format learns from every answer', { exact: false }).waitFor();
    await funnel.getByText('−2', { exact: true }).waitFor();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: join(artifacts, 'export-formats-dark.png') });
  });
});
