import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Marked } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mappingSchema } from '../../shared/contract/import-operations.ts';
import { formats } from '../../shared/domain/export/formats/registry.ts';
import { lineSchemas } from '../../shared/domain/export/line-schemas.ts';
import { exportFormats, type ExportFormat, type Recipe } from '../../shared/domain/export/recipe.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject, parseJson } from '../../shared/domain/json.ts';
import { isTarget } from '../../shared/domain/mapping/target.ts';
import { createId } from '../../main/db/create-id.ts';
import { exportRecipe } from '../../main/services/exports/run-export.ts';
import { validateFile } from '../../main/services/exports/validate-file.ts';
import { importFile } from '../../main/services/imports/run-import.ts';
import { type OpenProject, openProject } from '../../main/services/project/open-project.ts';
import { ensureSampleProject } from '../../main/services/project/sample-project.ts';
import { useTempFolder } from '../support/temp-folder.ts';
import { newProject, resourcesFolder } from '../support/temp-project.ts';
import { jobContext } from '../support/test-import.ts';
import { trainerLoaders } from '../support/trainer-loaders.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

const projects = [
  { name: 'the sample project', file: null, open: openSample },
  { name: 'LAMP', file: 'lamp/lamp_pairs.jsonl', open: () => openSet('lamp/lamp_pairs.jsonl', 'lamp') },
  {
    name: 'MLQE-PE',
    file: 'mlqe-pe/ro-en.test20.jsonl',
    open: () => openSet('mlqe-pe/ro-en.test20.jsonl', 'mlqe-pe'),
  },
];

