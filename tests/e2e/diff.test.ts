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

const first = 'The first paragraph says what the customer asked for and when it was sent.';
const second = 'Second, we explain how a refund is made and how many days the bank takes.';
const third = 'In the end we thank the customer and offer a voucher for the next order.';
const code =
  'Here:\n\n```ts\nexport function add(a: number): number {\n  const sum = a + 1;\n  return sum;\n}\n```\n';
const words = Array.from(
  { length: 200_000 },
  (_, index) => `word${(index * 7919) % 4093}${index % 90 === 89 ? '.\n\n' : ' '}`,
);
const long = words.join('');

const pairs = [
  ['prose', 'The Cat sat on the  mat.\n\nThe end.', 'The cat sat on a mat.\n\nThe End.'],
  ['moves', [first, second, third].join('\n\n'), [third, `${first} It came late.`, second].join('\n\n')],
  ['code', code, code.replace('  const sum = a + 1;\n  return sum;', '  return a + 2;')],
  [
    'json',
    '{"name":"Ada","at":{"city":"London","zip":"N1"}}',
    '{"at": {"zip": "N1", "city": "Paris"}, "name": "Ada"}',
  ],
  [
    'markdown',
    '# Title\n\nSome *text*.\n\n<script>document.title = "run"</script>',
    '# New\n\nA [link](https://example.com).',
  ],
  [
    'scripts',
    'שלום עולם, זהו טקסט לדוגמה.\n\nمرحبا بالعالم.\n\n今日は良い天気ですね。\n\nGreat 👩‍👩‍👧 work 👍🏽!',
    'שלום לכולם, זהו טקסט לדוגמה.\n\nمرحبا بكم.\n\n今日は悪い天気ですね。\n\nGreat 👨‍👩‍👦 work 👍🏿!',
  ],
  ['long', long, long.replaceAll('word77 ', 'other ')],
] as const;

