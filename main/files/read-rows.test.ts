import { Buffer } from 'node:buffer';
import { mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileShape } from '../../shared/domain/file-shape.ts';
import { detectFile } from './detect-file.ts';
import { FileError } from './file-error.ts';
import { readHead } from './read-file.ts';
import { readRows } from './read-rows.ts';
import { createTestFolder, readWhole } from './test-files.ts';

const folder = createTestFolder();
afterAll(() => folder.remove());

const rows = Array.from({ length: 50 }, (_, id) => ({
  id,
  output: `Größe ${id} – naïve, "quoted"`,
  n: { list: [id] },
}));
const jsonl = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
const csv = `id,output\n${rows.map(({ id }) => `${id},"Größe ${id}; naïve"`).join('\n')}\n`;

async function shapeOf(name: string, content: string | Buffer): Promise<FileShape> {
  const shape = await detectFile(folder.write(name, content));
  if (!shape.ok) throw new Error(shape.error.message);
  return shape.value;
}

describe('detectFile', () => {
  it.each<[string, string, Partial<FileShape>]>([
    [
      'a.jsonl',
      jsonl,
      { format: 'jsonl', encoding: 'utf-8', bom: false, delimiter: null, columns: ['id', 'output', 'n'] },
    ],
    ['named-wrong.csv', jsonl, { format: 'jsonl' }],
    [
      'one-row.json',
      JSON.stringify({ id: 1, messages: [{ role: 'user', content: 'x' }] }),
      { format: 'jsonl', member: null },
    ],
    ['list.json', JSON.stringify(rows), { format: 'json', member: null, columns: ['id', 'output', 'n'] }],
    ['pretty.json', JSON.stringify(rows, null, 2), { format: 'json', member: null }],
    [
      'in-data.json',
      JSON.stringify({ version: 1, data: rows }),
      { format: 'json', member: 'data', columns: ['id', 'output', 'n'] },
    ],
    [
      'pretty-in-data.json',
      JSON.stringify({ version: 1, data: rows }, null, 2),
      { format: 'json', member: 'data' },
    ],
    [
      'joined.json',
      rows.map((row) => JSON.stringify(row, null, 2)).join('\n'),
      { format: 'json', member: null },
    ],
    ['mostly-broken-start.jsonl', `{"a":\nnothing\n${jsonl}`, { format: 'jsonl' }],
    ['cut-container-line.jsonl', `{"id":0,"list":[{"x":1\n${jsonl}`, { format: 'jsonl' }],
    ['a.csv', csv, { format: 'csv', delimiter: ',', columns: ['id', 'output'] }],
    ['a.tsv', csv.replaceAll(',', '\t'), { format: 'tsv', delimiter: '\t' }],
    [
      'semicolon.csv',
      'id;text\n1;a, b\n2;c, d\n3;e, f\n',
      { format: 'csv', delimiter: ';', columns: ['id', 'text'] },
    ],
    ['pipe.txt', 'id|text\n1|a\n2|b\n', { format: 'csv', delimiter: '|' }],
    [
      'one-column.csv',
      'output\nfirst text\nsecond text\n',
      { format: 'csv', delimiter: ',', columns: ['output'] },
    ],
  ])('knows %s by its content', async (name, content, expected) => {
    expect(await shapeOf(name, content)).toMatchObject({
      ...expected,
      compression: 'none',
      bytes: Buffer.byteLength(content),
    });
  });

  it('reads the file as the format a person names', async () => {
    const path = folder.write('semicolons.txt', 'a;b\n1;"x, y"\n');
    expect(await detectFile(path, 'csv')).toMatchObject({
      ok: true,
      value: { format: 'csv', delimiter: ';' },
    });
    expect(await detectFile(path, 'tsv')).toMatchObject({
      ok: true,
      value: { format: 'tsv', delimiter: '\t' },
    });
    const container = folder.write('container.json', JSON.stringify({ data: rows }));
    expect(await detectFile(container, 'jsonl')).toMatchObject({
      ok: true,
      value: { format: 'jsonl', columns: ['data'] },
    });
    const lines = folder.write('lines.jsonl', jsonl);
    expect(await detectFile(lines, 'json')).toMatchObject({
      ok: true,
      value: { format: 'json', member: null },
    });
  });

  it('knows compression and encodings, and reads the same rows through each', async () => {
    const western = csv.replaceAll('–', '-');
    const variants: readonly [string, Buffer, Partial<FileShape>][] = [
      ['bom.csv', Buffer.from(`\uFEFF${western}`), { encoding: 'utf-8', bom: true }],
      ['16le-bom.csv', Buffer.from(`\uFEFF${western}`, 'utf16le'), { encoding: 'utf-16le', bom: true }],
      ['16le.csv', Buffer.from(western, 'utf16le'), { encoding: 'utf-16le', bom: false }],
      [
        '16be-bom.csv',
        Buffer.from(`\uFEFF${western}`, 'utf16le').swap16(),
        { encoding: 'utf-16be', bom: true },
      ],
      ['latin1.csv', Buffer.from(western, 'latin1'), { encoding: 'windows-1252', bom: false }],
      ['packed.csv.gz', gzipSync(western), { compression: 'gzip' }],
      ['packed-without-name', gzipSync(western), { compression: 'gzip', encoding: 'utf-8' }],
    ];
    const expected = rows.map(({ id }) => ({ id: String(id), output: `Größe ${id}; naïve` }));
    for (const [name, bytes, shape] of variants) {
      const read = await readWhole(folder.write(name, bytes));
      expect(read.shape, name).toMatchObject(shape);
      expect(
        read.rows.map(({ value }) => value),
        name,
      ).toEqual(expected);
      expect(read.rejects, name).toEqual([]);
    }
  });

  it('stays with UTF-8 where a few lines of it are broken', async () => {
    const bytes = Buffer.from(jsonl);
    bytes[jsonl.indexOf('"quoted') + 1] = 0xff;
    expect((await shapeOf('few-broken.jsonl', bytes)).encoding).toBe('utf-8');
    const ascii = Buffer.from('{"a":"x"}\n'.repeat(40));
    ascii[6] = 0xe9;
    expect((await shapeOf('one-broken.jsonl', ascii)).encoding).toBe('utf-8');
  });

  it('fails with a code and a sentence where there are no rows to read', async () => {
    mkdirSync(`${folder.path}/folder`);
    const failures: readonly [string, string][] = [
      [`${folder.path}/absent.jsonl`, 'FILE_NOT_FOUND'],
      [`${folder.path}/folder`, 'FILE_NOT_FOUND'],
      [folder.write('empty.jsonl', ''), 'FORMAT_UNKNOWN'],
      [folder.write('blank.jsonl', ' \n\n'), 'FORMAT_UNKNOWN'],
      [folder.write('cut.parquet', 'PAR1\0\0\u0001'), 'FILE_UNREADABLE'],
      [folder.write('packed.parquet.gz', gzipSync('PAR1\0\0\u0001')), 'FORMAT_NOT_SUPPORTED'],
      [
        folder.write('noise.bin', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251))),
        'FORMAT_UNKNOWN',
      ],
    ];
    for (const [path, code] of failures)
      expect(await detectFile(path), path).toMatchObject({ ok: false, error: { code } });
  });
});

