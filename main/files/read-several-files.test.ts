import { mkdirSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectFile } from './detect-file.ts';
import { readRows } from './read-rows.ts';
import type { RowBatch } from './row-batch.ts';
import { createTestFolder, readWhole } from './test-files.ts';

const folder = createTestFolder();
afterAll(() => folder.remove());

const line = (id: number) => `${JSON.stringify({ id, output: `é ${id}` })}\n`;

beforeAll(() => {
  mkdirSync(`${folder.path}/runs/later`, { recursive: true });
  folder.write('runs/a.jsonl', `${line(1)}{broken\n${line(2)}`);
  folder.write('runs/b.csv', Buffer.from('id;output\n3;é 3\n', 'latin1'));
  folder.write('runs/c.json.gz', gzipSync(JSON.stringify({ data: [{ id: 4, output: 'é 4' }] })));
  folder.write('runs/d.jsonl', '');
  folder.write('runs/e.parquet', Buffer.from('PAR1 and nothing more'));
  folder.write('runs/later/f.jsonl.zst', zstdCompressSync(line(5)));
  const columnData = [
    { name: 'id', data: [6] },
    { name: 'output', data: ['é 6'] },
  ];
  folder.write('runs/later/g.parquet', Buffer.from(parquetWriteBuffer({ columnData })));
});

describe('a folder', () => {
  it('is one source: every file is read in path order, as it is written itself', async () => {
    const { shape, rows, rejects } = await readWhole(`${folder.path}/runs`);
    expect(shape).toMatchObject({ format: 'jsonl', compression: 'none', columns: ['id', 'output'] });
    expect(shape.files).toEqual([
      'a.jsonl',
      'b.csv',
      'c.json.gz',
      'd.jsonl',
      'e.parquet',
      'later/f.jsonl.zst',
      'later/g.parquet',
    ]);
    expect(rows.map(({ file, line: at, value }) => [file, at, Number(value['id']), value['output']])).toEqual(
      [
        ['a.jsonl', 1, 1, 'é 1'],
        ['a.jsonl', 3, 2, 'é 2'],
        ['b.csv', 2, 3, 'é 3'],
        ['c.json.gz', 1, 4, 'é 4'],
        ['later/f.jsonl.zst', 1, 5, 'é 5'],
        ['later/g.parquet', 1, 6, 'é 6'],
      ],
    );
    expect(rejects.map(({ file, reason }) => [file, reason])).toEqual([
      ['a.jsonl', 'invalid_json'],
      ['d.jsonl', 'unreadable_file'],
      ['e.parquet', 'unreadable_file'],
    ]);
    expect(rejects[1]?.message).toBe('d.jsonl is empty. Choose another file.');
  });

  it('reports progress over all files', async () => {
    const shape = await detectFile(`${folder.path}/runs`);
    if (!shape.ok) throw new Error(shape.error.message);
    let last = 0;
    for await (const { bytesRead, bytesTotal } of readRows(`${folder.path}/runs`, shape.value)) {
      expect(bytesTotal).toBe(shape.value.bytes);
      expect(bytesRead).toBeGreaterThanOrEqual(last);
      last = bytesRead;
    }
    expect(last).toBe(shape.value.bytes);
  });

  it('is read also where its first files cannot be', async () => {
    const pattern = `${folder.path}/runs/**/[d-g].*`;
    const { shape, rows, rejects } = await readWhole(pattern);
    expect(shape.compression).toBe('zstd');
    expect(rows.map(({ file }) => file)).toEqual(['later/f.jsonl.zst', 'later/g.parquet']);
    expect(rejects).toHaveLength(2);
    const none = await detectFile(`${folder.path}/runs/[de].*`);
    expect(none).toMatchObject({ ok: false, error: { code: 'FORMAT_UNKNOWN' } });
  });

  it('goes on where a file is gone since', async () => {
    const shape = await detectFile(`${folder.path}/runs`);
    if (!shape.ok) throw new Error(shape.error.message);
    const files = ['gone.jsonl', 'a.jsonl'];
    const batches: RowBatch[] = [];
    for await (const batch of readRows(`${folder.path}/runs`, { ...shape.value, files })) batches.push(batch);
    expect(batches.map(({ rows }) => rows.length)).toEqual([0, 2]);
    expect(batches[0]?.rejects).toMatchObject([{ file: 'gone.jsonl', reason: 'unreadable_file' }]);
  });

  it('takes no format for all of its files', async () => {
    const shape = await detectFile(`${folder.path}/runs`, 'csv');
    expect(shape.ok ? '' : shape.error.message).toContain('Leave the format out');
  });
});