describe('reading an output against its edit', () => {
  const folder = makeTempFolder();
  const project = join(folder, 'diff.flywheel');
  const environment = { ...process.env, FLYWHEEL_DATA: folder, HOME: folder, USERPROFILE: folder };
  const complaints: string[] = [];
  let server: RunningProgram;
  let browser: Browser;
  let page: Page;

  async function open(name: string): Promise<void> {
    const heading = page.getByRole('heading', { level: 2, name, exact: true });
    for (let step = 0; step < pairs.length && !(await heading.isVisible()); step++) {
      const shown = await page.locator('[data-item]').getAttribute('data-item');
      await page.keyboard.press('j');
      await page.locator(`[data-item]:not([data-item="${shown}"])`).waitFor();
    }
    await heading.waitFor();
    await page
      .getByText(/changes?$/)
      .first()
      .waitFor();
  }

  async function picture(name: string): Promise<void> {
    await page.screenshot({ path: join(artifacts, `diff-${name}.png`) });
  }

  beforeAll(async () => {
    mkdirSync(artifacts, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ annotator: 'Ada', contextOpen: false }));
    const rows = pairs.map(([id, output, edited]) => JSON.stringify({ id, input: 'Write.', output, edited }));
    writeFileSync(join(folder, 'rows.jsonl'), rows.join('\n'));
    for (const args of [
      ['init', project],
      ['import', project, join(folder, 'rows.jsonl')],
    ]) {
      const result = await runProgram(process.execPath, [cli, ...args, '--json'], { environment });
      expect(result.code, result.stderr).toBe(0);
    }
    server = startProgram(process.execPath, [cli, 'serve', project], { environment, limitMs: 600_000 });
    const address = new URL((await server.line(/^http/)).trim());
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
    });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${address.origin}/review${address.hash}`);
    await page.locator('[data-item]').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    server?.child.kill('SIGTERM');
    await server?.ended;
  });

  it('shows the pair in three views, and without white space and case', async () => {
    await open('prose');
    for (const view of ['Inline', 'Edit only', 'Side by side']) {
      await page.keyboard.press('v');
      await page.getByRole('radio', { name: view, checked: true }).waitFor();
      await expectAccessible(page, view);
    }
    await page.getByText('3 changes', { exact: true }).waitFor();
    await page.keyboard.press('Shift+C');
    await page.getByText('1 change', { exact: true }).waitFor();
    await page.keyboard.press('Shift+C');
  });

  it('links the two places of a moved block', async () => {
    await open('moves');
    await page.getByText('1 block', { exact: true }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('m');
    await page.locator('del[data-current]').waitFor();
    expect(await page.locator('del[data-current]').textContent()).toContain(third);
    await expectAccessible(page, 'a moved block');
    await picture('moves');
  });

  it('colours code and compares it by lines', async () => {
    await open('code');
    const keyword = page.getByText('export function').first();
    await keyword.waitFor();
    await page.locator('[data-side=edit] span', { hasText: 'return' }).first().waitFor();
    expect(await page.locator('del').first().textContent()).toBe('  const sum = a + 1;\n  return sum;\n');
    await expectAccessible(page, 'code');
    await picture('code');
  });

  it('lays out JSON, sorts its keys and lists the paths that changed', async () => {
    await open('json');
    await page.keyboard.press('Shift+K');
    await page.getByText('1 change', { exact: true }).waitFor();
    await page.getByText('1 changed path').click();
    await page.getByText('$.at.city').waitFor();
    await expectAccessible(page, 'JSON');
    await picture('json');
  });

  it('renders Markdown without running, loading or linking anything', async () => {
    await open('markdown');
    await page.keyboard.press('d');
    const rendered = page.getByRole('region', { name: 'Output and edit, rendered' });
    await rendered.getByText('Title', { exact: true }).waitFor();
    await rendered.getByText('<script>document.title = "run"</script>').waitFor();
    expect(await rendered.locator('script, a, img').count()).toBe(0);
    expect(await page.title()).not.toBe('run');
    await expectAccessible(page, 'rendered Markdown');
    await picture('markdown');
    await page.keyboard.press('d');
  });

  it('shows right-to-left, Chinese and emoji as they are', async () => {
    await open('scripts');
    const direction = (text: string) =>
      page
        .locator('[data-side=output]', { hasText: text })
        .evaluate((cell) => getComputedStyle(cell).direction);
    expect(await direction('שלום')).toBe('rtl');
    expect(await direction('مرحبا')).toBe('rtl');
    expect(await direction('今日')).toBe('ltr');
    expect(await page.locator('[data-mark]').count()).toBe(0);
    await picture('scripts');
  });

  it('draws of 200,000 words what is in view, walks their changes and shows where they are', async () => {
    await open('long');
    await page.getByText('Comparing', { exact: false }).waitFor({ state: 'detached' });
    const counter = page.getByText(/^\d+ changes$/);
    await counter.waitFor();
    expect(await page.locator('*').count()).toBeLessThan(3_000);
    await page.keyboard.press('p');
    const current = page.locator('ins[data-current]');
    await current.waitFor();
    const isInView = () =>
      current.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top > 100 && bottom < 800;
      });
    await expect.poll(isInView).toBe(true);
    expect(await page.locator('[aria-hidden] [data-kind]').count()).toBeGreaterThan(10);
    expect(await page.locator('*').count()).toBeLessThan(3_000);
    await page.keyboard.press('o');
    await page.locator('[data-fold]').first().waitFor();
    const height = () =>
      page.getByRole('region', { name: 'Output and edit' }).evaluate((region) => region.scrollHeight);
    const before = await height();
    await page.keyboard.press('Shift+X');
    await expect.poll(height).toBeGreaterThan(before);
    await page.keyboard.press('o');
    await expectAccessible(page, '200,000 words');
    await picture('long');
  });

  it('did all that without an error or a breach of the content security policy', () => {
    expect(complaints).toEqual([]);
  });
});
