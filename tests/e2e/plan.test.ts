import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';
import { typePath } from '../support/type-path.ts';

describe('signal design by keys', { timeout: 120_000 }, () => {
  const app = createServedApp('plan', { annotator: 'Lea' });
  const { flywheel, press } = app;
  let page: Page;
  let rows: string;

  beforeAll(async () => {
    await flywheel('init', app.project);
    // Outputs on two surfaces, and nothing of what people did with them.
    rows = app.writeRows(
      Array.from({ length: 60 }, (_, place) => ({
        id: `i${place}`,
        output: `Answer number ${place}`,
        input: `Question ${place}`,
        surface: place % 2 === 0 ? 'mail' : 'chat',
        session: `s${place}`,
        created_at: new Date(Date.UTC(2026, 0, 5, 9, place)).toISOString(),
      })),
    );
    await flywheel('import', app.project, rows);
    await flywheel('signals', app.project, '--recompute');
    page = await app.serve();
    await app.goTo('/');
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await press('g', 'j');
    await page.getByRole('heading', { name: 'Signal design' }).waitFor();
  }, 120_000);

  const list = () => page.locator('[data-signal]');

  it('suggests edit capture first, and adds it with the outputs that it is about', async () => {
    const first = page.getByRole('region', { name: 'Suggestions' }).getByRole('listitem').first();
    await expect
      .poll(async () => first.textContent(), { timeout: 20_000 })
      .toContain('text that people used');
    await press('a');
    await expect
      .poll(async () => list().allTextContents())
      .toEqual(['Output shownProposedshown', 'EditedProposedsent']);
    await page.getByRole('heading', { name: 'Edited' }).waitFor();
  });

  it('fills a signal in by keys, and keeps nothing that was not saved', async () => {
    await press('e');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ana');
    await press('Control+s');
    await expect.poll(async () => list().nth(1).textContent()).toBe('EditedProposedsent, Ana');
    await press('Escape', 'e');
    await page.keyboard.type('x');
    expect(await page.getByLabel('Event', { exact: true }).inputValue()).not.toBe('sent');
    await press('Escape');
    await expect.poll(async () => page.getByLabel('Event', { exact: true }).inputValue()).toBe('sent');
    await press('s');
    await expect.poll(async () => list().nth(1).textContent()).toContain('Agreed');
  });

  it('adds a signal of its own, moves, removes and brings it back', async () => {
    await press('n');
    await page.getByLabel('Surface').last().waitFor();
    await page.keyboard.type('chat');
    await press('Enter');
    await expect.poll(async () => list().count()).toBe(3);
    await press('x');
    await expect.poll(async () => list().count()).toBe(2);
    await press('u');
    await expect.poll(async () => list().count()).toBe(3);
    await press('Shift+K');
    await press('Shift+A');
    await expect.poll(async () => list().count(), { timeout: 20_000 }).toBeGreaterThan(6);
    await expectAccessible(page, 'signal design');
    await app.shot('signals');
  });

  it('shows its code', async () => {
    await press('2');
    await expect.poll(async () => page.locator('[data-code]').textContent()).toContain('2020-12');
    await press(']');
    await expect.poll(async () => page.locator('[data-code]').textContent()).toContain('appendFileSync');
    await press(']', ']');
    await expect
      .poll(async () => page.locator('[data-code]').textContent())
      .toContain('gen_ai.evaluation.result');
    await expectAccessible(page, 'code of the plan');
    await app.shot('code');
  });

  it('checks a file, names what is wrong by line, and marks what is complete as verified', async () => {
    const events = app.writeRows(
      [
        { event: 'shown', ...about('a'), output: 'Hi', model: 'm', prompt_version: '1' },
        { event: 'sent', ...about('a'), final_text: 'Hello' },
        { event: 'rated', ...about('a'), thumbs: 3 },
        { event: 'strange' },
      ],
      'events.jsonl',
    );
    await press('3', 'o');
    await typePath(page, events);
    await page.locator('[data-checked]').waitFor();
    const report = await page.locator('[data-checked]').textContent();
    expect(report).toContain('4 rows read');
    expect(report).toContain('thumbs is no text, but 3');
    expect(report).toContain('strange 1 event');
    await press('f');
    await page.getByText(/Marked \d as verified/u).waitFor();
    await expectAccessible(page, 'check of a file');
    await app.shot('check');
    await press('1');
    await expect.poll(async () => list().filter({ hasText: 'Verified' }).count()).toBeGreaterThan(0);
  });

  it('says the same on the command line', async () => {
    await app.stop();
    const { signals } = await flywheel('plan', app.project);
    expect(signals.length).toBeGreaterThan(6);
    const { added } = await flywheel('plan', app.project, '--add-suggested');
    expect(added).toEqual([]);
    const out = join(app.folder, 'plan.md');
    await flywheel('plan', app.project, '--md', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('# Instrumentation plan of plan');
    const { text } = await flywheel('plan', app.project, '--python', '--otel');
    expect(text).toContain('from opentelemetry import trace');
  });
});

function about(id: string) {
  const at = '2026-01-05T09:00:00Z';
  return { interaction_id: id, session_id: 's', user_id: 'u', surface: 'mail', at };
}
