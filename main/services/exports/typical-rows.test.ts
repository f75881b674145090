import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../../shared/domain/json.ts';
import { addChange, addMode } from '../../../tests/support/failure-modes.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { type Database, prepare, transact } from '../../db/database.ts';
import type { OpenProject } from '../project/open-project.ts';
import { exportRecipe } from './run-export.ts';
import { typicalRows } from './typical-rows.ts';
import { validateFile } from './validate-file.ts';

const recipe: Recipe = {
  format: 'inspect',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
  perMode: 2,
};

/** Twelve interactions, the last two without an edit. */
async function project(): Promise<OpenProject> {
  const made = newProject();
  const rows = Array.from({ length: 12 }, (_, index) => ({
    id: `r${index + 1}`,
    input: `question ${index + 1}`,
    output: `answer ${index + 1} with a longer text that goes`,
    ...(index < 10 ? { edit: `answer ${index + 1} stays` } : {}),
  }));
  await importRows(made, rows);
  return made;
}

interface Said {
  readonly mode: number;
  readonly how?: 'person' | 'cluster' | 'near';
  readonly similarity?: number;
}

let places = 0;

function say(database: Database, interaction: number, { mode, how = 'person', similarity = 1 }: Said): void {
  places += 1;
  const change = addChange(database, { interaction, place: `${places}-0.0-0`, mode, clusters: {} });
  prepare(database, 'UPDATE change_modes SET how = ?, similarity = ? WHERE change_seq = ?').run(
    how,
    similarity,
    change,
  );
}

function chosen(
  database: Database,
  options: Partial<Pick<Recipe, 'target'>> & { perMode: number },
  seqs: readonly number[],
) {
  const steps = typicalRows(database, { target: 'edit', ...options }, Float64Array.from(seqs));
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    const { seqs: found, modesOf } = step.value;
    return Object.fromEntries([...found].map((seq) => [seq, modesOf(seq).map(({ name }) => name)]));
  }
}

const all = Array.from({ length: 12 }, (_, index) => index + 1);

describe('typicalRows', () => {
  it('takes what people named, then what is nearest to its cluster, of equal ones the oldest', async () => {
    const { database } = await project();
    const mode = addMode(database, 'm', 'Too long');
    say(database, 5, { mode, how: 'cluster', similarity: 0.9 });
    say(database, 4, { mode, how: 'cluster', similarity: 0.8 });
    say(database, 3, { mode, how: 'cluster', similarity: 0.8 });
    say(database, 9, { mode });
    say(database, 8, { mode, how: 'near', similarity: 0.99 });
    say(database, 5, { mode, how: 'cluster', similarity: 0.1 });
    expect(chosen(database, { perMode: 1 }, all)).toEqual({ 9: ['Too long'] });
    expect(chosen(database, { perMode: 3 }, all)).toEqual({
      3: ['Too long'],
      5: ['Too long'],
      9: ['Too long'],
    });
    expect(Object.keys(chosen(database, { perMode: 9 }, all))).toEqual(['3', '4', '5', '9']);
    expect(chosen(database, { perMode: 2 }, [1, 2, 3, 4])).toEqual({ 3: ['Too long'], 4: ['Too long'] });
  });

  it('takes what was merged into a failure mode, and nothing of one that was retired', async () => {
    const { database } = await project();
    const kept = addMode(database, 'kept', 'Kept');
    const merged = addMode(database, 'merged', 'Merged', { mergedInto: 'kept' });
    const retired = addMode(database, 'gone', 'Gone');
    prepare(database, `UPDATE failure_modes SET retired = 1 WHERE id = 'gone'`).run();
    say(database, 2, { mode: merged, how: 'cluster', similarity: 0.7 });
    say(database, 1, { mode: kept, how: 'cluster', similarity: 0.5 });
    say(database, 3, { mode: retired });
    expect(chosen(database, { perMode: 1 }, all)).toEqual({ 2: ['Kept'] });
  });

  it('takes interactions without an edit only where outputs are learned as well', async () => {
    const { database } = await project();
    const mode = addMode(database, 'm', 'M');
    say(database, 11, { mode });
    say(database, 1, { mode, how: 'cluster', similarity: 0.1 });
    expect(chosen(database, { perMode: 1 }, all)).toEqual({ 1: ['M'] });
    expect(chosen(database, { perMode: 1, target: 'edit-or-output' }, all)).toEqual({ 11: ['M'] });
  });

  it('goes on behind a page of changes that are only near', async () => {
    const { database } = await project();
    const mode = addMode(database, 'm', 'M');
    transact(database, () => {
      for (let at = 0; at < 1200; at += 1) say(database, 1, { mode, how: 'near', similarity: 0.9 });
    });
    say(database, 2, { mode, how: 'cluster', similarity: 0.2 });
    expect(chosen(database, { perMode: 1 }, all)).toEqual({ 2: ['M'] });
  });
});

