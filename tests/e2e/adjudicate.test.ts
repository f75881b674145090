import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { createServedApp } from '../support/served-app.ts';

const root = resolve(import.meta.dirname, '../..');
const artifacts = join(root, 'tests/.artifacts');

/** Answers of ana, bo and cy to the verdict; those of 0 and 3 are the same. */
const verdicts = [
  ['good', 'good', 'good'],
  ['good', 'good', 'bad'],
  ['good', 'needs_work', 'bad'],
  ['bad', 'bad', ''],
  ['bad', 'needs_work', ''],
];

describe('adjudication, by keys only', () => {
  const { folder, project, flywheel, writeRows, serve, goTo, stop } = createServedApp('adjudicate', {
    annotator: 'Lead',
  });
  let page: Page;
  let ids: string[] = [];

  async function shown(index: number): Promise<void> {
    await page.locator(`[data-item="${ids[index]}"]`).waitFor();
  }

  async function resolutionsOf(index: number): Promise<unknown> {
    return (await flywheel('show', project, ids[index] ?? '')).resolutions;
  }

  beforeAll(async () => {
    const rows = verdicts.map(([ana, bo, cy], index) => ({
      input: `Where is my order ${index}? I have been waiting for two weeks and nobody answers.`,
      output: `Dear customer, your order ${index} will be with you soon. We are sorry for the delay.`,
      edit: `Hello, order ${index} left our warehouse today. Please excuse the delay.`,
      time: `2026-01-0${index + 1}T10:00:00Z`,
      rating_ana: index === 1 ? 1 : 3,
      rating_bo: index === 1 ? 5 : 3,
      note_ana: `Seen by me: ${index}`,
      ana,
      bo,
      cy: cy === '' ? null : cy,
    }));
    const file = writeRows(rows);
    await flywheel('init', project);
    const maps = [
      'label.verdict@ana=ana',
      'label.verdict@bo=bo',
      'label.verdict@cy=cy',
      'label.rating@ana=rating_ana',
      'label.rating@bo=rating_bo',
      'label.note@ana=note_ana',
    ];
    await flywheel('import', project, file, ...maps.flatMap((map) => ['--map', map]));
    ids = (await flywheel('items', project)).items.map(({ id }: { id: string }) => id);
    page = await serve();
  });

  it('begins with the most disagreement, and shows answers without names', async () => {
    await goTo('/review');
    await page.locator('[data-item]').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await shown(2);
    await page.getByText('0 of 3 resolved').waitFor();
    const answers = page.getByRole('region', { name: 'Answers', exact: true });
    expect(await answers.getByRole('listitem').count()).toBe(3);
    expect(await answers.textContent()).toContain('Annotator 1');
    expect(await answers.textContent()).toContain('Seen by me: 2');
    const whole = page.getByRole('main');
    expect(await whole.textContent()).not.toMatch(/\b(ana|bo|cy)\b/);
    await page.keyboard.press('h');
    await answers.getByText('ana', { exact: true }).waitFor();
    expect(await answers.textContent()).not.toContain('Annotator 1');
    await page.keyboard.press('h');
  });

  for (const [name, width, height] of [
    ['light', 1280, 800],
    ['dark', 1920, 1080],
  ] as const) {
    it(`looks right in the ${name} theme, and axe has nothing to say`, async () => {
      await page.emulateMedia({ colorScheme: name });
      await page.setViewportSize({ width, height });
      await goTo('/adjudicate');
      await shown(2);
      await page.getByText('HTER', { exact: true }).waitFor();
      await page.screenshot({ path: join(artifacts, `adjudicate-${width}-${name}.png`) });
      await expectAccessible(page, 'adjudicate');
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  }

  it('resolves by one key and goes on, with a note where there is something to say', async () => {
    await goTo('/adjudicate');
    await shown(2);
    await page.keyboard.press('i');
    await page.keyboard.type('The tone is wrong.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await shown(4);
    await page.getByText('1 of 3 resolved').waitFor();
    expect(await resolutionsOf(2)).toMatchObject([
      { question: 'verdict', value: 'needs_work', note: 'The tone is wrong.', annotator: 'Lead' },
    ]);
    expect((await flywheel('show', project, ids[2] ?? '')).labels).toHaveLength(6);
  });

  it('passes over, comes back, and takes back by undo', async () => {
    await page.keyboard.press('s');
    await shown(1);
    await page.keyboard.press('k');
    await shown(4);
    await page.keyboard.press('k');
    await shown(2);
    await page.getByText(/^Resolved by Lead/).waitFor();
    await page.keyboard.press('j');
    await shown(4);
    await page.keyboard.press('u');
    await shown(2);
    await page.getByText('Undone: Resolution of Verdict: Needs work → not set').waitFor();
    await page.getByText('0 of 3 resolved').waitFor();
    expect(await resolutionsOf(2)).toEqual([]);
    await page.keyboard.press('Shift+U');
    await page.getByText(/^Resolved by Lead/).waitFor();
    await page.getByText('1 of 3 resolved').waitFor();
  });

  it('comes again with what was passed over, and says when nothing is open', async () => {
    await page.keyboard.press('j');
    await shown(4);
    await page.keyboard.press('j');
    await shown(1);
    await page.keyboard.press('1');
    await shown(4);
    await page.keyboard.press('3');
    await page.getByRole('heading', { name: 'Every disagreement on this question is resolved' }).waitFor();
    await page.getByText('3 of 3 resolved').waitFor();
    await expectAccessible(page, 'nothing to adjudicate');
    await page.screenshot({ path: join(artifacts, 'adjudicate-done.png') });
    await page.keyboard.press('u');
    await shown(4);
    await page.getByText('2 of 3 resolved').waitFor();
    await page.keyboard.press('3');
    await page.getByText('3 of 3 resolved').waitFor();
  });

  it('goes to the next question, whose answers have one digit each', async () => {
    await page.keyboard.press('q');
    await shown(1);
    await page.getByText('0 of 1 resolved').waitFor();
    expect(new URL(page.url()).searchParams.get('question')).toBe('rating');
    await page.keyboard.press('4');
    await page.getByText('1 of 1 resolved').waitFor();
    expect(await resolutionsOf(1)).toMatchObject([
      { question: 'rating', value: 4 },
      { question: 'verdict', value: 'good' },
    ]);
  });

  it('shows in the review what was resolved', async () => {
    await page.keyboard.press('u');
    await shown(1);
    await page.keyboard.press('Shift+R');
    await page.getByRole('heading', { name: 'Resolved', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/review/${ids[1]}`);
  });

  it('is a choice of the export screen, which counts and lists what has no consensus', async () => {
    const choose = async (field: RegExp, option: RegExp) => {
      await page.getByRole('button', { name: field }).focus();
      await page.keyboard.press('Enter');
      const wanted = page.getByRole('option', { name: option });
      await wanted.waitFor();
      for (let steps = 0; steps < 10; steps++) {
        if (option.test((await page.locator('[role=option]:focus').textContent()) ?? '')) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await wanted.waitFor({ state: 'detached' });
    };
    await goTo('/export');
    await choose(/Verdict/, /^Good/);
    await page
      .getByRole('region', { name: 'What it holds' })
      .getByText('3', { exact: true })
      .first()
      .waitFor();
    await choose(/Where annotators differ/, /^The majority’s, of more than half/);
    const lost = page.getByRole('region', { name: 'Funnel' }).locator('[data-rule=no_consensus]');
    await lost.getByText('There is no consensus on verdict.').waitFor();
    await lost.getByText('−2', { exact: true }).waitFor();
    expect(await page.getByRole('link', { name: /There is no consensus/ }).count()).toBe(2);
    await page.screenshot({ path: join(artifacts, 'export-consensus.png') });
    await expectAccessible(page, 'export with a consensus');
    await choose(/Where annotators differ/, /^The majority’s, else an expert’s/);
    await choose(/Expert/, /^bo$/);
    await page.getByText('There is no consensus').first().waitFor({ state: 'detached' });
  });

  it('feeds exports and the command line', async () => {
    // An export writes to the project, which the server holds.
    await stop();
    const path = join(folder, 'good.jsonl');
    const args = ['--format', 'openai-chat', '--out', path, '--where', 'label.verdict=good'];
    const manifest = await flywheel('export', project, ...args, '--consensus', 'adjudicated');
    expect(manifest).toMatchObject({
      recipe: { consensus: { rule: 'adjudicated' } },
      counts: { exported: 2, skipped: [] },
    });
    const majority = await flywheel('export', project, ...args, '--consensus', 'majority');
    expect(majority.counts).toMatchObject({
      exported: 2,
      skipped: [{ rule: 'no_consensus', rows: 2, message: 'There is no consensus on verdict.' }],
    });
    expect((await flywheel('disagreements', project)).questions).toMatchObject([
      { question: 'verdict', total: 3, resolved: 3 },
      { question: 'rating', total: 1, resolved: 0 },
    ]);
    expect((await flywheel('items', project, '--where', 'resolved=verdict')).total).toBe(3);
  });
});
