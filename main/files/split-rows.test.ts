import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../shared/domain/json.ts';
import {
  createBatchCollector,
  type BatchCollector,
  type RejectedRow,
  type RowSplitter,
  type SourceRow,
} from './row-batch.ts';
import { createCsvSplitter } from './split-csv.ts';
import { createJsonSplitter } from './split-json.ts';
import { createJsonlSplitter } from './split-jsonl.ts';

type CreateSplitter = (collector: BatchCollector) => RowSplitter;

const maxBytes = 1 << 20;
const jsonl: CreateSplitter = (collector) => createJsonlSplitter(collector, maxBytes);
const json: CreateSplitter = (collector) => createJsonSplitter(collector, maxBytes, null);
const inData: CreateSplitter = (collector) => createJsonSplitter(collector, maxBytes, 'data');
const csv: CreateSplitter = (collector) => createCsvSplitter(collector, maxBytes, ',');
const smallJsonl: CreateSplitter = (collector) => createJsonlSplitter(collector, 100);
const smallJson: CreateSplitter = (collector) => createJsonSplitter(collector, 50, null);
const smallCsv: CreateSplitter = (collector) => createCsvSplitter(collector, 100, ',');

/** Splits `bytes` in chunks of the given sizes, over and over, each in memory that is wiped before the next one. */
function split(
  create: CreateSplitter,
  content: string | Buffer,
  sizes: readonly number[] = [maxBytes],
  damage: string | null = null,
): { rows: SourceRow[]; rejects: RejectedRow[] } {
  const bytes = Buffer.from(content);
  const collector = createBatchCollector();
  const splitter = create(collector);
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    const chunk = Buffer.from(bytes.subarray(at, at + size));
    splitter.push(chunk);
    chunk.fill(0x58);
    at += size;
  }
  splitter.end(damage);
  const batches = collector.take(true);
  return { rows: batches.flatMap(({ rows }) => rows), rejects: batches.flatMap(({ rejects }) => rejects) };
}

/** As JSON has it: -0 is 0 there, and objects are ordinary ones. */
function throughJson(value: object): JsonObject {
  const parsed: JsonObject = JSON.parse(JSON.stringify(value));
  return parsed;
}

function values(result: { rows: readonly SourceRow[] }): readonly JsonObject[] {
  return result.rows.map(({ value }) => value);
}

function nestedRow(levels: number): string {
  return `{"a":1,"b":${'['.repeat(levels)}${']'.repeat(levels)}}`;
}

const chunkSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
const keys = fc.string({ maxLength: 6 });
const objects = fc.dictionary(keys, fc.jsonValue({ maxDepth: 2 })).map(throughJson);
const rowLists = fc.array(objects, { maxLength: 12 });
const lineEnds = fc.constantFrom('\n', '\r\n', '\n\n', '\r\n \t\r\n');

