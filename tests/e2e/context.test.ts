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

function minute(number: number): string {
  return new Date(Date.UTC(2026, 2, 2, 9, number)).toISOString();
}

const output = 'The cat sat on the mat. It was old. It slept.\n\nשלום עולם.\n\n今日は良い天気ですね 👩‍👩‍👧.\n';
const long = Array.from(
  { length: 20_000 },
  (_, index) => `word${index % 977}${index % 60 === 59 ? '.\n\n' : ' '}`,
).join('');

/** Times, sessions and words of support mails; the second one is everything that the context shows. */
const rows = [
  {
    id: 'first',
    input: 'Where is my rucksack with the broken zipper?',
    output: 'On its way.',
    session: 's1',
    time: minute(1),
  },
  {
    id: 'second',
    messages: [
      { role: 'system', content: 'You answer customers.' },
      { role: 'user', content: 'Where is my rucksack with the broken zipper now?' },
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ type: 'function', function: { name: 'find_parcel', arguments: '{"order":17}' } }],
      },
      { role: 'tool', content: '{"state":"sent"}' },
      { role: 'user', content: 'Where is my rucksack with the broken zipper now?' },
    ],
    output,
    edits: [
      {
        text: output
          .replace('cat', 'dog')
          .replace('mat', 'rug')
          .replace('slept', 'snored')
          .replace('良い', '悪い'),
        annotator: 'Ana',
        at: minute(4),
      },
      {
        text: output
          .replace('cat', 'dog')
          .replace('mat', 'sofa')
          .replace('old', 'new')
          .replace('עולם', 'לכולם'),
        annotator: 'Bo',
        at: minute(6),
      },
    ],
    session: 's1',
    time: minute(2),
    prompt_version: 'v3',
    time_to_send_s: 42,
    rating: 4,
    resolved: true,
  },
  { id: 'third', input: 'Thank you', output: 'You are welcome.', session: 's1', time: minute(3) },
  { id: 'alike', input: 'The zipper of a rucksack broke', output: 'Send it back.', time: minute(30) },
  {
    id: 'long',
    input: 'Write a book',
    output: long,
    edits: [
      { text: long.replaceAll('word5 ', 'left '), annotator: 'Ana', at: minute(41) },
      { text: long.replaceAll('word7 ', 'right '), annotator: 'Bo', at: minute(42) },
    ],
    time: minute(40),
  },
  ...Array.from({ length: 30 }, (_, index) => ({
    id: `other-${index}`,
    input: `Please answer about order ${index}`,
    output: `Answer ${index}`,
    time: minute(50),
  })),
];

const mapping = [
  ['external_id', 'id'],
  ['input', 'input'],
  ['messages', 'messages'],
  ['output', 'output'],
  ['edits', 'edits'],
  ['session', 'session'],
  ['created_at', 'time'],
  ['prompt_version', 'prompt_version'],
  ['signal.time_to_send_s', 'time_to_send_s'],
  ['rating', 'rating'],
  ['outcome.resolved', 'resolved'],
].map(([target, path]) => `${target}=${path}`);

