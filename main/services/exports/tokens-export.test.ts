import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenOptions } from '../../../shared/domain/export/recipe-parts.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { OpenProject } from '../project/open-project.ts';
import { previewExport } from './preview-export.ts';
import { exportRecipe } from './run-export.ts';
import { createTokenTally } from './stages/token-tally.ts';

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};
const encoding: TokenOptions['encoding'] = 'cl100k_base';

/** Of as many tokens as there are words: each is one, with its space. */
function words(count: number): string {
  return Array.from({ length: count }, () => 'hello').join(' ');
}

/** Inputs of one token, answers of 1 to `count` words. */
async function projectOf(count: number): Promise<OpenProject> {
  const project = newProject();
  const rows = Array.from({ length: count }, (_, index) => ({
    input: String(index),
    output: words(index + 2),
    edit: words(index + 1),
    session: `s${index}`,
  }));
  await importRows(project, rows);
  return project;
}

async function previewed(project: OpenProject, changes: Partial<Recipe>) {
  const result = await previewExport(project.database, { recipe: { ...recipe, ...changes }, lines: 100 });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('tokens of an export', () => {
  it('are counted for each row, with the overhead of a chat', async () => {
    const { reports } = await previewed(await projectOf(9), {
      tokens: { encoding, pricePerMillion: 25, epochs: 3 },
    });
    // 3 before the answer, and for each of two messages 3 around it and 1 for its role; 1 of the input.
    const total = 9 * (3 + 2 * 4 + 1) + 45;
    expect(reports.tokens).toEqual({
      encoding,
      rows: 9,
      total,
      training: total,
      learned: 45,
      median: 17,
      p95: 21,
      most: 21,
      histogram: expect.any(Array),
      cost: (total * 3 * 25) / 1_000_000,
    });
  });

  it('that are too many leave the row out, which is an error that names the interactions', async () => {
    const project = await projectOf(9);
    const { counts, findings, funnel, reports } = await previewed(project, {
      tokens: { encoding, most: 18 },
    });
    expect(counts).toMatchObject({ exported: 6, skipped: [{ rule: 'too_many_tokens', rows: 3 }] });
    expect(findings[0]).toMatchObject({ rule: 'too_many_tokens', level: 'error', rows: 3 });
    expect(findings[0]?.message).toContain('more than 18 tokens');
    expect(findings[0]?.items).toHaveLength(3);
    expect(funnel.find(({ step }) => step === 'within_tokens')).toMatchObject({ rows: 6 });
    expect(reports.tokens).toMatchObject({ rows: 6, most: 18, cost: null });
  });

  it('are of both sequences of a pair, and the longer one has to fit', async () => {
    const { reports } = await previewed(await projectOf(1), { format: 'openai-dpo', tokens: { encoding } });
    expect(reports.tokens).toMatchObject({ total: 13 + 14, most: 14, learned: 1 + 2 });
  });

  it('of earlier answers are learned where the recipe says so', async () => {
    const project = newProject();
    const messages = [
      { role: 'user', content: 'hello' },
      { role: 'assistant', content: words(4) },
      { role: 'user', content: 'hello' },
    ];
    const mapping = (['messages', 'output', 'edit'] as const).map((name) => ({ target: name, path: name }));
    await importRows(project, [{ messages, output: 'a', edit: words(2) }], { mapping });
    expect((await previewed(project, { tokens: { encoding } })).reports.tokens?.learned).toBe(6);
    expect((await previewed(project, { trains: 'last', tokens: { encoding } })).reports.tokens?.learned).toBe(
      2,
    );
  });

  it('cost what the training part has', async () => {
    const project = await projectOf(40);
    const { counts, reports } = await previewed(project, {
      validation: 0.5,
      tokens: { encoding, pricePerMillion: 1_000_000 },
    });
    const { training = 0, total = 0, cost } = reports.tokens ?? {};
    expect(counts.validation).toBeGreaterThan(5);
    expect(training).toBeGreaterThan(0);
    expect(training).toBeLessThan(total);
    expect(cost).toBe(training);
  });

  it('by a file: the manifest says which bytes it had', async () => {
    const path = join(useTempFolder(), 'tokenizer.json');
    const model = { type: 'WordLevel', vocab: { '[UNK]': 0, hello: 1 }, unk_token: '[UNK]' };
    const rest = { added_tokens: [], normalizer: null, post_processor: null, decoder: null };
    writeFileSync(path, JSON.stringify({ ...rest, pre_tokenizer: { type: 'Whitespace' }, model }));
    const tokens: TokenOptions = { encoding: { file: path } };
    const out = join(useTempFolder(), 'rows.jsonl');
    const made = await exportRecipe(
      { recipe: { ...recipe, tokens }, path: out, overwrite: false },
      jobContext(await projectOf(3)),
    );
    expect(made.ok).toBe(true);
    const manifest = JSON.parse(readFileSync(out.replace('.jsonl', '.manifest.json'), 'utf8'));
    expect(manifest.reports.tokens).toMatchObject({
      encoding: 'tokenizer.json',
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
      most: 15,
    });
  });

  it('are not counted by a file that is not there', async () => {
    const tokens: TokenOptions = { encoding: { file: join(useTempFolder(), 'none.json') } };
    expect(await previewExport(newProject().database, { recipe: { ...recipe, tokens } })).toMatchObject({
      error: { code: 'FILE_NOT_FOUND' },
    });
  });
});

function tallyOf(lengths: readonly number[]) {
  const tally = createTokenTally({ encoding });
  for (const longest of lengths) tally.add({ longest, total: longest, learned: 1 }, 'training');
  return tally.report();
}

describe('createTokenTally', () => {
  it('gives exact quantiles and a histogram that holds every row, whatever the lengths and their order', () => {
    const lengths = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(lengths, (tokens) => {
        const report = tallyOf(tokens);
        const sorted = tokens.toSorted((a, b) => a - b);
        const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1];
        expect(report).toMatchObject({
          median: at(0.5),
          p95: at(0.95),
          most: sorted.at(-1),
          rows: tokens.length,
        });
        expect(report.histogram.length).toBeLessThanOrEqual(20);
        const width = report.histogram[1]?.from ?? Infinity;
        for (const [index, { from, rows: count }] of report.histogram.entries()) {
          expect(from).toBe(index === 0 ? 0 : index * width);
          expect(count).toBe(tokens.filter((length) => length >= from && length < from + width).length);
        }
        expect(tallyOf(tokens.toReversed())).toEqual(report);
      }),
    );
  });

  it('of nothing is nothing', () => {
    const { cost, histogram, median, most } = createTokenTally({ encoding, pricePerMillion: 3 }).report();
    expect({ cost, histogram, median, most }).toEqual({ cost: 0, histogram: [], median: 0, most: 0 });
  });
});
