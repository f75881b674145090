import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ExportPart } from '../../../../shared/domain/export/split.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  parseJson,
} from '../../../../shared/domain/json.ts';
import { fail, succeed } from '../../../../shared/result/result.ts';
import { useTempFolder } from '../../../../tests/support/temp-folder.ts';
import { withFileSet } from '../../file-set.ts';
import { createHuggingFaceFolder } from './hugging-face-folder.ts';
import type { Shard } from './published-set.ts';

const card = {
  title: 'Support: "edits" & more',
  licence: 'CC-BY-4.0',
  description: 'Made by hand.',
  creator: 'Ada',
  url: 'https://example.org/set',
  published: '2026-11-26',
};
const format = { id: 'trl-messages', sentence: 'Whole conversations.' };

function rowOf(index: number): JsonObject {
  return { messages: [{ role: 'user', content: `question ${index}\n${'x'.repeat(80)}` }], weight: index / 2 };
}

async function write(
  path: string,
  parts: Readonly<Partial<Record<ExportPart, readonly JsonObject[]>>>,
  mostLength?: number,
): Promise<readonly Shard[]> {
  const written = await withFileSet(path, async (files) => {
    const folder = createHuggingFaceFolder(path, files, mostLength);
    const sinks = (['training', 'validation', 'test'] as const).flatMap((part) =>
      parts[part] === undefined ? [] : [{ sink: folder.sinkOf(part), rows: parts[part] }],
    );
    for (const { sink, rows } of sinks) for (const row of rows) sink.add(`${JSON.stringify(row)}\n`);
    for (const { sink } of sinks) for (const _ of sink.finish()) continue;
    folder.complete({ card, format });
    const shards = folder.shards();
    files.commit([]);
    return succeed(shards);
  });
  if (!written.ok) throw new Error(written.error.message);
  return written.value;
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

function bufferOf(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** The card's metadata, read by a YAML library. */
function cardOf(path: string): JsonObject {
  const [, yaml = ''] = /^---\n([^]*?)\n---\n/u.exec(readFileSync(join(path, 'README.md'), 'utf8')) ?? [];
  const value: Json = parse(yaml);
  if (!isJsonObject(value)) throw new Error('The card is no object.');
  return value;
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return value !== undefined && isJsonList(value) ? value.filter(isJsonObject) : [];
}

const parts = {
  training: Array.from({ length: 25 }, (_, index) => rowOf(index)),
  validation: [rowOf(100)],
  test: [{ ...rowOf(200), tools: [{ a: 1 }] }],
};

describe('createHuggingFaceFolder', () => {
  it('puts rows into files by their size, all with the same columns, which DuckDB and hyparquet read', async () => {
    const path = join(useTempFolder(), 'set');
    const shards = await write(path, parts, 1000);
    expect(shards.length).toBeGreaterThan(3);
    expect(readdirSync(path).toSorted()).toEqual(['README.md', 'croissant.json', 'data']);
    expect(readdirSync(join(path, 'data')).toSorted()).toEqual(
      shards.map(({ name }) => name.slice('data/'.length)).toSorted(),
    );
    const training = shards.filter(({ part }) => part === 'training');
    expect(training[0]?.name).toBe(`data/train-00000-of-0000${training.length}.parquet`);
    const schemas = new Set<string>();
    const read: unknown[] = [];
    for (const { name, rows, bytes, sha256 } of shards) {
      const file = bufferOf(join(path, name));
      expect(file.byteLength).toBe(bytes);
      expect(createHash('sha256').update(Buffer.from(file)).digest('hex')).toBe(sha256);
      schemas.add(JSON.stringify(parquetMetadata(file).schema));
      const objects = await parquetReadObjects({ file });
      expect(objects).toHaveLength(rows);
      if (name.includes('train')) read.push(...objects);
    }
    expect(schemas.size).toBe(1);
    expect(read).toEqual(parts.training.map((row) => ({ ...row, tools: null })));
    expect(
      await duck(`SELECT count(*)::INT AS n, sum(weight) AS w FROM read_parquet('${path}/data/train-*')`),
    ).toEqual([{ n: 25, w: 150 }]);
    expect(await duck(`SELECT tools FROM read_parquet('${path}/data/test-*')`)).toEqual([
      { tools: '[{"a":1}]' },
    ]);
  });

  it('has a card whose files, columns and counts are those that are there', async () => {
    const path = join(useTempFolder(), 'set');
    const shards = await write(path, parts, 1000);
    const bytes = (part: string) =>
      shards.filter((shard) => shard.part === part).reduce((sum, shard) => sum + shard.bytes, 0);
    const size = bytes('training') + bytes('validation') + bytes('test');
    expect(cardOf(path)).toEqual({
      license: 'cc-by-4.0',
      pretty_name: card.title,
      size_categories: ['n<1K'],
      task_categories: ['text-generation'],
      tags: ['human-feedback', 'trl-messages'],
      configs: [
        {
          config_name: 'default',
          data_files: [
            { split: 'train', path: 'data/train-*' },
            { split: 'validation', path: 'data/validation-*' },
            { split: 'test', path: 'data/test-*' },
          ],
        },
      ],
      dataset_info: {
        features: [
          {
            name: 'messages',
            list: [
              { name: 'role', dtype: 'string' },
              { name: 'content', dtype: 'string' },
            ],
          },
          { name: 'weight', dtype: 'float64' },
          { name: 'tools', dtype: 'string' },
        ],
        splits: [
          { name: 'train', num_bytes: bytes('training'), num_examples: 25 },
          { name: 'validation', num_bytes: bytes('validation'), num_examples: 1 },
          { name: 'test', num_bytes: bytes('test'), num_examples: 1 },
        ],
        download_size: size,
        dataset_size: size,
      },
    });
    const text = readFileSync(join(path, 'README.md'), 'utf8');
    for (const { name, rows, bytes: one, sha256 } of shards)
      expect(text).toContain(`| ${name} | ${rows} | ${one} | ${sha256} |`);
  });

  it('has every property that Croissant 1.0 requires, and fields that lead to columns that are there', async () => {
    const path = join(useTempFolder(), 'set');
    const shards = await write(path, parts, 1000);
    const value = parseJson(readFileSync(join(path, 'croissant.json'), 'utf8'));
    if (!isJsonObject(value)) throw new Error('croissant.json is no object.');
    const { distribution, recordSet, ...set } = value;
    // The table "Required" of docs/croissant-spec-1.0.md, mlcommons/croissant 401f6ff.
    expect(set).toMatchObject({
      '@context': {
        '@vocab': 'https://schema.org/',
        cr: 'http://mlcommons.org/croissant/',
        conformsTo: 'dct:conformsTo',
      },
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      name: card.title,
      description: 'Made by hand.',
      license: 'https://spdx.org/licenses/CC-BY-4.0.html',
      url: 'https://example.org/set',
      creator: { '@type': 'sc:Organization', name: 'Ada' },
      datePublished: '2026-11-26',
    });
    const files = listOf(distribution);
    expect(files.filter((file) => file['@type'] === 'cr:FileObject')).toEqual(
      shards.map(({ name, bytes, sha256 }) => ({
        '@type': 'cr:FileObject',
        '@id': name,
        name,
        contentUrl: name,
        contentSize: `${bytes} B`,
        encodingFormat: 'application/x-parquet',
        sha256,
      })),
    );
    const ids = new Set(files.map((file) => file['@id']));
    const sets = listOf(recordSet);
    const leaves = sets.flatMap((one) => listOf(one['field'])).flatMap(leavesOf);
    for (const field of leaves) {
      expect(field).toMatchObject({
        '@type': 'cr:Field',
        '@id': expect.any(String),
        dataType: expect.any(String),
      });
      if (field['@id'] !== 'splits/name') expect(ids).toContain(at(field['source'], 'fileSet', '@id'));
    }
    expect(leaves.map((field) => [field['@id'], at(field['source'], 'extract', 'column')])).toEqual([
      ['splits/name', undefined],
      ['default/split', undefined],
      ['default/messages/role', 'messages'],
      ['default/messages/content', 'messages'],
      ['default/weight', 'weight'],
      ['default/tools', 'tools'],
    ]);
    expect(sets[0]?.['data']).toEqual(
      ['train', 'validation', 'test'].map((name) => ({ 'splits/name': name })),
    );
  });

  it('leaves nothing behind where it is not committed, and takes nothing that was there', async () => {
    const outer = useTempFolder();
    const there = join(outer, 'there');
    mkdirSync(there);
    writeFileSync(join(there, 'LICENSE'), 'mine');
    for (const path of [join(outer, 'a', 'new'), there]) {
      const failed = await withFileSet(path, async (files) => {
        const sink = createHuggingFaceFolder(path, files).sinkOf('training');
        sink.add('{"a":1}\n');
        for (const _ of sink.finish()) continue;
        return fail('JOB_CANCELLED', 'no');
      });
      expect(failed.ok).toBe(false);
    }
    expect(readdirSync(outer)).toEqual(['there']);
    expect(readdirSync(there)).toEqual(['LICENSE']);
  });
});

function at(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (one, key) => (one !== undefined && isJsonObject(one) ? one[key] : undefined),
    value,
  );
}

function leavesOf(field: JsonObject): readonly JsonObject[] {
  return field['subField'] === undefined ? [field] : listOf(field['subField']).flatMap(leavesOf);
}
