import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../../shared/domain/json.ts';
import { addChange, addMode } from '../../../tests/support/failure-modes.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { prepare } from '../../db/database.ts';
import type { OpenProject } from '../project/open-project.ts';
import { exportRecipe } from './run-export.ts';

const recipe: Recipe = {
  format: 'trl-kto',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};

const rows = [
  { id: 'a', input: 'one', output: 'alpha beta gamma delta', edit: 'alpha beta gamma epsilon' },
  { id: 'b', input: 'two', output: 'alpha beta gamma delta', edit: 'something else stands here' },
  { id: 'c', input: 'three', output: 'alpha' },
];

async function run(project: OpenProject, changes: Partial<Recipe>, name = 'x.jsonl') {
  const path = join(useTempFolder(), name);
  const manifest = await exportRecipe(
    { recipe: { ...recipe, ...changes }, path, overwrite: false },
    jobContext(project),
  );
  if (!manifest.ok) throw new Error(manifest.error.message);
  return { manifest: manifest.value, text: readFileSync(path, 'utf8') };
}

function linesOf(text: string): JsonObject[] {
  return text.trimEnd().split('\n').map(parseJson).filter(isJsonObject);
}

describe('exportRecipe', () => {
  it('gives an interaction a bad row beside its good one only from the share that the recipe names', async () => {
    const project = newProject();
    await importRows(project, rows);
    const plain = await run(project, {});
    expect(linesOf(plain.text).map(({ label }) => label)).toEqual([true, true]);
    expect(plain.manifest.findings).toMatchObject([{ rule: 'one_label', level: 'warning', rows: 0 }]);
    const paired = await run(project, { badFrom: 0.5 });
    expect(linesOf(paired.text).map(({ label }) => label)).toEqual([true, true, false]);
    expect(paired.manifest.counts).toMatchObject({
      matching: 3,
      exported: 3,
      skipped: [{ rule: 'no_edit', rows: 1 }],
    });
    expect(paired.manifest.findings).toMatchObject([
      { rule: 'unbalanced_labels', message: expect.stringContaining('2 good and 1 bad') },
      { rule: 'edited_is_less_good', level: 'warning', rows: 1 },
    ]);
  });

  it('names in eval sets the failure modes that people gave, and not those that are only near', async () => {
    const project = newProject();
    await importRows(project, rows);
    const { database } = project;
    const kept = addMode(database, 'kept', 'Wrong word');
    const merged = addMode(database, 'merged', 'Bad word', { mergedInto: 'kept' });
    const near = addMode(database, 'near', 'Only near');
    addChange(database, { interaction: 1, place: '0-1.0-1', mode: kept, clusters: {} });
    addChange(database, { interaction: 1, place: '2-3.2-3', mode: merged, clusters: {} });
    const change = addChange(database, { interaction: 2, place: '0-1.0-1', mode: near, clusters: {} });
    prepare(database, `UPDATE change_modes SET how = 'near' WHERE change_seq = ?`).run(change);
    const { text } = await run(project, { format: 'inspect' });
    expect(linesOf(text).map(({ metadata }) => metadata)).toEqual([
      { failure_modes: ['Wrong word'] },
      { failure_modes: [] },
    ]);
  });

  it('writes a format that is one text between its head and its tail, and in no container', async () => {
    const project = newProject();
    await importRows(project, rows);
    const { text, manifest } = await run(
      project,
      { format: 'fewshot-openai', validation: 0.5 },
      'shots.json',
    );
    expect(manifest.files.map(({ name }) => name)).toEqual(['shots.json', 'shots.validation.json']);
    expect(JSON.parse(text)).toHaveLength(2 * manifest.counts.training);
    const packed = { ...recipe, format: 'fewshot-openai', container: 'parquet' } as const;
    const path = join(useTempFolder(), 'x.json');
    expect(await exportRecipe({ recipe: packed, path, overwrite: false }, jobContext(project))).toMatchObject(
      {
        error: { code: 'INPUT_INVALID' },
      },
    );
  });
});
