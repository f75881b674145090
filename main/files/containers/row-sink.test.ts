import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { type FileContainer, fileContainers } from '../../../shared/domain/export/container.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { succeed } from '../../../shared/result/result.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { withFileSet } from '../file-set.ts';
import { createRowSink } from './row-sink.ts';

const rows: readonly Json[] = [
  {
    prompt: [{ role: 'user', content: 'Where is my order?\nIt is “late”, 2 weeks' }],
    chosen: [{ role: 'assistant', content: 'It ships tomorrow. 🚚' }],
    label: true,
    margin: 1,
  },
  {
    prompt: [
      { role: 'system', content: '' },
      { role: 'user', content: 'Look it up' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ type: 'function', function: { name: 'find', arguments: { id: 7 } } }],
      },
      { role: 'tool', name: 'find', content: '=1+1' },
    ],
    chosen: [{ role: 'assistant', content: '- found' }],
    label: false,
    margin: 0.25,
    tools: [{ type: 'function', function: { name: 'find', parameters: { type: 'object' } } }],
  },
  { prompt: [], chosen: null, label: null, margin: null },
];

async function write(
  folder: string,
  container: FileContainer,
  values: readonly Json[] = rows,
): Promise<string> {
  const path = join(folder, `rows.${container}`);
  const written = await withFileSet(path, async (files) => {
    const sink = createRowSink(container, path, files);
    for (const row of values) sink.add(`${JSON.stringify(row)}\n`);
    for (const _ of sink.finish()) continue;
    files.commit([]);
    return succeed(null);
  });
  expect(written).toEqual(succeed(null));
  expect(readdirSync(folder).filter((name) => !name.startsWith('rows.'))).toEqual([]);
  return path;
}

async function duck(sql: string): Promise<readonly Record<string, Json>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function linesOf(text: string): unknown[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
}

describe('createRowSink', () => {
  it.each([...fileContainers])(
    'gives the same bytes twice and leaves nothing else behind: %s',
    async (container) => {
      const folder = useTempFolder();
      const [first, second] = [join(folder, 'a'), join(folder, 'b')];
      for (const one of [first, second]) mkdirSync(one);
      const bytes = readFileSync(await write(first, container));
      expect(readFileSync(await write(second, container)).equals(bytes)).toBe(true);
      expect(readdirSync(first)).toEqual([`rows.${container}`]);
    },
  );

  it('compresses lines that zlib and DuckDB read back', async () => {
    const folder = useTempFolder();
    const gz = await write(folder, 'jsonl.gz');
    expect(linesOf(gunzipSync(readFileSync(gz)).toString())).toEqual(rows);
    const zst = await write(folder, 'jsonl.zst');
    expect(linesOf(zstdDecompressSync(readFileSync(zst)).toString())).toEqual(rows);
    for (const path of [gz, zst]) {
      expect(
        await duck(
          `SELECT chosen[1].content AS text FROM read_json('${path}', format = 'newline_delimited')`,
        ),
      ).toEqual([{ text: 'It ships tomorrow. 🚚' }, { text: '- found' }, { text: null }]);
    }
  });

  it('joins compressed pieces into one file', async () => {
    const folder = useTempFolder();
    const many = Array.from({ length: 9000 }, (_, id) => ({ id, text: `${id} `.repeat(200) }));
    const gz = await write(folder, 'jsonl.gz', many);
    expect(linesOf(gunzipSync(readFileSync(gz)).toString())).toEqual(many);
    const zst = await write(folder, 'jsonl.zst', many);
    const count = await duck(`SELECT count(*)::INT AS n, max(id)::INT AS most FROM read_json('${zst}')`);
    expect(count).toEqual([{ n: 9000, most: 8999 }]);
  });

  it('writes Parquet with messages as lists of structs, which hyparquet and DuckDB read back', async () => {
    const path = await write(useTempFolder(), 'parquet');
    const bytes = readFileSync(path);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const read = await parquetReadObjects({ file });
    expect(read[0]).toMatchObject({ label: true, margin: 1, chosen: [{ content: 'It ships tomorrow. 🚚' }] });
    expect(read[1]?.['prompt']).toMatchObject([
      { role: 'system', content: '' },
      { content: 'Look it up' },
      { content: null, tool_calls: [{ function: { name: 'find', arguments: '{"id":7}' } }] },
      { role: 'tool', name: 'find', content: '=1+1' },
    ]);
    expect(read[2]).toMatchObject({ prompt: [], chosen: null, label: null, margin: null });
    const types = await duck(`DESCRIBE SELECT chosen, label, margin, tools FROM '${path}'`);
    expect(types.map((column) => column['column_type'])).toEqual([
      'STRUCT("role" VARCHAR, "content" VARCHAR)[]',
      'BOOLEAN',
      'DOUBLE',
      'VARCHAR',
    ]);
    const texts = await duck(`SELECT len(prompt) AS n, prompt[4].content AS last, margin FROM '${path}'`);
    expect(texts).toEqual([
      { n: '1', last: null, margin: 1 },
      { n: '4', last: '=1+1', margin: 0.25 },
      { n: '0', last: null, margin: null },
    ]);
  });

  it('writes Parquet in row groups that fit into memory', async () => {
    const many = Array.from({ length: 25_000 }, (_, id) => ({ id, text: `text ${id}` }));
    const path = await write(useTempFolder(), 'parquet', many);
    const groups = await duck(
      `SELECT count(DISTINCT row_group_id)::INT AS groups FROM parquet_metadata('${path}')`,
    );
    expect(groups).toEqual([{ groups: 5 }]);
    const ids = await duck(
      `SELECT count(*)::INT AS n, sum(id)::BIGINT AS total, max(text) AS text FROM '${path}'`,
    );
    expect(ids).toEqual([{ n: 25_000, total: '312487500', text: 'text 9999' }]);
  });

  it('guards CSV against formulas and keeps every other text', async () => {
    const folder = useTempFolder();
    const texts = ['=1+1', '+1', '-1', '@A1', '\t=1', ' =1', '＝1', 'a "b", c\nd', '', ' x ', 'plain', '007'];
    const path = await write(
      folder,
      'csv',
      texts.map((text, id) => ({ id, text, more: { id } })),
    );
    const read = await duck(
      `SELECT text FROM read_csv('${path}', header = true, all_varchar = true, delim = ',', allow_quoted_nulls = false)`,
    );
    const guarded = new Set(texts.slice(0, 7));
    expect(read.map((row) => row['text'])).toEqual(
      texts.map((text) => (guarded.has(text) ? `'${text}` : text)),
    );
    expect(readFileSync(path, 'utf8').split('\n').slice(0, 2)).toEqual([
      'id,text,more',
      `0,'=1+1,"{""id"":0}"`,
    ]);
  });

  it('gives CSV every column that any row has', async () => {
    const path = await write(useTempFolder(), 'csv', [{ a: 1 }, { b: 'x', a: null }]);
    expect(readFileSync(path, 'utf8')).toBe('a,b\n1,\n,x\n');
  });
});
