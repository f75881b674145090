import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../../shared/contract/export-operations.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { JobContext } from '../job-context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { exportRecipe } from './run-export.ts';

const recipe: Recipe = {
  format: 'trl-preference',
  filter: [],
  validation: 0.2,
  test: 0.2,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
  container: 'huggingface',
  card: { title: 'Answers', licence: 'mit' },
};

const rows = Array.from({ length: 60 }, (_, index) => ({
  input: `question ${index}`,
  output: `answer ${index}`,
  edit: `better answer ${index}`,
}));

let folder: string;
let project: OpenProject;
beforeEach(async () => {
  folder = useTempFolder();
  project = newProject();
  await importRows(project, rows);
});

async function run(changes: Partial<Recipe>, overwrite = false, context: Partial<JobContext> = {}) {
  const input = { recipe: { ...recipe, ...changes }, path: join(folder, 'set'), overwrite };
  return exportRecipe(input, jobContext(project, context));
}

async function exported(changes: Partial<Recipe> = {}, overwrite = false): Promise<Manifest> {
  const manifest = await run(changes, overwrite);
  if (!manifest.ok) throw new Error(manifest.error.message);
  return manifest.value;
}

/** Below the folder, but what stands beside the set. */
function tree(): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

const files = [
  'set.lineage.jsonl',
  'set.manifest.json',
  'set/README.md',
  'set/croissant.json',
  'set/data/test-00000-of-00001.parquet',
  'set/data/train-00000-of-00001.parquet',
  'set/data/validation-00000-of-00001.parquet',
];

it('writes a folder whose rows, counts and hashes are those of the manifest', async () => {
  const manifest = await exported();
  expect(tree()).toEqual(files);
  expect(manifest.files.map(({ name, role }) => [name, role])).toEqual([
    ['set/data/train-00000-of-00001.parquet', 'training'],
    ['set/data/validation-00000-of-00001.parquet', 'validation'],
    ['set/data/test-00000-of-00001.parquet', 'test'],
  ]);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  let total = 0;
  for (const { name, rows: count, bytes, sha256 } of manifest.files) {
    const path = join(folder, name);
    const content = readFileSync(path);
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    const read = await connection.runAndReadAll(`SELECT prompt[1].content AS q FROM read_parquet('${path}')`);
    expect(read.currentRowCount).toBe(count);
    total += read.currentRowCount;
  }
  connection.closeSync();
  instance.closeSync();
  expect(total).toBe(rows.length);
  expect(manifest.counts).toMatchObject({ exported: 60, matching: 60 });
  const [, yaml = ''] = /^---\n([^]*?)\n---/u.exec(readFileSync(join(folder, 'set/README.md'), 'utf8')) ?? [];
  expect(parse(yaml)).toMatchObject({
    license: 'mit',
    dataset_info: {
      splits: manifest.files.map(({ role, rows: count, bytes }) => ({
        name: role === 'training' ? 'train' : role,
        num_bytes: bytes,
        num_examples: count,
      })),
    },
  });
});

it('says what a card lacks that Croissant requires', async () => {
  const finding = { rule: 'card_incomplete', level: 'warning', rows: 0 };
  const { findings } = await exported();
  expect(findings).toContainEqual(expect.objectContaining(finding));
  expect(findings.find(({ rule }) => rule === 'card_incomplete')?.message).toContain(
    'a description, who made it, its address, and the day of publication',
  );
  const card = {
    ...recipe.card,
    title: 'A',
    description: 'B',
    creator: 'C',
    url: 'https://d.example',
    published: '2026-11-26',
  };
  expect((await exported({ card }, true)).findings.map(({ rule }) => rule)).not.toContain('card_incomplete');
});

it('gives the same bytes again, and takes away the files of parts that are gone', async () => {
  await exported();
  const before = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  await exported({}, true);
  expect(files.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  writeFileSync(join(folder, 'set', 'LICENSE'), 'mine');
  await exported({ validation: 0 }, true);
  expect(tree()).toEqual([...files.slice(0, 2), 'set/LICENSE', ...files.slice(2, -1)]);
});

it('replaces no folder unasked, and leaves none behind that was cancelled', async () => {
  const controller = new AbortController();
  controller.abort();
  expect(await run({}, false, { signal: controller.signal })).toMatchObject({
    error: { code: 'JOB_CANCELLED' },
  });
  expect(existsSync(join(folder, 'set'))).toBe(false);
  mkdirSync(join(folder, 'set'));
  expect(await run({})).toMatchObject({ error: { code: 'FILE_EXISTS' } });
});

it('holds no format that is a file of its own kind', async () => {
  expect(await run({ format: 'fewshot-markdown' })).toMatchObject({ error: { code: 'INPUT_INVALID' } });
});