describe('JSONL', () => {
  it('gives back every row, wherever chunks and lines end, with its line and offset', () => {
    fc.assert(
      fc.property(rowLists, chunkSizes, lineEnds, (list, sizes, end) => {
        const lines = list.map((row) => JSON.stringify(row));
        const text = lines.join(end);
        const result = split(jsonl, text, sizes);
        expect(result.rejects).toEqual([]);
        expect(values(result)).toEqual(list);
        const bytes = Buffer.from(text);
        for (const { raw, line, byteOffset } of result.rows) {
          const length = Buffer.byteLength(raw);
          expect(bytes.toString('utf8', byteOffset, byteOffset + length)).toBe(raw);
          expect(text.split('\n')[line - 1]?.replace(/\r$/, '')).toBe(raw);
        }
      }),
    );
  });

  it('rejects each broken line with its reason and reads the others', () => {
    const lines = ['{"a":1}', '{"a":', '[1]', 'null', '{"a":"\0"}', '', '  ', '{"a":"x', '{"a":2}'];
    const result = split(jsonl, lines.join('\n'), [3]);
    expect(values(result)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(result.rejects.map(({ line, reason, raw }) => [line, reason, raw])).toEqual([
      [2, 'invalid_json', '{"a":'],
      [3, 'not_an_object', '[1]'],
      [4, 'not_an_object', 'null'],
      [5, 'contains_nul', '{"a":"\0"}'],
      [8, 'invalid_json', '{"a":"x'],
    ]);
  });

  it('tells bytes that are not UTF-8 from a replacement character that was there before', () => {
    const bad = Buffer.from('{"a":"xy"}');
    bad[7] = 0xff;
    const good = Buffer.from('{"a":"\uFFFD"}');
    const result = split(jsonl, Buffer.concat([bad, Buffer.from('\n'), good]));
    expect(values(result)).toEqual([{ a: '\uFFFD' }]);
    expect(result.rejects).toMatchObject([{ line: 1, reason: 'invalid_encoding', raw: '{"a":"x\uFFFD"}' }]);
  });

  it('skips byte-order marks of files that were joined', () => {
    expect(values(split(jsonl, '\uFEFF{"a":1}\n\uFEFF{"a":2}'))).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('rejects a line over the limit with its start and full size, and goes on', () => {
    const long = `{"a":"${'x'.repeat(200_000)}"}`;
    for (const sizes of [[7], [1000], [maxBytes]]) {
      const result = split(smallJsonl, `{"a":1}\n${long}\r\n{"a":2}`, sizes);
      expect(values(result)).toEqual([{ a: 1 }, { a: 2 }]);
      expect(result.rejects).toMatchObject([{ line: 2, byteOffset: 8, reason: 'row_too_large' }]);
      expect(result.rejects[0]?.raw).toBe(long.slice(0, 64 * 1024));
      expect(result.rejects[0]?.rawBytes).toBeGreaterThanOrEqual(long.length);
    }
  });

  it('keeps the digits of integers that a number cannot hold', () => {
    const text = '{"id":12345678901234567890,"n":{"t":[-9007199254740993,1.5,9007199254740991,1e300]}}';
    expect(values(split(jsonl, text))).toEqual([
      { id: '12345678901234567890', n: { t: ['-9007199254740993', 1.5, 9007199254740991, 1e300] } },
    ]);
  });

  it.each([
    ['JSONL', jsonl, (rows: readonly string[]) => rows.join('\n')],
    ['a JSON list', json, (rows: readonly string[]) => `[${rows.join(',')}]`],
  ])('rejects a row nested too deep to walk through, whole or cut: %s', (_name, create, join) => {
    const result = split(
      create,
      join(['{"a":1}', nestedRow(20_000), nestedRow(600), nestedRow(400), '{"a":2}']),
    );
    expect(result.rows.map(({ value }) => value['a'])).toEqual([1, 1, 2]);
    expect(result.rejects.map(({ reason }) => reason)).toEqual(['invalid_json', 'invalid_json']);
    expect(result.rejects[0]?.message).toContain('nested more than 500 levels');
    expect(split(jsonl, `{"a":${'['.repeat(20_000)}\n{"a":2}`).rejects).toHaveLength(1);
  });

  it('ends a damaged file with one reject and never takes half a row for a whole one', () => {
    const result = split(jsonl, '{"a":1}\n{"a":2}', [4], 'cut');
    expect(values(result)).toEqual([{ a: 1 }]);
    expect(result.rejects).toMatchObject([
      { line: 2, reason: 'truncated_file', message: 'cut', raw: '{"a":2}' },
    ]);
  });
});

describe('one JSON text', () => {
  const spacings = fc.constantFrom(0, 1, 2, '\t');

  it('gives back the elements of a list, of a member’s list, and objects in a row', () => {
    fc.assert(
      fc.property(rowLists, chunkSizes, spacings, (list, sizes, space) => {
        const cases: readonly [CreateSplitter, string][] = [
          [json, JSON.stringify(list, null, space)],
          [json, list.map((row) => JSON.stringify(row, null, space)).join('\n')],
          [json, list.map((row) => JSON.stringify(row, null, space)).join('')],
          [
            inData,
            JSON.stringify(
              { n: [[{ data: 1 }]], t: 'data":[', data: list, more: { data: [3] } },
              null,
              space,
            ),
          ],
        ];
        for (const [create, text] of cases) {
          const result = split(create, text, sizes);
          expect(result.rejects).toEqual([]);
          expect(values(result)).toEqual(list);
          for (const { raw, byteOffset } of result.rows) {
            expect(Buffer.from(text).toString('utf8', byteOffset, byteOffset + Buffer.byteLength(raw))).toBe(
              raw,
            );
          }
        }
      }),
    );
  });

  const rows = Array.from({ length: 6 }, (_, id) => ({
    id,
    text: 'a "quoted" text',
    nested: { list: [1, { id: 2 }] },
  }));

  it.each([
    ['pretty', JSON.stringify(rows, null, 2)],
    ['one a line', `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`],
    ['on one line', JSON.stringify(rows)],
  ])('goes on after a broken element of a list written %s', (_name, text) => {
    const colon = text.indexOf(':', text.indexOf('"text"', text.search(/"id": ?2,\s*"text"/)));
    const broken = text.slice(0, colon) + text.slice(colon + 1);
    for (const sizes of [[maxBytes], [1], [5, 3, 11]]) {
      const result = split(json, broken, sizes);
      expect(result.rejects.map(({ reason }) => reason)).toEqual(['invalid_json']);
      expect(values(result).map((row) => row['id'])).toEqual([0, 1, 3, 4, 5]);
      expect(result.rejects[0]?.line).toBe(broken.slice(0, result.rejects[0]?.byteOffset).split('\n').length);
    }
  });

  it('notices an unclosed text at the end of its line', () => {
    const lines = rows.map((row) => JSON.stringify(row));
    lines[1] = (lines[1] ?? '').slice(0, 20);
    const result = split(json, `[\n${lines.join(',\n')}\n]`, [9]);
    expect(values(result).map((row) => row['id'])).toEqual([0, 2, 3, 4, 5]);
    expect(result.rejects).toMatchObject([{ line: 3, reason: 'invalid_json' }]);
  });

  it('keeps what came before the end of a cut file, with one reject', () => {
    const text = JSON.stringify(rows, null, 1);
    for (let length = 1; length < text.length; length += 7) {
      const result = split(json, text.slice(0, length), [13]);
      const complete = text.slice(0, length).split('\n }').length - 1;
      expect(result.rejects.map(({ reason }) => reason)).toEqual(['truncated_file']);
      expect(values(result)).toEqual(rows.slice(0, complete));
    }
  });

  it('rejects elements that are no objects and elements over the limit', () => {
    const result = split(smallJson, `[1, "x", {"a":1}, null, [{}], {"a":"${'x'.repeat(60)}"}, {"a":2}]`, [6]);
    expect(values(result)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(result.rejects.map(({ reason }) => reason)).toEqual([
      'not_an_object',
      'not_an_object',
      'not_an_object',
      'not_an_object',
      'row_too_large',
    ]);
  });

  it('rejects only the element with a value that is not JSON', () => {
    const result = split(json, '[{"a":NaN},{"a":1},{"a":"\\x"},{"a":2}]', [2]);
    expect(values(result)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(result.rejects.map(({ reason }) => reason)).toEqual(['invalid_json', 'invalid_json']);
  });

  it('always ends, and never gives a row that is not in the text, whatever the bytes', () => {
    const noise = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '\n', ' ', '1', 'x', '{"a":1}', '"a":'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(noise, chunkSizes, (pieces, sizes) => {
        const text = pieces.join('');
        for (const { raw } of split(json, text, sizes).rows) expect(text).toContain(raw);
      }),
    );
  });
});

describe('CSV', () => {
  const cells = fc
    .oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('a,b', 'x\ny', 'x\r\ny', '"q"', '', ' s ', '{"a":1}', 'é😀', '\r'),
    )
    .map((text) => text.replaceAll('\0', ''));
  const tables = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 10 }));

  it('gives back every cell, wherever chunks end, with empty cells as null', () => {
    fc.assert(
      fc.property(
        tables,
        chunkSizes,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (table, sizes, newline, hasEnd) => {
          const rows = table.filter((row) => row.some((cell) => cell.trim() !== ''));
          const header = (table[0] ?? ['a', 'b']).map((_, index) => `c${index}`);
          const text = Papa.unparse([header, ...rows], { newline, quotes: true }) + (hasEnd ? newline : '');
          const result = split(csv, text, sizes);
          expect(result.rejects).toEqual([]);
          const expected = rows.map((row) =>
            Object.fromEntries<Json>(row.map((cell, index) => [`c${index}`, cell === '' ? null : cell])),
          );
          expect(values(result)).toEqual(expected);
          for (const { raw, byteOffset, line } of result.rows) {
            expect(Buffer.from(text).toString('utf8', byteOffset, byteOffset + Buffer.byteLength(raw))).toBe(
              raw,
            );
            expect(line).toBe(Buffer.from(text).toString('utf8', 0, byteOffset).split('\n').length);
          }
        },
      ),
    );
  });

  it('reads unquoted cells with CRLF, trailing delimiters and blank lines', () => {
    expect(values(split(csv, 'a,b\r\n1,2\r\n\r\n3,4,\r\n', [4]))).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
    expect(values(split(csv, 'a,b\r1,2\r3,4', [4]))).toHaveLength(2);
  });

  it('names empty and repeated headers', () => {
    const [row] = values(split(csv, 'a,,a,a_2,a,__proto__\n1,2,3,4,5,6'));
    expect(row).toEqual({ a: '1', column_2: '2', a_3: '3', a_2: '4', a_4: '5', column_6: '6' });
  });

  it('rejects rows with the wrong number of cells, and one line for a stray quote', () => {
    const lines = ['a,b', '1,2', '1', '1,2,3', '1,"x', '3,4', '5,"ok, ""quoted"""', '6,"bad" tail', '7,8'];
    const result = split(csv, lines.join('\n'), [5]);
    expect(values(result)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
      { a: '5', b: 'ok, "quoted"' },
      { a: '7', b: '8' },
    ]);
    expect(result.rejects.map(({ line, reason, raw }) => [line, reason, raw])).toEqual([
      [3, 'malformed_csv', '1'],
      [4, 'malformed_csv', '1,2,3'],
      [5, 'malformed_csv', '1,"x'],
      [8, 'malformed_csv', '6,"bad" tail'],
    ]);
  });

  it('rejects NUL bytes, bytes that are not UTF-8, and rows over the limit', () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\n1,\0\n2,'),
      Buffer.from([0xff]),
      Buffer.from(`\n3,${'x'.repeat(100)}\n4,ok\n`),
    ]);
    const result = split(smallCsv, bytes, [9]);
    expect(values(result)).toEqual([{ a: '4', b: 'ok' }]);
    expect(result.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'contains_nul'],
      [3, 'invalid_encoding'],
      [4, 'row_too_large'],
    ]);
  });

  it('does not let a quote that is never closed swallow the rest', () => {
    const lines = ['a,b', '0,"open', ...Array.from({ length: 100 }, (_, id) => `${id},text`)];
    const result = split(smallCsv, lines.join('\n'), [64]);
    expect(result.rows).toHaveLength(100);
    expect(result.rejects).toMatchObject([{ line: 2, reason: 'malformed_csv', raw: '0,"open' }]);
  });
});
