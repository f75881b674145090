import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../shared/contract/import-operations.ts';
import type { Recipe } from '../../shared/domain/export/recipe.ts';
import { isJsonList, isJsonObject, type JsonObject, parseJson } from '../../shared/domain/json.ts';
import { isTarget } from '../../shared/domain/mapping/target.ts';
import { createId } from '../../main/db/create-id.ts';
import { exportRecipe } from '../../main/services/exports/run-export.ts';
import { validateFile } from '../../main/services/exports/validate-file.ts';
import { importFile } from '../../main/services/imports/run-import.ts';
import type { OpenProject } from '../../main/services/project/open-project.ts';
import { useTempFolder } from '../support/temp-folder.ts';
import { newProject } from '../support/temp-project.ts';
import { jobContext } from '../support/test-import.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

function testWith(path: string, name: string, test: (file: string) => Promise<void>): void {
  const file = join(data, path);
  const isThere = existsSync(file);
  it.skipIf(!isThere)(
    isThere ? name : `${name} (skipped: ../shared/data/${path} is not there)`,
    async () => test(file),
    60_000,
  );
}

async function importSet(file: string, mappingName: string): Promise<OpenProject> {
  const project = newProject();
  const text = readFileSync(join(import.meta.dirname, 'mappings', `${mappingName}.json`), 'utf8');
  const mapping = mappingSchema
    .parse(JSON.parse(text))
    .flatMap(({ transform, ...entry }) =>
      isTarget(entry.target)
        ? [{ ...entry, target: entry.target, ...(transform === undefined ? {} : { transform }) }]
        : [],
    );
  const imported = await importFile({ path: file, mapping, sourceId: createId() }, jobContext(project));
  if (!imported.ok) throw new Error(imported.error.message);
  return project;
}

async function run(project: OpenProject, recipe: Pick<Recipe, 'format' | 'pairs'>) {
  const path = join(useTempFolder(), 'x.jsonl');
  const done = await exportRecipe(
    {
      recipe: { filter: [], validation: 0, seed: 1, target: 'edit', groupBy: 'interaction', ...recipe },
      path,
      overwrite: false,
    },
    jobContext(project),
  );
  if (!done.ok) throw new Error(done.error.message);
  const report = await validateFile({ path, format: recipe.format });
  expect(report).toMatchObject({ ok: true, value: { rowsWithErrors: 0 } });
  return { manifest: done.value, rows: linesOf(path) };
}

function linesOf(path: string): JsonObject[] {
  return readFileSync(path, 'utf8').trimEnd().split('\n').map(parseJson).filter(isJsonObject);
}

function rowsOf(path: string): JsonObject[] {
  const value = parseJson(readFileSync(path, 'utf8'));
  return isJsonList(value) ? value.filter(isJsonObject) : [];
}

function textOf(messages: unknown): string {
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : null;
  return isJsonObject(last) && typeof last['content'] === 'string' ? last['content'] : '';
}

/** What two of the three annotators say, read from the file itself. */
function majorityOf(row: JsonObject): number | null {
  const answers = ['annotator1', 'annotator2', 'annotator3'].map((name) => Number(row[name]));
  return answers.find((answer) => answers.filter((other) => other === answer).length > 1) ?? null;
}

function wordsOf(text: unknown): string {
  return String(text).replaceAll(/\s+/gu, ' ').trim();
}

describe('pairs of public sets', () => {
  testWith('pandalm/testset-v1.json', 'PandaLM: what most annotators prefer is chosen', async (file) => {
    const { rows, manifest } = await run(await importSet(file, 'pandalm'), {
      format: 'trl-preference',
      pairs: { from: 'preference', signal: 'better' },
    });
    const expected = rowsOf(file).flatMap((row) => {
      const better = majorityOf(row);
      const [first, second] = [wordsOf(row['response1']), wordsOf(row['response2'])];
      if ((better !== 1 && better !== 2) || first === second || first === '' || second === '') return [];
      return [better === 1 ? `${first} > ${second}` : `${second} > ${first}`];
    });
    expect(
      rows.map(({ chosen, rejected }) => `${wordsOf(textOf(chosen))} > ${wordsOf(textOf(rejected))}`),
    ).toEqual(expected);
    console.log(
      'PandaLM',
      manifest.funnel?.map(({ step, rows: left, lost }) => [step, left, lost.length]),
    );
    expect(expected.length).toBeGreaterThan(800);
  });

  testWith('llmbar/LLMBar_Natural.json', 'LLMBar: what the experts prefer is chosen', async (file) => {
    const { rows } = await run(await importSet(file, 'llmbar'), {
      format: 'openai-dpo',
      pairs: { from: 'preference', signal: 'better' },
    });
    const chosen = rowsOf(file).map((row) => row[row['label'] === 1 ? 'output_1' : 'output_2']);
    expect(rows.map((row) => textOf(row['preferred_output']))).toEqual(chosen);
    expect(rows).toHaveLength(100);
  });

  testWith('lamp/lamp_pairs.jsonl', 'LAMP: scores of outputs make unpaired and reward rows', async (file) => {
    const project = await importSet(file, 'lamp');
    const signal = 'creativity_before';
    const scores = linesOf(file).map((row) => Number(row['creativity_score_pre']));
    const unpaired = await run(project, {
      format: 'trl-kto',
      pairs: { from: 'rating', signal, good: 6, bad: 3 },
    });
    const count = (label: boolean) => unpaired.rows.filter((row) => row['label'] === label).length;
    const imported = unpaired.manifest.counts.matching;
    expect(imported).toBe(scores.length);
    expect([count(true), count(false)]).toEqual([
      scores.filter((score) => score >= 6).length,
      scores.filter((score) => score <= 3).length,
    ]);
    const reward = await run(project, { format: 'trl-reward', pairs: { from: 'contrast', signal } });
    expect(reward.rows.every(({ margin }) => typeof margin === 'number' && margin >= 0)).toBe(true);
    expect(reward.rows.some(({ margin }) => typeof margin === 'number' && margin > 0)).toBe(true);
  });

  testWith(
    'lamp/lamp_pairs.jsonl',
    'LAMP: thresholds of change leave out noise and rewrites',
    async (file) => {
      const project = await importSet(file, 'lamp');
      const exported = async (pairs: Recipe['pairs']) =>
        (await run(project, { format: 'trl-preference', ...(pairs === undefined ? {} : { pairs }) })).manifest
          .counts.exported;
      const all = await exported(undefined);
      const within = await exported({ from: 'edit', leastChange: 0.2001, mostChange: 0.5999 });
      const above = await exported({ from: 'edit', leastChange: 0.5999 });
      const below = await exported({ from: 'edit', mostChange: 0.2001 });
      console.log('LAMP', { all, below, within, above });
      expect(within + above + below).toBe(all);
      expect(Math.min(within, above, below)).toBeGreaterThan(0);
    },
  );
});
