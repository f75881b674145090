import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

/** What the log tells, how it is read, and which inputs ask again; by keys only, in a real Chromium. */
const app = createServedApp('signals', { annotator: 'Lea' });
let page: Page;
let hasFailed = false;

/** A step needs those before it: after a failure the others are skipped, so that the report shows the cause only. */
function step(name: string, work: () => Promise<void>): void {
  test(name, async ({ skip }) => {
    skip(hasFailed, 'an earlier step failed');
    hasFailed = true;
    await work();
    hasFailed = false;
  });
}

const start = Date.UTC(2026, 8, 7, 9);
const questions = [
  ['Where is my parcel?', 'Where is my parcel now?'],
  ['How do I return these shoes?', 'How do I return these shoes to you?'],
  ['Cancel my order please', 'Can you cancel my order'],
  ['Write a reply to Ada', 'What does shipping cost?'],
] as const;

/** Each session asks twice, two minutes apart; some are used, some are turned away. */
const rows = Array.from({ length: 24 }, (_, index) => {
  const session = Math.floor(index / 2);
  const [first, second] = questions[session % questions.length] ?? questions[0];
  return {
    id: `i-${index}`,
    input: index % 2 === 0 ? `${first} ${session}` : `${second} ${session}`,
    output: `Answer ${index} to what was asked`,
    session: `s-${session}`,
    user: `u-${session % 3}`,
    created_at: new Date(start + session * 3_600_000 + (index % 2) * 120_000).toISOString(),
    action: index % 2 === 0 ? 'discarded' : 'accepted',
    time_to_action_ms: 900 + index * 100,
    happy_clicks: index,
    surface: index % 4 === 0 ? 'mail' : 'chat',
  };
});

const maps = [
  'external_id=id',
  'input=input',
  'output=output',
  'session=session',
  'user=user',
  'created_at=created_at',
  'signal.action=action',
  'signal.time_to_action_ms=time_to_action_ms',
  'signal.happy_clicks=happy_clicks',
  'meta.surface=surface',
];

const textOf = async (selector: string) => (await page.locator(selector).textContent()) ?? '';
const section = (name: string) => page.getByRole('region', { name, exact: true });

describe('signals', () => {
  beforeAll(async () => {
    await app.flywheel('init', app.project);
    const file = app.writeRows(rows);
    await app.flywheel('import', app.project, file, ...maps.flatMap((map) => ['--map', map]));
    page = await app.serve();
    page.setDefaultTimeout(30_000);
    await app.goTo('/review');
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  }, 120_000);

  step('shows the catalogue with what is known', async () => {
    await app.press('g', 'h');
    await page.getByText('24 interactions, up to date').waitFor();
    const table = page.getByRole('table', { name: /^Implicit/ });
    const accepted = await table.getByRole('row', { name: /^Accepted/ }).textContent();
    expect(accepted).toContain('50 % yes');
    expect(await table.getByRole('row', { name: /^Re-queried/ }).textContent()).toContain('Worked out');
    await expectAccessible(page, 'Catalogue of signals');
    await app.shot('catalogue');
  });

  step('maps a signal that is not used', async () => {
    await app.press('x', 'Enter');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.type('Dwell');
    await app.press('Enter', 'Control+s');
    await page.getByText('Saved. Signals are worked out anew.').waitFor();
    const dwell = page.getByRole('row', { name: /^Dwell time/ });
    await dwell.getByText('happy_clicks').waitFor();
  });

  step('judges pairs by keys, and precision follows', async () => {
    await app.press('2');
    await page.locator('[aria-current=true][id^=requery-]').waitFor();
    await expectAccessible(page, 'Re-queries');
    const first = await textOf('[aria-current=true][id^=requery-]');
    await app.press('y');
    await page.locator('[id^=requery-]').first().getByText('Judged: asks again').waitFor();
    expect(await textOf('[aria-current=true][id^=requery-]')).not.toBe(first);
    await app.press('n');
    await page.locator('[id^=requery-]').nth(1).getByText('Judged: does not').waitFor();
    await page.getByText(/2 judged/).waitFor();
    await app.press('k', 'u');
    await page.getByText(/1 judged/).waitFor();
    await app.press('n');
    await page.getByText(/2 judged/).waitFor();
    await app.shot('requeries');
  });

  step('moves the threshold and saves it', async () => {
    const figures = section('What counts as a re-query');
    const before = (await figures.textContent()) ?? '';
    await app.press('e', 'Home');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30');
    await app.press('Tab');
    await figures.getByText(/1 of 2 judged pairs that are found/).waitFor();
    expect(await figures.textContent()).not.toBe(before);
    await app.press('Control+s');
    await page.getByText('24 interactions, up to date').waitFor();
    await app.press('1', '2');
    const likeness = page.getByRole('textbox', { name: 'At least alike' });
    await expect.poll(async () => likeness.inputValue(), { timeout: 10_000 }).toBe('30%');
  });
});
