import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestSchema } from '../../shared/contract/export-operations.ts';
import type { Recipe } from '../../shared/domain/export/recipe.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const cli = join(import.meta.dirname, '../../dist/main/cli.js');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function run(...args: readonly string[]) {
  return runProgram(process.execPath, [cli, ...args], { environment });
}

async function json(...args: readonly string[]) {
  const { code, stdout, stderr } = await run(...args, '--json');
  expect(code, stdout + stderr).toBe(0);
  return JSON.parse(stdout);
}

async function failureOf(...args: readonly string[]) {
  const { code, stdout } = await run(...args, '--json');
  expect(code).toBeGreaterThan(0);
  return JSON.parse(stdout).error;
}

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [{ field: 'edited', operator: '=', value: 'yes' }],
  validation: 0.2,
  seed: 3,
  target: 'edit',
  groupBy: 'interaction',
};

/** SHA-256 of the files of a manifest. */
function hashes(manifest: unknown): readonly string[] {
  return manifestSchema.parse(manifest).files.map(({ sha256 }) => sha256);
}

async function projectWithRows(folder: string): Promise<string> {
  const project = join(folder, 'p.flywheel');
  const file = join(folder, 'rows.jsonl');
  const rows = Array.from({ length: 30 }, (_, index) =>
    JSON.stringify({
      input: `Where is order ${index}?`,
      output: `Order ${index} is late.`,
      edit: `Order ${index} arrives on day ${index}.`,
    }),
  );
  writeFileSync(file, rows.join('\n'));
  await json('init', project);
  await json('import', project, file);
  return project;
}

describe('recipes on the command line', () => {
  test('are saved as versions, shown, compared and removed, and exports are made by them', async () => {
    const folder = useTempFolder();
    const project = await projectWithRows(folder);
    const first = join(folder, 'recipe.json');
    const out = join(folder, 'a.jsonl');
    writeFileSync(first, JSON.stringify(recipe));

    expect(await json('recipe', project, 'list')).toEqual({ recipes: [] });
    expect(await json('recipe', project, 'save', 'Support', '--file', first)).toMatchObject({ version: 1 });
    expect(await json('recipe', project, 'save', 'support', '--file', first)).toMatchObject({ version: 1 });

    const byFile = manifestSchema.parse(await json('export', project, '--recipe', first, '--out', out));
    expect(byFile.recipe).toEqual(recipe);
    const byName = await json(
      'export',
      project,
      '--recipe-name',
      'Support',
      '--out',
      join(folder, 'b.jsonl'),
    );
    expect(hashes(byName)).toEqual(hashes(byFile));

    // A manifest is a recipe as well; what is given beside it overrides it, and nothing else does.
    const manifest = join(folder, 'a.manifest.json');
    const overriding = ['--split', '0', '--most-rows', '7', '--out', join(folder, 'c.jsonl')];
    const other = await json('export', project, '--recipe', manifest, ...overriding);
    expect(other.recipe).toEqual({ ...recipe, validation: 0, limits: { total: 7 } });
    expect(other.counts).toMatchObject({ exported: 7, validation: 0 });

    const changed = join(folder, 'c.manifest.json');
    expect(await json('recipe', project, 'save', 'Support', '--file', changed)).toMatchObject({ version: 2 });
    expect(await json('recipe', project, 'show', 'Support@1')).toMatchObject({ version: 1, recipe });
    const { stdout } = await run('recipe', project, 'compare', 'Support');
    expect(stdout.trim().split('\n')).toEqual([
      'Share held out for validation: 0 % instead of 20 %.',
      'Rows in all: 7 instead of no limit.',
    ]);
    expect(await json('recipe', project, 'compare', first, 'Support@1')).toEqual({ differences: [] });

    expect(await json('recipe', project, 'remove', 'Support')).toEqual({ removed: 'Support' });
    expect(await json('recipe', project, 'list')).toEqual({ recipes: [] });
    const later = ['--recipe-name', 'Support@1', '--out', join(folder, 'd.jsonl')];
    expect(hashes(await json('export', project, ...later))).toEqual(hashes(byFile));
    expect(readFileSync(join(folder, 'd.jsonl'), 'utf8')).toBe(readFileSync(out, 'utf8'));
  });

  test('say what to do where they cannot be meant', async () => {
    const folder = useTempFolder();
    const project = await projectWithRows(folder);
    const file = join(folder, 'recipe.json');
    writeFileSync(file, JSON.stringify({ ...recipe, limits: { perUsr: 3 } }));
    const out = ['--out', join(folder, 'x.jsonl')];

    expect(await failureOf('export', project, '--recipe', file, ...out)).toMatchObject({
      code: 'RECIPE_INVALID',
      message: expect.stringContaining('limits.perUsr'),
    });
    expect(await failureOf('export', project, '--recipe-name', 'Support', ...out)).toMatchObject({
      code: 'RECIPE_NOT_FOUND',
    });
    expect(await failureOf('export', project, ...out)).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('--recipe-name'),
    });
    writeFileSync(file, JSON.stringify(recipe));
    expect(await failureOf('recipe', project, 'save', 'Support@2', '--file', file)).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('@ and a number'),
    });
    expect(await failureOf('recipe', project, 'show')).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('show NAME'),
    });
    expect(await failureOf('recipe', project, 'keep', 'x')).toMatchObject({ code: 'INPUT_INVALID' });
  });
});