async function exported(format: Recipe['format'], changes: Partial<Recipe> = {}) {
  const made = await project();
  const long = addMode(made.database, 'long', 'Too long');
  const rude = addMode(made.database, 'rude', 'Rude');
  prepare(
    made.database,
    `UPDATE failure_modes SET definition = 'More than two sentences.' WHERE id = 'long'`,
  ).run();
  for (const interaction of [1, 2, 3]) say(made.database, interaction, { mode: long });
  say(made.database, 2, { mode: rude });
  const folder = useTempFolder();
  const path = join(folder, 'x.jsonl');
  const done = await exportRecipe(
    { recipe: { ...recipe, format, ...changes }, path, overwrite: false },
    jobContext(made),
  );
  if (!done.ok) throw new Error(done.error.message);
  expect(await validateFile({ path, format })).toMatchObject({ ok: true, value: { rowsWithErrors: 0 } });
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map(parseJson).filter(isJsonObject);
  return { folder, manifest: done.value, lines };
}

describe('exportRecipe with perMode', () => {
  it('has a row for each failure mode that an interaction is an example of', async () => {
    const { lines, manifest } = await exported('inspect');
    const rubric = 'The answer does not have this failure: Too long. More than two sentences.';
    expect(lines.map(({ id, metadata }) => [JSON.stringify(id).replace(/^.*\//u, ''), metadata])).toEqual([
      ['Too long"', { failure_modes: ['Too long'], rubric }],
      ['Too long"', { failure_modes: ['Too long'], rubric }],
      ['Rude"', { failure_modes: ['Rude'], rubric: 'The answer does not have this failure: Rude.' }],
    ]);
    expect(manifest.counts).toMatchObject({
      matching: 12,
      exported: 3,
      skipped: [{ rule: 'not_typical', rows: 10 }],
    });
    expect(manifest.funnel?.slice(0, 2)).toMatchObject([
      { step: 'selected', rows: 12 },
      { step: 'paired', rows: 3, lost: [{ rule: 'not_typical', rows: 10 }] },
    ]);
  });

  it('asks promptfoo for the failure mode alone, and names the test by it', async () => {
    const { lines } = await exported('promptfoo');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ description: expect.stringMatching(/^Too long: edit of /u) });
    expect(kinds(lines[0])).toEqual(['not-contains', 'llm-rubric']);
  });

  it('has OpenAI Evals judge by the criteria of each row', async () => {
    const { folder, lines } = await exported('openai-evals');
    expect(lines[2]).toMatchObject({ criteria: 'The answer does not have this failure: Rude.' });
    const registry = parseJson(readFileSync(join(folder, 'x.evals.yaml'), 'utf8'));
    expect(registry).toMatchObject({ 'x.dev.v0': { args: { modelgraded_spec: 'closedqa' } } });
  });

  it('changes nothing in other formats', async () => {
    expect((await exported('openai-chat')).lines).toHaveLength(10);
  });
});

function kinds(line: JsonObject | undefined): readonly unknown[] {
  const asserts = line?.['assert'];
  return Array.isArray(asserts) ? asserts.map((one: JsonObject) => one['type']) : [];
}
