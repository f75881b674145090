import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../shared/domain/json.ts';
import type { FileShape } from '../../shared/domain/file-shape.ts';
import { compileMapper } from '../../main/services/imports/plan-import.ts';
import {
  type ImportMapper,
  type PreparedItem,
  prepareBatch,
} from '../../main/services/imports/prepare-row.ts';
import { attachmentMapping, arrivingMapping } from '../../main/files/adapters/arriving-mapping.ts';
import { findAdapter } from '../../main/files/adapters/registry.ts';
import { detectFile } from '../../main/files/detect-file.ts';
import { readArrivingRows } from '../../main/files/read-arriving-rows.ts';
import { readRows } from '../../main/files/read-rows.ts';
import { useTempFolder } from '../support/temp-folder.ts';

/**
 * Every adapter over real files of which one row was spoiled. Bounded for every day; `FLYWHEEL_FUZZ=50 npx vitest run --project
 * integration tests/fuzz` tries 50 times as much. A failure prints its seed.
 */
const effort = Number(process.env['FLYWHEEL_FUZZ'] ?? 1);
const runsPerFile = 15 * effort;
const maxRows = 60;

const data = resolve(import.meta.dirname, '../../../shared/data');

async function filesOfTools(): Promise<{ path: string; name: string; shape: FileShape }[]> {
  const files = [];
  for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const path = join(data, name);
    if (/(^|\/)(SOURCE|README|LICENSE)[^/]*$/.test(name) || !statSync(path).isFile()) continue;
    const shape = await detectFile(path);
    if (shape.ok && shape.value.adapter !== null) files.push({ path, name, shape: shape.value });
  }
  return files;
}

async function rowsOf(path: string, shape: FileShape): Promise<JsonObject[]> {
  const rows: JsonObject[] = [];
  for await (const batch of readRows(path, shape)) {
    rows.push(...batch.rows.map(({ value }) => value));
    if (rows.length >= maxRows) break;
  }
  return rows.slice(0, maxRows);
}

interface Outcome {
  readonly items: readonly PreparedItem[];
  readonly skipped: number;
}

/** What an import would make of lines: the same steps, without a database. */
async function importLines(lines: readonly string[], adapter: string, folder: string): Promise<Outcome> {
  const path = join(folder, 'spoiled.jsonl');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const shape: FileShape = {
    format: 'jsonl',
    compression: 'none',
    encoding: 'utf-8',
    bom: false,
    delimiter: null,
    member: null,
    members: [],
    files: null,
    adapter,
    bytes: statSync(path).size,
    columns: [],
  };
  const mapper = mapperOf(adapter);
  const items: PreparedItem[] = [];
  let skipped = 0;
  for await (const batch of readArrivingRows(path, shape)) {
    items.push(...prepareBatch(batch, mapper));
    skipped += batch.skipped.length;
  }
  return { items, skipped };
}

function mapperOf(adapter: string): ImportMapper {
  const brings = findAdapter(adapter)?.brings ?? 'interactions';
  const mapper = compileMapper(brings === 'attachments' ? attachmentMapping : arrivingMapping, brings);
  if (!mapper.ok) throw new Error(mapper.error.message);
  return mapper.value;
}

const oddValues: readonly Json[] = [
  null,
  '',
  'x',
  ' ',
  -1,
  1e308,
  -0,
  true,
  [],
  {},
  [[]],
  [null],
  { constructor: 1, ['__proto__']: 2 },
  '{"half":',
  '[{"role":1}]',
  '\u0000',
  '\ud83d',
  '2025-13-45T99:99:99Z',
];

/** A row with one value, chosen by `at` among all of them, replaced, removed or doubled. */
function spoil(row: JsonObject, at: number, how: number): JsonObject {
  const paths: (string | number)[][] = [];
  collect(row, [], paths);
  const path = paths[at % paths.length] ?? [];
  const copy = structuredClone(row);
  let holder: unknown = copy;
  for (const step of path.slice(0, -1)) holder = Reflect.get(Object(holder), step);
  const last = path.at(-1);
  if (last === undefined) return copy;
  const action = how % (oddValues.length + 2);
  if (action === oddValues.length) Reflect.deleteProperty(Object(holder), last);
  else if (action === oddValues.length + 1)
    Reflect.set(Object(holder), last, [Reflect.get(Object(holder), last), copy]);
  else Reflect.set(Object(holder), last, oddValues[action]);
  return copy;
}

function collect(value: Json, path: readonly (string | number)[], paths: (string | number)[][]): void {
  if (path.length > 0) paths.push([...path]);
  if (isJsonList(value)) value.forEach((item, index) => collect(item, [...path, index], paths));
  else if (isJsonObject(value))
    for (const [key, item] of Object.entries(value)) collect(item, [...path, key], paths);
}

function textOf(row: JsonObject): string {
  try {
    return JSON.stringify(row);
  } catch {
    // A row that was put inside of itself.
    return '{"cut off';
  }
}

/** What identifies an interaction, whatever else the spoiled row changes around it. */
function outputsOf({ items }: Outcome): string[] {
  return items.flatMap((item) =>
    item.kind === 'row' ? [JSON.stringify([item.row.row.externalId, item.row.row.output])] : [],
  );
}

const isThere = existsSync(data);
const files = isThere ? await filesOfTools() : [];

describe.skipIf(!isThere)(
  isThere ? 'one spoiled row' : 'one spoiled row (skipped: ../shared/data is not there)',
  () => {
    it('is tried on the files of many tools', () => {
      expect(new Set(files.map(({ shape }) => shape.adapter)).size).toBeGreaterThan(12);
    });

    it.each(files.map(({ name, path, shape }) => [name, path, shape] as const))(
      'of %s ends nothing and takes no other row along',
      async (_name, path, shape) => {
        const folder = useTempFolder();
        const adapter = shape.adapter ?? '';
        const rows = await rowsOf(path, shape);
        const lines = rows.map(textOf);
        const alone: Outcome[] = [];
        for (const line of lines) alone.push(await importLines([line], adapter, folder));
        const together = outputsOf(await importLines(lines, adapter, folder));
        // Rows that stand for themselves; of others, a row more or less may change what its neighbours come to.
        const isEachForItself = together.join('\n') === alone.flatMap(outputsOf).join('\n');
        await fc.assert(
          fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), async (which, at, how) => {
            const index = which % rows.length;
            const spoiled =
              how % 5 === 0
                ? (lines[index] ?? '').slice(0, at % 400)
                : textOf(spoil(rows[index] ?? {}, at, how));
            const outcome = await importLines(lines.with(index, spoiled), adapter, folder);
            const rejects = outcome.items.flatMap((item) => (item.kind === 'reject' ? [item.reject] : []));
            for (const { message } of rejects) expect(message).not.toBe('');
            expect(rejects.filter(({ reason }) => reason === 'adapter_failed')).toEqual([]);
            if (!isEachForItself) return;
            const good = alone.filter((_, other) => other !== index).flatMap(outputsOf);
            const kept = new Set(outputsOf(outcome));
            expect(good.filter((output) => !kept.has(output))).toEqual([]);
          }),
          { numRuns: runsPerFile, interruptAfterTimeLimit: 4000 * effort, markInterruptAsFailure: false },
        );
      },
      60_000 * effort,
    );
  },
);
