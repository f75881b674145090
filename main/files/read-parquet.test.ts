import { readFileSync } from 'node:fs';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import { detectFile } from './detect-file.ts';
import { readFile } from './read-file.ts';
import { createTestFolder, readWhole } from './test-files.ts';

const folder = createTestFolder();
afterAll(() => folder.remove());

type Written = Parameters<typeof parquetWriteBuffer>[0];

function write(name: string, content: Written): string {
  return folder.write(name, Buffer.from(parquetWriteBuffer(content)));
}

const texts = Array.from({ length: 5000 }, (_, id) => `text ${id} – ${'é'.repeat(id % 50)}`);
const plain: Written = {
  columnData: [
    { name: 'id', data: texts.map((_, id) => id), type: 'INT32' },
    { name: 'output', data: texts, type: 'STRING' },
  ],
  rowGroupSize: 1300,
};

describe('a Parquet file', () => {
  it('is known by its content, whatever its name, and read row by row', async () => {
    const read = await readWhole(write('named-wrong.jsonl', plain));
    expect(read.shape).toMatchObject({
      format: 'parquet',
      compression: 'none',
      member: null,
      columns: ['id', 'output'],
    });
    expect(read.rows.map(({ value }) => value)).toEqual(texts.map((output, id) => ({ id, output })));
    expect(read.rows.map(({ line, byteOffset }) => [line, byteOffset])).toEqual(
      texts.map((_, id) => [id + 1, id]),
    );
    expect(read.rows[7]?.raw).toBe(JSON.stringify({ id: 7, output: texts[7] }));
    expect(read.rejects).toEqual([]);
  });

  it('keeps batches small and reports progress of the file on disk', async () => {
    const path = write('progress.parquet', plain);
    const shape = await detectFile(path);
    if (!shape.ok) throw new Error(shape.error.message);
    let last = 0;
    for await (const batch of readFile(path, shape.value)) {
      expect(batch.rows.length).toBeLessThanOrEqual(500);
      expect(batch.bytesRead).toBeGreaterThanOrEqual(last);
      last = batch.bytesRead;
    }
    expect(last).toBe(shape.value.bytes);
  });

  it('gives conversations as lists of objects', async () => {
    const conversation = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: null },
    ];
    const path = write('nested.parquet', {
      columnData: [
        { name: 'messages', data: [conversation, [], null] },
        { name: '__proto__', data: ['a', 'b', 'c'] },
      ],
      schema: [
        { name: 'root', num_children: 2 },
        { name: 'messages', converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'OPTIONAL', num_children: 2 },
        { name: 'role', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        { name: 'content', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        { name: '__proto__', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      ],
    });
    const { rows } = await readWhole(path);
    expect(rows.map(({ value }) => value['messages'])).toEqual([conversation, [], null]);
    expect(rows.map(({ value }) => Object.entries(value)[1])).toEqual([
      ['__proto__', 'a'],
      ['__proto__', 'b'],
      ['__proto__', 'c'],
    ]);
  });

  it('keeps every digit of numbers and times, and bytes as text', async () => {
    const nanos = { isAdjustedToUTC: true, unit: 'NANOS' } as const;
    const path = write('types.parquet', {
      columnData: [
        { name: 'small', data: [12n, null, -3n] },
        { name: 'large', data: [9007199254740993n, -9007199254740993n, null] },
        { name: 'ms', data: [new Date('2024-05-06T07:08:09.123Z'), null, new Date(0)] },
        { name: 'us', data: [1714979289123456n, -1n, 253402300800000000n] },
        { name: 'ns', data: [1714979289123456789n, null, 0n] },
        { name: 'day', data: [new Date('2024-05-06T00:00:00Z'), null, new Date('1969-12-31T00:00:00Z')] },
        { name: 'score', data: [0.5, Number.NaN, null] },
        { name: 'ok', data: [true, false, null] },
        { name: 'bytes', data: [Buffer.from('tëxt'), Buffer.from([0xff, 0x00]), null] },
        { name: 'json', data: [{ a: [1] }, 'text', null] },
      ],
      schema: [
        { name: 'root', num_children: 10 },
        { name: 'small', type: 'INT64', repetition_type: 'OPTIONAL' },
        { name: 'large', type: 'INT64', repetition_type: 'OPTIONAL' },
        { name: 'ms', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'OPTIONAL' },
        { name: 'us', type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'OPTIONAL' },
        {
          name: 'ns',
          type: 'INT64',
          logical_type: { type: 'TIMESTAMP', ...nanos },
          repetition_type: 'OPTIONAL',
        },
        { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
        { name: 'score', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
        { name: 'ok', type: 'BOOLEAN', repetition_type: 'OPTIONAL' },
        { name: 'bytes', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
        { name: 'json', type: 'BYTE_ARRAY', converted_type: 'JSON', repetition_type: 'OPTIONAL' },
      ],
    });
    const { rows, rejects } = await readWhole(path);
    expect(rejects).toEqual([]);
    expect(rows.map(({ value }) => value)).toEqual([
      {
        small: 12,
        large: '9007199254740993',
        ms: '2024-05-06T07:08:09.123Z',
        us: '2024-05-06T07:08:09.123456Z',
        ns: '2024-05-06T07:08:09.123456789Z',
        day: '2024-05-06',
        score: 0.5,
        ok: true,
        bytes: 'tëxt',
        json: { a: [1] },
      },
      {
        small: null,
        large: '-9007199254740993',
        ms: null,
        us: '1969-12-31T23:59:59.999999Z',
        ns: null,
        day: null,
        score: null,
        ok: false,
        bytes: '/wA=',
        json: 'text',
      },
      {
        small: -3,
        large: null,
        ms: '1970-01-01T00:00:00.000Z',
        us: '253402300800000000',
        ns: '1970-01-01T00:00:00.000000000Z',
        day: '1969-12-31',
        score: null,
        ok: null,
        bytes: null,
        json: null,
      },
    ]);
  });

  it('rejects a row that is too long, and goes on', async () => {
    const path = write('long.parquet', {
      columnData: [{ name: 'output', data: ['a', 'b'.repeat(2000), 'c'], type: 'STRING' }],
    });
    const { rows, rejects } = await readWhole(path, { maxRowBytes: 1000 });
    expect(rows.map(({ value }) => value['output'])).toEqual(['a', 'c']);
    expect(rejects).toMatchObject([{ line: 2, byteOffset: 1, reason: 'row_too_large' }]);
  });

  it('loses only the rows of a damaged place', async () => {
    const bytes = readFileSync(write('damaged.parquet', { ...plain, codec: 'SNAPPY' }));
    // Inside the second of four groups.
    bytes.fill(0xff, Math.floor(bytes.length * 0.35), Math.floor(bytes.length * 0.36));
    const { rows, rejects } = await readWhole(folder.write('damaged.parquet', bytes));
    const ids = new Set(rows.map(({ byteOffset }) => byteOffset));
    expect([ids.has(0), ids.has(1299), ids.has(4999), ids.size < 5000]).toEqual([true, true, true, true]);
    expect(rejects.map(({ reason }) => reason)).toEqual(['truncated_file']);
    expect(rejects[0]?.message).toMatch(/^Rows 1301 to 2600 cannot be read: the Parquet data is damaged/);
  });

  it('fails with a sentence where the index at its end is damaged or missing', async () => {
    const bytes = readFileSync(write('whole.parquet', plain));
    const cases: readonly [string, Buffer][] = [
      ['cut.parquet', bytes.subarray(0, bytes.length - 100)],
      ['head.parquet', bytes.subarray(0, 4)],
      ['index.parquet', Buffer.concat([bytes.subarray(0, bytes.length - 300), bytes.subarray(-200)])],
    ];
    for (const [name, content] of cases) {
      const shape = await detectFile(folder.write(name, content));
      expect(shape, name).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } });
      expect(shape.ok ? '' : shape.error.message).toContain(`${name} is a damaged Parquet file`);
    }
  });

  it('never throws and never hangs on bytes that were changed anywhere', { timeout: 60_000 }, async () => {
    const bytes = readFileSync(
      write('small.parquet', { columnData: [{ name: 'output', data: texts.slice(0, 20), type: 'STRING' }] }),
    );
    for (let at = 4; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const path = folder.write('changed.parquet', changed);
      const shape = await detectFile(path);
      if (!shape.ok) continue;
      const { rows } = await readWhole(path);
      expect(rows.length, `byte ${at}`).toBeLessThanOrEqual(20);
    }
  });

  it('stops where it unpacks to far more than it should', async () => {
    const path = write('dense.parquet', {
      columnData: [{ name: 'output', data: Array.from({ length: 3000 }, () => 'x'.repeat(5000)) }],
    });
    const limits = { maxBytes: 2 ** 40, maxRatio: 100, ratioFrom: 2 ** 20 };
    const { rows, rejects } = await readWhole(path, { decompressionLimits: limits });
    expect(rows.length).toBeLessThan(3000);
    expect(rejects.at(-1)?.message).toContain('unpacks to far more');
  });

  it('is what it is, whatever a person calls it', async () => {
    const path = write('called.parquet', plain);
    expect(await detectFile(path, 'parquet')).toMatchObject({ ok: true, value: { format: 'parquet' } });
    expect(await detectFile(path, 'csv')).toMatchObject({
      ok: false,
      error: { message: 'called.parquet is a Parquet file. Leave the format out.' },
    });
    const text = folder.write('called.jsonl', '{"a":1}\n');
    expect(await detectFile(text, 'parquet')).toMatchObject({
      ok: false,
      error: { code: 'FORMAT_NOT_SUPPORTED' },
    });
  });
});
