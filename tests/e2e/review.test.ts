import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestSchema } from '../../shared/contract/export-operations.ts';
import { validateRow } from '../../shared/domain/export/validate-row.ts';
import { parseJson } from '../../shared/domain/json.ts';
import { launchBrowser } from '../support/browser.ts';
import { axeFor } from '../support/expect-accessible.ts';
import { type RunningProgram, runProgram, startProgram } from '../support/run-program.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { writePairsFile } from '../support/pairs-file.ts';
import { keyToPaint, quantile } from '../support/key-to-paint.ts';

const root = resolve(import.meta.dirname, '../..');
const lamp = resolve(root, '../shared/data/lamp/lamp_pairs.jsonl');
const artifacts = join(root, 'tests/.artifacts');
const cli = join(root, 'dist/main/cli.js');
const annotator = 'Ada';
const labelled = 20;
/** Not like those that LAMP's writers use, which come with its labels on parts. */
const modesTyped = ['Wrong tone', 'wron', 'Wro', 'Says it twice', 'twice'];

const forms = [
  { format: 'openai-chat', name: 'Chat (OpenAI)' },
  { format: 'trl-preference', name: 'Preference (TRL)' },
] as const;

/** What a reviewer does, over one file: import, label by keys, edit one, undo and redo, export both forms. */
function describeReviewersPath(name: string, prepare: (folder: string) => { file: string; rows: number }) {
  describe(name, () => {
    const folder = makeTempFolder();
    const project = join(folder, 'review.flywheel');
    const environment = { ...process.env, FLYWHEEL_DATA: folder, HOME: folder, USERPROFILE: folder };
    let server: RunningProgram;
    let browser: Browser;
    let page: Page;
    let address: URL;

    async function flywheel(...args: readonly string[]) {
      const result = await runProgram(process.execPath, [cli, ...args, '--json'], { environment });
      expect(result.code, result.stderr).toBe(0);
      return JSON.parse(result.stdout);
    }

    async function totalOf(...where: readonly string[]): Promise<number> {
      const clauses = where.flatMap((clause) => ['--where', clause]);
      return (await flywheel('items', project, ...clauses, '--limit', '1')).total;
    }

    async function goTo(path: string): Promise<void> {
      await page.goto(`${address.origin}${path}${address.hash}`);
      await page.locator('[data-item]').waitFor();
    }

    async function goToExport(): Promise<void> {
      await page.goto(`${address.origin}/export${address.hash}`);
      await page.getByRole('region', { name: 'Lines of the file' }).waitFor();
    }

    beforeAll(async () => {
      mkdirSync(artifacts, { recursive: true });
      writeFileSync(join(folder, 'settings.json'), JSON.stringify({ annotator, theme: 'system' }));
      const { file, rows } = prepare(folder);
      await flywheel('init', project);
      const report = await flywheel('import', project, file);
      expect(report).toMatchObject({ read: rows, imported: rows, rejected: 0 });
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

    it(`labels ${labelled} interactions by keys only`, async () => {
      await goTo('/review');
      for (let index = 0; index < labelled; index++) {
        const shown = await page.locator('[data-item]').getAttribute('data-item');
        await page.keyboard.press(String((index % 3) + 1));
        if (index % 4 === 1) {
          await page.keyboard.press('f');
          // Named in full once, then found by a part of the name.
          await page.keyboard.type(modesTyped[(index - 1) / 4] ?? '');
          await page.getByRole('option').first().waitFor();
          await page.keyboard.press('Enter');
        }
        if (index % 5 === 2) {
          await page.keyboard.press('r');
          await page.keyboard.press(String((index % 5) + 1));
        }
        if (index === 3) {
          await page.keyboard.press('t');
          await page.keyboard.type('Reads well but for the end.');
          await page.keyboard.press('Escape');
        }
        await page.keyboard.press('j');
        await page.locator(`[data-item]:not([data-item="${shown}"])`).waitFor();
      }
      await page.getByText('Saved', { exact: true }).waitFor();
      expect(await totalOf(`labelled_by=${annotator}`)).toBe(labelled);
      expect(await totalOf('label.verdict=good')).toBe(7);
      expect(await totalOf('label.rating=3')).toBe(4);
      expect(await totalOf('label.note~end')).toBe(1);
    });

    it('finds failure modes by a part of their name and adds only when told to', async () => {
      const options = page.getByRole('option');
      await page.keyboard.press('f');
      await options.first().waitFor();
      expect(await options.allTextContents()).toEqual(
        expect.arrayContaining(['Wrong tone3', 'Says it twice2']),
      );
      await page.keyboard.type('Say');
      await page.getByRole('option', { name: 'Add “Say”' }).waitFor();
      expect(await options.allTextContents()).toEqual(['Says it twice2', 'Add “Say”']);
      for (const _ of 'Say') await page.keyboard.press('Backspace');
      await page.getByRole('option', { name: 'Wrong tone' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Failure mode: choose or add one' }).waitFor();
    });

    it('undoes and redoes, going to what was touched', async () => {
      const before = await totalOf('label.verdict=needs_work');
      await page.keyboard.press('2');
      await page.getByText('Saved', { exact: true }).waitFor();
      const shown = await page.locator('[data-item]').getAttribute('data-item');
      await page.keyboard.press('k');
      await page.keyboard.press('u');
      await page.locator(`[data-item="${shown}"]`).waitFor();
      await page.getByText(/^Undone: Verdict/).waitFor();
      expect(await totalOf('label.verdict=needs_work')).toBe(before);
      await page.keyboard.press('ControlOrMeta+Shift+Z');
      await page.getByText(/^Redone: Verdict/).waitFor();
      expect(await totalOf('label.verdict=needs_work')).toBe(before + 1);
    });

    it('makes an edit of its own', async () => {
      await page.keyboard.press('i');
      const field = page.getByRole('textbox', { name: 'Your edit' });
      await field.waitFor();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(' Written in the review.');
      await page.keyboard.press('ControlOrMeta+Enter');
      await field.waitFor({ state: 'detached' });
      expect(await totalOf('text~"Written in the review"')).toBe(1);
    });

    it('keeps filter and interaction in the address', async () => {
      await goTo('/review?where=label.verdict%3Dbad');
      const first = await page.locator('[data-item]').getAttribute('data-item');
      await page.keyboard.press('j');
      await page.locator(`[data-item]:not([data-item="${first}"])`).waitFor();
      const second = await page.locator('[data-item]').getAttribute('data-item');
      expect(new URL(page.url()).pathname).toBe(`/review/${second}`);
      await page.reload();
      await page.locator(`[data-item="${second}"]`).waitFor();
      // That of the list: the session beside it marks the open one as well.
      const current = page.locator('[aria-current=true][href*="where="]');
      expect(await current.getAttribute('href')).toContain(second ?? 'nothing');
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`looks right in the ${theme} theme at both sizes, and axe has nothing to say`, async () => {
        await page.emulateMedia({ colorScheme: theme });
        for (const [width, height] of [
          [1280, 800],
          [1920, 1080],
        ] as const) {
          await page.setViewportSize({ width, height });
          await goTo('/review?where=edited%3Dyes');
          await page.getByText('HTER', { exact: true }).waitFor();
          await page.keyboard.press('n');
          await page.locator('[data-current]').first().waitFor();
          await page.screenshot({
            path: join(artifacts, `review-${name.split(',')[0]}-${width}-${theme}.png`),
          });
          const { violations } = await axeFor(page).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
          ).toEqual([]);
        }
        await page.setViewportSize({ width: 1280, height: 800 });
      });
    }

    it('shows the next interaction within moments of the key', async () => {
      await goTo('/review');
      await page.waitForTimeout(1000);
      const times: number[] = [];
      for (let step = 0; step < 40; step++) {
        times.push(await keyToPaint(page, 'j'));
        await page.waitForTimeout(120);
      }
      const report = `key to paint, ${name}: median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;
      process.stdout.write(`${report}\n`);
      writeFileSync(
        join(artifacts, `key-to-paint-${name.split(',')[0]}.json`),
        JSON.stringify({ report, times }),
      );
      // Far above what it takes on a quiet machine, far below what a reader would call waiting.
      expect(quantile(times, 0.5), report).toBeLessThan(150);
    });

    for (const { format, name: formatName } of forms) {
      it(`exports what was labelled as ${formatName}, the annotator’s own edit among it`, async () => {
        await goToExport();
        await page.keyboard.press('f');
        await page.keyboard.type(format);
        await page.keyboard.press('Enter');
        await page.getByRole('option', { name: formatName, selected: true }).first().waitFor();
        await page.getByRole('button', { name: /Labelled/ }).click();
        await page.getByRole('option', { name: 'Yes' }).click();
        await page.keyboard.press('ControlOrMeta+Enter');
        await page.getByRole('dialog').waitFor();
        await page.getByRole('textbox', { name: 'Name' }).fill(`${format} export`);
        await page.keyboard.press('Enter');
        await page.getByText(/^Exported \d+ lines$/).waitFor();
        await page.screenshot({ path: join(artifacts, `export-${name.split(',')[0]}-${format}.png`) });

        const manifest = manifestSchema.parse(
          JSON.parse(readFileSync(join(folder, `${format} export.manifest.json`), 'utf8')),
        );
        expect(manifest).toMatchObject({ recipe: { format, filter: [{ field: 'labelled' }] } });
        expect(manifest.findings.filter((finding) => finding.level === 'error')).toEqual([]);
        const rows = manifest.files.flatMap((file) => {
          const bytes = readFileSync(join(folder, file.name));
          expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
          expect(bytes.length).toBe(file.bytes);
          const lines = bytes.toString('utf8').split('\n');
          expect(lines.pop()).toBe('');
          expect(lines.length).toBe(file.rows);
          return lines.map((line) => parseJson(line));
        });
        expect(rows.length).toBe(manifest.counts.exported);
        expect(rows.length).toBeGreaterThan(labelled / 2);
        for (const row of rows)
          expect(validateRow(format, row).filter((finding) => finding.level === 'error')).toEqual([]);
        const own = rows.filter((row) => JSON.stringify(row).includes('Written in the review.'));
        expect(own).toHaveLength(1);
        expect(own[0]).toMatchObject(
          format === 'openai-chat'
            ? { messages: expect.arrayContaining([expect.objectContaining({ role: 'assistant' })]) }
            : { prompt: expect.any(Array), chosen: expect.any(Array), rejected: expect.any(Array) },
        );
      });
    }
  });
}

describe.skipIf(!existsSync(lamp))(
  'with real data (needs ../shared/data/lamp, absent on a plain clone)',
  () => {
    describeReviewersPath('lamp, the reviewer’s path', () => ({ file: lamp, rows: 386 }));
  },
);

describeReviewersPath('generated, the reviewer’s path over texts of 200 to 5,000 words', (folder) => {
  const file = join(folder, 'pairs.jsonl');
  writePairsFile(file, 60);
  return { file, rows: 60 };
});
