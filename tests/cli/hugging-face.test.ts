import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifestSchema } from '../../shared/contract/export-operations.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { writePairsFile } from '../support/pairs-file.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };
const folder = makeTempFolder();
const project = join(folder, 'p.flywheel');

async function flywheel(...args: readonly string[]) {
  return runProgram(process.execPath, [launcher, ...args], { environment });
}

beforeAll(async () => {
  const pairs = join(folder, 'pairs.jsonl');
  writePairsFile(pairs, 12);
  for (const args of [
    ['init', project],
    ['import', project, pairs],
  ])
    expect(await flywheel(...args)).toMatchObject({ code: 0 });
});

async function exported(...args: readonly string[]) {
  const { code, stdout } = await flywheel('export', project, ...args, '--json');
  expect(code).toBe(0);
  return manifestSchema.parse(JSON.parse(stdout));
}

test('writes conversations into a folder of Hugging Face, whose files validate', async () => {
  const out = join(folder, 'set');
  const manifest = await exported(
    '--format',
    'huggingface',
    '--out',
    out,
    '--card',
    'licence=mit',
    '--card',
    'creator=Ada',
  );
  expect(manifest.recipe).toMatchObject({
    format: 'trl-messages',
    container: 'huggingface',
    card: { title: 'set', licence: 'mit', creator: 'Ada' },
  });
  expect(readdirSync(out).toSorted()).toEqual(['README.md', 'croissant.json', 'data']);
  expect(existsSync(join(folder, 'set.manifest.json'))).toBe(true);
  const [, yaml = ''] = /^---\n([^]*?)\n---/u.exec(readFileSync(join(out, 'README.md'), 'utf8')) ?? [];
  expect(parse(yaml)).toMatchObject({
    license: 'mit',
    dataset_info: { splits: [{ name: 'train', num_examples: 12 }] },
  });
  const shard = join(out, 'data', 'train-00000-of-00001.parquet');
  expect(await flywheel('validate', shard, '--format', 'huggingface')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('12 rows read as trl-messages, none with errors'),
  });
  // The export before is replaced unasked, as every other one is.
  await exported('--format', 'trl-preference', '--container', 'huggingface', '--out', out);
});

test('takes a container for a format, and refuses two', async () => {
  const { recipe } = await exported('--format', 'csv', '--out', join(folder, 'rows.csv'));
  expect(recipe).toMatchObject({ format: 'trl-messages', container: 'csv' });
  const two = ['--format', 'csv', '--container', 'parquet', '--out', join(folder, 'x')];
  expect(await flywheel('export', project, ...two)).toMatchObject({ code: 2 });
  const help = await flywheel('export', '--help');
  expect(help.stdout).toContain('huggingface, parquet and csv are conversations as in trl-messages');
});