describe('readRows', () => {
  it('reads a nasty file: 5 % broken lines of every kind cost those lines and nothing else', async () => {
    const lines: Buffer[] = [];
    const expectedRejects: [number, string][] = [];
    const expectedIds: number[] = [];
    for (let id = 0; id < 2000; id += 1) {
      const good = JSON.stringify({ id, output: `Text é ${'x'.repeat(100)}` });
      const kind = id % 20 === 3 ? Math.floor(id / 20) % 6 : -1;
      const [bytes, reason] = brokenLine(kind, good);
      lines.push(Buffer.concat([bytes, Buffer.from(id % 3 === 0 ? '\r\n' : '\n')]));
      if (reason !== null && reason !== 'blank') expectedRejects.push([id + 1, reason]);
      if (reason === null) expectedIds.push(id);
    }
    const path = folder.write('nasty.jsonl', Buffer.concat([Buffer.from('\uFEFF'), ...lines]));
    const { rows: read, rejects, shape } = await readWhole(path);
    expect(shape).toMatchObject({ format: 'jsonl', encoding: 'utf-8', bom: true });
    expect(read.map(({ value }) => value['id'])).toEqual(expectedIds);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual(expectedRejects);
    for (const reject of rejects) expect(reject.raw.length).toBeGreaterThan(0);
  });

  it('rejects a 50 MB line without holding it', { timeout: 60_000 }, async () => {
    const huge = Buffer.concat([
      Buffer.from('{"output":"'),
      Buffer.alloc(50_000_000, 0x79),
      Buffer.from('"}\n'),
    ]);
    const path = folder.write(
      'huge-line.jsonl',
      Buffer.concat([Buffer.from('{"id":1}\n'), huge, Buffer.from('{"id":2}')]),
    );
    const before = process.memoryUsage();
    const { rows: read, rejects } = await readWhole(path);
    const after = process.memoryUsage();
    expect(read.map(({ value, line }) => [line, value['id']])).toEqual([
      [1, 1],
      [3, 2],
    ]);
    expect(rejects).toMatchObject([{ line: 2, reason: 'row_too_large', rawBytes: huge.length - 1 }]);
    expect(rejects[0]?.raw.length).toBe(64 * 1024);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(40 * 2 ** 20);
  });

  it('reports progress of the file on disk and keeps batches small', async () => {
    const content = `${JSON.stringify({ output: 'x'.repeat(50) })}\n`.repeat(5000);
    const path = folder.write('progress.jsonl', content);
    const shape = await shapeOf('progress.jsonl', content);
    let last = 0;
    let count = 0;
    for await (const batch of readRows(path, shape)) {
      expect(batch.rows.length).toBeLessThanOrEqual(500);
      expect(batch.bytesTotal).toBe(content.length);
      expect(batch.bytesRead).toBeGreaterThanOrEqual(last);
      last = batch.bytesRead;
      count += batch.rows.length;
    }
    expect([count, last]).toEqual([5000, content.length]);
  });

  it('keeps the rows before the end of a cut or damaged gzip, with one reject', async () => {
    const long = Array.from({ length: 20_000 }, (_, id) =>
      JSON.stringify({ id, output: `row ${(id * 7919) % 1000}` }),
    ).join('\n');
    const packed = gzipSync(long);
    const cut = packed.subarray(0, Math.floor(packed.length / 2));
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, damaged.length - 2000, damaged.length - 1900);
    const cutFile = await readWhole(folder.write('cut.gz', cut));
    expect(cutFile.rows.length).toBeGreaterThan(1000);
    expect(cutFile.rows.map(({ value }) => value['id'])).toEqual(cutFile.rows.map((_, id) => id));
    expect(cutFile.rejects.map(({ reason }) => reason)).toEqual(['truncated_file']);
    const damagedFile = await readWhole(folder.write('damaged.gz', damaged));
    expect(damagedFile.rows.length).toBeGreaterThan(1000);
    expect(damagedFile.rejects.at(-1)).toMatchObject({ reason: 'truncated_file' });
    const members = await readWhole(
      folder.write('members.gz', Buffer.concat([gzipSync('{"id":0}\n'), gzipSync('{"id":1}\n')])),
    );
    expect(members.rows).toHaveLength(2);
  });

  it('stops at a file that unpacks to far more than it should', async () => {
    const path = folder.write('bomb.gz', gzipSync(`{"id":0}\n${'\n'.repeat(20_000_000)}`));
    const limits = { maxBytes: 2 ** 40, maxRatio: 100, ratioFrom: 2 ** 20 };
    const { rows: read, rejects } = await readWhole(path, { decompressionLimits: limits });
    expect(read).toHaveLength(1);
    expect(rejects).toMatchObject([{ reason: 'truncated_file' }]);
    expect(rejects[0]?.message).toContain('unpacks to far more');
  });

  it('stops when told to', async () => {
    const path = folder.write('stop.jsonl', jsonl);
    const stop = new AbortController();
    stop.abort();
    await expect(readWhole(path, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('throws a failure a person can act on where the file is gone', async () => {
    const shape = await shapeOf('gone.jsonl', jsonl);
    const reading = readHead(`${folder.path}/not-there.jsonl`, shape, 1);
    await expect(reading).rejects.toBeInstanceOf(FileError);
    await expect(reading).rejects.toMatchObject({ failure: { code: 'FILE_NOT_FOUND' } });
  });

  it('gives the first rows for a preview', async () => {
    const path = folder.write('head.jsonl', `broken\n${jsonl}`);
    const head = await readHead(path, await shapeOf('head.jsonl', `broken\n${jsonl}`), 3);
    expect(head.map(({ value }) => value['id'])).toEqual([0, 1, 2]);
  });
});

function brokenLine(kind: number, good: string): [Buffer, string | null] {
  const bytes = Buffer.from(good);
  switch (kind) {
    case 0:
      return [bytes.subarray(0, 40), 'invalid_json'];
    case 1:
      return [Buffer.from('[1,2]'), 'not_an_object'];
    case 2:
      bytes[60] = 0;
      return [bytes, 'contains_nul'];
    case 3:
      bytes[60] = 0xff;
      return [bytes, 'invalid_encoding'];
    case 4:
      return [Buffer.from('"just a text"'), 'not_an_object'];
    case 5:
      return [Buffer.alloc(0), 'blank'];
    default:
      return [bytes, null];
  }
}