describe('the context of an interaction, and two edits of one output', () => {
  const folder = makeTempFolder();
  const project = join(folder, 'context.flywheel');
  const environment = { ...process.env, FLYWHEEL_DATA: folder, HOME: folder, USERPROFILE: folder };
  const complaints: string[] = [];
  let server: RunningProgram;
  let browser: Browser;
  let page: Page;

  const heading = (name: string) => page.getByRole('heading', { level: 2, name, exact: true });
  const about = () => page.getByRole('region', { name: 'About this interaction' });

  async function open(name: string): Promise<void> {
    for (let step = 0; step < rows.length && !(await heading(name).isVisible()); step++) {
      const shown = await page.locator('[data-item]').getAttribute('data-item');
      await page.keyboard.press('j');
      await page.locator(`[data-item]:not([data-item="${shown}"])`).waitFor();
    }
    await heading(name).waitFor();
  }

  async function pictures(name: string): Promise<void> {
    for (const [width, height, colorScheme] of [
      [1280, 800, 'light'],
      [1920, 1080, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(artifacts, `${name}-${width}-${colorScheme}.png`) });
    }
  }

  beforeAll(async () => {
    mkdirSync(artifacts, { recursive: true });
    const settings = { annotator: 'Ada', paneSizes: { contextHeight: 320 } };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
    writeFileSync(join(folder, 'rows.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const maps = mapping.flatMap((pair) => ['--map', pair]);
    for (const args of [
      ['init', project],
      ['import', project, join(folder, 'rows.jsonl'), ...maps],
    ]) {
      const result = await runProgram(process.execPath, [cli, ...args, '--json'], { environment });
      expect(result.code, result.stderr).toBe(0);
    }
    server = startProgram(process.execPath, [cli, 'serve', project], { environment, limitMs: 600_000 });
    const address = new URL((await server.line(/^http/)).trim());
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1920, height: 1080 },
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

  it('shows signals, edits and labels in the order of time', async () => {
    await open('second');
    await page.keyboard.press('1');
    await about().getByText('Verdict: Good (Ada)').waitFor();
    const timeline = about().locator('ol').first();
    const told = await timeline.locator('li').allTextContents();
    expect(told.slice(0, 4)).toEqual([
      '0 s●Output written interaction',
      '+42 s■Time to send: 42 s implicit',
      '+120 sAna edit',
      '+4 minBo edit',
    ]);
    const untimed = await about()
      .getByRole('list', { name: 'Without a time' })
      .locator('li')
      .allTextContents();
    expect(untimed.toSorted()).toEqual(
      ['no time▲Resolved: 1 outcome', 'no time◆Rating: 4 explicit'].toSorted(),
    );
    await page.getByText('Tool call · find_parcel').waitFor();
  });

  it('goes through the session by keys, and back to where one was', async () => {
    const session = about()
      .getByRole('listitem')
      .filter({ has: page.locator('[aria-current]') });
    await session.waitFor();
    await about().getByText('2 of 3 by time').waitFor();
    await about().getByTitle('Nearly the same input as the one before').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await heading('third').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('This was the last interaction of its session.').waitFor();
    await page.keyboard.press('Backspace');
    await heading('second').waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await heading('first').waitFor();
    await page.keyboard.press('Backspace');
    await heading('second').waitFor();
  });

  it('opens a similar interaction by keys, with the reason beside it', async () => {
    await about().getByText('Both say: ', { exact: false }).first().waitFor();
    expect(await about().getByText('Both say: ', { exact: false }).last().textContent()).toMatch(
      /zipper|rucksack/,
    );
    for (let part = 0; part < 5; part++) await page.keyboard.press('Shift+D');
    await page.locator('[data-context-section=similar]:focus').waitFor();
    await expectAccessible(page, 'the context');
    await pictures('context');
    const link = about().getByRole('link', { name: 'The zipper of a rucksack broke' });
    for (
      let step = 0;
      step < 10 && !(await link.evaluate((element) => element === document.activeElement));
      step++
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading('alike').waitFor();
    await page.keyboard.press('Backspace');
    await heading('second').waitFor();
  });

  it('keeps a part folded from one interaction to the next', async () => {
    await page.locator('[data-context-section]').last().waitFor();
    await page.keyboard.press('Shift+D');
    await page.locator('[data-context-section]:focus').waitFor();
    for (let part = 0; part < 5; part++) {
      if (await page.locator('[data-context-section=interaction]:focus').isVisible()) break;
      await page.keyboard.press('Shift+D');
    }
    await page.keyboard.press('Enter');
    await page.locator('[data-context-section=interaction][aria-expanded=false]').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await heading('third').waitFor();
    await page.locator('[data-context-section=interaction][aria-expanded=false]').waitFor();
    await page.keyboard.press('Backspace');
    await heading('second').waitFor();
  });

  it('shows two edits beside their output: where they agree, differ or are alone', async () => {
    for (let step = 0; step < 3; step++) await page.keyboard.press('v');
    const view = page.getByRole('region', { name: 'Output between two edits' });
    await view.waitFor();
    const counts = await page
      .locator('dl[aria-label="What two edits made of the output"] > div')
      .allTextContents();
    expect(counts).toEqual(['=Agree1', '≠Conflict1', 'AOnly A2', 'BOnly B2']);
    await page.getByText('6 changes', { exact: true }).waitFor();
    for (const region of ['agree', 'conflict', 'right', 'left']) {
      await page.keyboard.press('n');
      await view.locator(`[data-side=output] [data-current][data-region=${region}]`).waitFor();
    }
    const direction = await view
      .locator('[data-side=right]', { hasText: 'שלום' })
      .evaluate((cell) => getComputedStyle(cell).direction);
    expect(direction).toBe('rtl');
    await expectAccessible(page, 'three-way');
    await pictures('three-way');
  });

  it('draws of a long text what is in view, and walks through it', async () => {
    await open('long');
    await page.getByText('Comparing both edits', { exact: false }).waitFor({ state: 'detached' });
    const counter = page.getByText(/^\d+ changes$/);
    await counter.waitFor();
    expect(await page.locator('*').count()).toBeLessThan(3_000);
    await page.keyboard.press('p');
    const current = page.locator('[data-side=output] [data-current]');
    await current.waitFor();
    await expect
      .poll(async () => current.evaluate((element) => element.getBoundingClientRect().bottom < innerHeight))
      .toBe(true);
    await page.keyboard.press('o');
    await page.locator('[data-fold]').first().waitFor();
    await page.keyboard.press('o');
  });

  it('is side by side where there are no two edits', async () => {
    await page.keyboard.press('k');
    await heading('alike').waitFor();
    await page.getByText('Nobody has edited this output.', { exact: false }).waitFor();
  });

  it('did all that without an error or a breach of the content security policy', () => {
    expect(complaints).toEqual([]);
  });
});
