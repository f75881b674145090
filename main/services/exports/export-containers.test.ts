import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { exportRecipe } from './run-export.ts';

const recipe: Recipe = {
  format: 'trl-preference',
  filter: [],
  validation: 0.3,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};

async function exported(folder: string, changes: Partial<Recipe>, name: string) {
  const project = newProject();
  const rows = Array.from({ length: 60 }, (_, index) => ({
    input: `question ${index}`,
    output: `answer ${index}`,
    edit: `better answer ${index}`,
  }));
  await importRows(project, rows);
  const input = { recipe: { ...recipe, ...changes }, path: join(folder, name), overwrite: false };
  const manifest = await exportRecipe(input, jobContext(project));
  if (!manifest.ok) throw new Error(manifest.error.message);
  return manifest.value;
}

describe('exportRecipe with a container', () => {
  it('puts the same rows into every container, with hashes and counts of what is on disk', async () => {
    const folder = useTempFolder();
    await exported(folder, {}, 'plain.jsonl');
    const plain = readFileSync(join(folder, 'plain.jsonl'));
    const lines = plain.toString().trimEnd().split('\n');
    await exported(folder, { container: 'jsonl.gz' }, 'pairs.jsonl.gz');
    expect(gunzipSync(readFileSync(join(folder, 'pairs.jsonl.gz'))).equals(plain)).toBe(true);
    await exported(folder, { container: 'jsonl.zst' }, 'zst.jsonl.zst');
    expect(zstdDecompressSync(readFileSync(join(folder, 'zst.jsonl.zst'))).equals(plain)).toBe(true);
    const manifest = await exported(folder, { container: 'parquet' }, 'table.parquet');
    const bytes = readFileSync(join(folder, 'table.parquet'));
    expect(manifest.files.map(({ name, bytes: size }) => [name, size])[0]).toEqual([
      'table.parquet',
      bytes.length,
    ]);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    expect(await parquetReadObjects({ file })).toEqual(lines.map((line): unknown => JSON.parse(line)));
    expect(manifest.counts.training).toBe(lines.length);
    expect(readdirSync(folder).toSorted()).toEqual([
      'pairs.jsonl.gz',
      'pairs.lineage.jsonl',
      'pairs.manifest.json',
      'pairs.validation.jsonl.gz',
      'plain.jsonl',
      'plain.lineage.jsonl',
      'plain.manifest.json',
      'plain.validation.jsonl',
      'table.lineage.jsonl',
      'table.manifest.json',
      'table.parquet',
      'table.validation.parquet',
      'zst.jsonl.zst',
      'zst.lineage.jsonl',
      'zst.manifest.json',
      'zst.validation.jsonl.zst',
    ]);
  });
});