async function openSample(): Promise<OpenProject> {
  const folder = useTempFolder();
  const made = await ensureSampleProject({
    dataFolder: folder,
    resourcesFolder,
    device: 'a',
    version: '0.0.0',
  });
  if (!made.ok) throw new Error(made.error.message);
  const opened = openProject(made.value, { readOnly: false });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

async function openSet(file: string, mappingName: string): Promise<OpenProject> {
  const project = newProject();
  const text = readFileSync(join(import.meta.dirname, 'mappings', `${mappingName}.json`), 'utf8');
  const mapping = mappingSchema
    .parse(JSON.parse(text))
    .flatMap(({ target, path }) => (isTarget(target) ? [{ target, path }] : []));
  const imported = await importFile(
    { path: join(data, file), mapping, sourceId: createId() },
    jobContext(project),
  );
  if (!imported.ok) throw new Error(imported.error.message);
  return project;
}

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** How many rows DuckDB reads in a file. */
async function duckRows(reader: string, path: string): Promise<number> {
  const rows = await connection.runAndReadAll(`SELECT count(*)::INT AS n FROM ${reader}('${path}')`);
  return Number(rows.getRowObjectsJson()[0]?.['n']);
}

/** How many examples stand in a file that is read whole. */
function layoutRows(format: ExportFormat, text: string): number {
  if (format === 'fewshot-anthropic') return text.split('</example>').length - 1;
  if (format === 'fewshot-markdown') {
    return new Marked().lexer(text).filter(({ type }) => type === 'code').length / 2;
  }
  const value: Json = parseJson(text);
  const list = isJsonObject(value) ? value['examples'] : value;
  const items = isJsonList(list) ? list : [];
  // A conversation of several turns has several answers: here they are at least as many as the rows.
  return format === 'fewshot-openai' ? items.filter(isAnswer).length : items.length;
}

/** What LLaMA-Factory's dataset_info.json says of a file. */
function dataEntry(folder: string, file: string): JsonObject {
  const path = join(folder, 'dataset_info.json');
  const info: Json = existsSync(path) ? parseJson(readFileSync(path, 'utf8')) : {};
  const entry = isJsonObject(info) ? info[file.replace(/\.jsonl$/u, '')] : undefined;
  return entry !== undefined && isJsonObject(entry) ? entry : {};
}

function isAnswer(message: Json): boolean {
  return isJsonObject(message) && message['role'] === 'assistant';
}

/** A folder of Hugging Face: its rows are those of the manifest, and its card names the columns that DuckDB finds. */
async function readFolder(project: OpenProject, path: string): Promise<void> {
  const recipe: Recipe = {
    format: 'trl-preference',
    filter: [],
    validation: 0.2,
    test: 0.1,
    seed: 1,
    target: 'edit',
    groupBy: 'session',
    container: 'huggingface',
  };
  const done = await exportRecipe({ recipe, path, overwrite: false }, jobContext(project));
  if (!done.ok) throw new Error(done.error.message);
  expect(await duckRows('read_parquet', join(path, 'data', '*.parquet'))).toBe(done.value.counts.exported);
  for (const { name, rows } of done.value.files)
    expect(await duckRows('read_parquet', join(path, '..', name)), name).toBe(rows);
  const [, yaml = ''] = /^---\n([^]*?)\n---\n/u.exec(readFileSync(join(path, 'README.md'), 'utf8')) ?? [];
  const card: Json = parse(yaml);
  const info = isJsonObject(card) ? card['dataset_info'] : undefined;
  const features = info !== undefined && isJsonObject(info) ? info['features'] : undefined;
  const columns = await connection.runAndReadAll(
    `DESCRIBE SELECT * FROM read_parquet('${path}/data/*.parquet')`,
  );
  const found = columns
    .getRowObjectsJson()
    .map((column) => `${asText(column['column_name'])} ${asText(column['column_type']).replaceAll('"', '')}`);
  expect(fieldTypes(features)).toEqual(found);
}

/** Types of a card's features as DuckDB names them. */
function fieldTypes(features: Json | undefined): readonly string[] {
  const list = features !== undefined && isJsonList(features) ? features.filter(isJsonObject) : [];
  return list.map(({ name, ...feature }) => `${asText(name)} ${featureType(feature)}`);
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const scalarTypes: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  bool: 'BOOLEAN',
  int64: 'BIGINT',
  float64: 'DOUBLE',
};

function featureType({ dtype, list, struct }: JsonObject): string {
  if (typeof dtype === 'string') return scalarTypes[dtype] ?? dtype;
  if (struct !== undefined) return `STRUCT(${fieldTypes(struct).join(', ')})`;
  if (typeof list === 'string') return `${scalarTypes[list] ?? list}[]`;
  return list !== undefined && isJsonObject(list)
    ? `${featureType(list)}[]`
    : `STRUCT(${fieldTypes(list).join(', ')})[]`;
}

describe.each(projects)('every format, written from $name', ({ name, file, open }) => {
  const isThere = file === null || existsSync(join(data, file));
  const title = isThere
    ? 'is read by others'
    : `is read by others (skipped: ${file} is not beside the repository)`;
  it.skipIf(!isThere)(
    title,
    async () => {
      const project = await open();
      const folder = useTempFolder();
      const written: Record<string, number> = {};
      for (const format of exportFormats) {
        const recipe: Recipe = {
          format,
          filter: [],
          validation: 0.2,
          seed: 1,
          target: 'edit',
          groupBy: 'session',
          badFrom: 0.3,
        };
        const { layout } = formats[format];
        const path = join(folder, `${format}.${layout?.extension ?? 'jsonl'}`);
        const manifest = await exportRecipe({ recipe, path, overwrite: false }, jobContext(project));
        if (!manifest.ok) throw new Error(`${format}: ${manifest.error.message}`);
        written[format] = manifest.value.counts.exported;
        for (const { name: fileName, rows } of manifest.value.files) {
          const one = join(folder, fileName);
          if (layout !== undefined) {
            const found = layoutRows(format, readFileSync(one, 'utf8'));
            if (format === 'fewshot-openai') expect(found, fileName).toBeGreaterThanOrEqual(rows);
            else expect(found, fileName).toBe(rows);
            const report = await validateFile({ path: one, format });
            expect(report, fileName).toMatchObject({ ok: true, value: { rows: found, rowsWithErrors: 0 } });
            continue;
          }
          expect(await duckRows('read_ndjson_objects', one), fileName).toBe(rows);
          const lines = readFileSync(one, 'utf8').trimEnd().split('\n').map(parseJson).filter(isJsonObject);
          for (const line of lines) lineSchemas[format].parse(line);
          const learned = trainerLoaders[format]?.(lines, dataEntry(folder, fileName));
          if (learned !== undefined) expect(learned, `${fileName}, as its trainer loads it`).toBe(rows);
          const report = await validateFile({ path: one, format });
          expect(report, fileName).toMatchObject({ ok: true, value: { rows, rowsWithErrors: 0 } });
        }
        if (layout !== undefined) continue;
        const parquet = join(folder, `${format}.parquet`);
        const table = await exportRecipe(
          { recipe: { ...recipe, validation: 0, container: 'parquet' }, path: parquet, overwrite: true },
          jobContext(project),
        );
        if (!table.ok) throw new Error(table.error.message);
        expect(await duckRows('read_parquet', parquet), parquet).toBe(table.value.counts.exported);
      }
      await readFolder(project, join(folder, 'set'));
      console.log(name, written);
      expect(Math.min(...Object.values(written))).toBeGreaterThan(0);
      expect(readdirSync(folder).filter((one) => /\.(?:tmp|rows)$/u.test(one))).toEqual([]);
      project.close();
    },
    120_000,
  );
});
