import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listInputFiles, rootOfInput } from './list-input-files.ts';
import { createTestFolder } from './test-files.ts';

const folder = createTestFolder();
afterAll(() => folder.remove());

beforeAll(() => {
  for (const path of [
    'b.jsonl',
    'a.csv',
    'deep/er/c.JSON.gz',
    'deep/d.parquet',
    'deep/e.jsonl.zst',
    'deep/notes.txt',
    'deep/.hidden.jsonl',
    '.cache/f.jsonl',
    'node_modules/x/g.jsonl',
    'set[1].jsonl',
    'logs/part-0',
    'logs/part-1',
  ]) {
    mkdirSync(join(folder.path, path, '..'), { recursive: true });
    writeFileSync(join(folder.path, path), 'x'.repeat(10));
  }
  symlinkSync(folder.path, join(folder.path, 'deep/up'));
  symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'gone.jsonl'));
});

async function list(path: string): Promise<readonly string[] | null> {
  const found = await listInputFiles(join(folder.path, path));
  if (!found.ok) throw new Error(found.error.message);
  expect(found.value.bytes).toBe((found.value.files ?? [path]).length * 10);
  return found.value.files;
}

describe('listInputFiles', () => {
  it('takes a file as it is, also one whose name looks like a pattern', async () => {
    expect(await list('b.jsonl')).toBeNull();
    expect(await list('set[1].jsonl')).toBeNull();
    expect(rootOfInput(join(folder.path, 'set[1].jsonl'))).toBe(join(folder.path, 'set[1].jsonl'));
  });

  it('finds the data files below a folder, in path order, each once', async () => {
    expect(await list('.')).toEqual([
      'a.csv',
      'b.jsonl',
      'deep/d.parquet',
      'deep/e.jsonl.zst',
      'deep/er/c.JSON.gz',
      'set[1].jsonl',
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['*.jsonl', ['b.jsonl', 'set[1].jsonl']],
    ['?.{csv,jsonl}', ['a.csv', 'b.jsonl']],
    ['**/*.{parquet,zst,txt}', ['deep/d.parquet', 'deep/e.jsonl.zst', 'deep/notes.txt']],
    ['**/[cd].*', ['deep/d.parquet', 'deep/er/c.JSON.gz']],
    ['**/*.jsonl', ['b.jsonl', 'set[1].jsonl']],
  ])('finds what %s matches', async (pattern, files) => {
    expect(await list(pattern)).toEqual(files);
    expect(resolve(rootOfInput(join(folder.path, pattern)))).toBe(folder.path);
  });

  it('gives paths relative to the part of the pattern without wildcards', async () => {
    expect(await list('logs/part-*')).toEqual(['part-0', 'part-1']);
    expect(rootOfInput('*.jsonl')).toBe('.');
    expect(rootOfInput('/*.jsonl')).toBe('/');
  });

  it('fails with a sentence where there is nothing', async () => {
    mkdirSync(join(folder.path, 'empty'));
    const sentences = {
      'absent.jsonl': 'does not exist',
      'absent-*.jsonl': 'No file matches',
      empty: 'There are no data files in empty',
      logs: 'use a pattern such as',
    };
    for (const [path, sentence] of Object.entries(sentences)) {
      const found = await listInputFiles(join(folder.path, path));
      expect(found, path).toMatchObject({ ok: false, error: { code: 'FILE_NOT_FOUND' } });
      expect(found.ok ? '' : found.error.message).toContain(sentence);
    }
    const device = await listInputFiles('/dev/null');
    expect(device.ok ? '' : device.error.code).toBe('FILE_UNREADABLE');
  });
});
