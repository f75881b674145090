import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../../shared/domain/json.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { importRows, jobContext, plainMapping } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { prepare } from '../../db/database.ts';
import type { OpenProject } from '../project/open-project.ts';
import { exportRecipe } from './run-export.ts';

const recipe: Recipe = {
  format: 'trl-preference',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};

const mapping: Mapping = [
  ...plainMapping,
  { target: 'outcome.resolved', path: 'resolved' },
  { target: 'meta.other_output', path: 'other' },
  { target: 'label.better@ana', path: 'ana' },
  { target: 'label.better@bo', path: 'bo' },
  { target: 'label.quality@ana', path: 'quality_ana' },
  { target: 'label.quality@bo', path: 'quality_bo' },
];

async function projectOf(rows: readonly object[]): Promise<OpenProject> {
  const project = newProject();
  await importRows(project, rows, { mapping });
  return project;
}

async function run(project: OpenProject, changes: Partial<Recipe>) {
  const folder = useTempFolder();
  const done = await exportRecipe(
    { recipe: { ...recipe, ...changes }, path: join(folder, 'x.jsonl'), overwrite: false },
    jobContext(project),
  );
  if (!done.ok) return { failure: done.error, manifest: null, rows: [], validation: [] };
  const read = (name: string): JsonObject[] =>
    readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').map(parseJson).filter(isJsonObject);
  const validation = changes.validation === undefined ? [] : read('x.validation.jsonl');
  return { failure: null, manifest: done.value, rows: read('x.jsonl'), validation };
}

/** Chosen and rejected of a preference as texts. */
function pairsOf(rows: readonly JsonObject[]): string[] {
  return rows.map(({ chosen, rejected }) => `${lastText(chosen)} > ${lastText(rejected)}`);
}

function lastText(messages: unknown): string {
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : null;
  return isJsonObject(last) && typeof last['content'] === 'string' ? last['content'] : '';
}

const stars = [
  { id: 'a', input: 'one', output: 'a1', rating: 5 },
  { id: 'b', input: 'one', output: 'a2', rating: 1 },
  { id: 'c', input: 'one', output: 'a3', rating: 3 },
  { id: 'd', input: 'two', output: 'b1', rating: 2, edit: 'b1 edited' },
  { id: 'e', input: 'three', output: 'c1', rating: 4 },
  { id: 'f', input: 'four', output: 'd1' },
];

describe('exports of ratings and outcomes', () => {
  it('learn good outputs, and say what became of all others', async () => {
    const { rows, manifest } = await run(await projectOf(stars), {
      format: 'openai-chat',
      pairs: { from: 'rating', good: 4, bad: 2 },
    });
    expect(rows.map(({ messages }) => lastText(messages))).toEqual(['a1', 'c1']);
    expect(manifest?.funnel?.[1]).toMatchObject({
      step: 'paired',
      rows: 2,
      lost: [
        { rule: 'judged_bad', rows: 2 },
        { rule: 'neither_good_nor_bad', rows: 1 },
        { rule: 'no_rating', rows: 1 },
      ],
    });
  });

  it('give unpaired sets their good and bad outputs, and say where all bad ones are edited', async () => {
    const project = await projectOf(stars);
    const pairs = { from: 'rating', good: 4, bad: 2 } as const;
    const { rows, manifest } = await run(project, { format: 'trl-kto', pairs });
    expect(rows.map(({ completion, label }) => [lastText(completion), label])).toEqual([
      ['a1', true],
      ['a2', false],
      ['b1', false],
      ['c1', true],
    ]);
    expect(manifest?.findings.map(({ rule }) => rule)).not.toContain('edited_is_less_good');
    const edited = await run(project, {
      format: 'trl-kto',
      pairs,
      filter: [{ field: 'external_id', operator: '!=', value: 'b' }],
    });
    expect(edited.manifest?.findings).toContainEqual(
      expect.objectContaining({ rule: 'edited_is_less_good', level: 'warning', rows: 1 }),
    );
  });

  it('take the latest rating where there are several, those without a time first', async () => {
    const project = await projectOf(stars.slice(0, 2));
    const insert = prepare(
      project.database,
      `INSERT INTO signals (interaction_seq, source_seq, kind, name, number, at) VALUES (?, 1, 'explicit', 'rating', ?, ?)`,
    );
    for (const [seq, value, at] of [
      [1, 1, 2000],
      [1, 5, 1000],
      [2, 5, 3000],
    ])
      insert.run(seq, value, at);
    const { rows } = await run(project, { format: 'openai-chat', pairs: { from: 'rating', good: 4 } });
    expect(rows.map(({ messages }) => lastText(messages))).toEqual(['a2']);
  });

  it('take the mean of what annotators answered where there is no signal', async () => {
    const project = await projectOf([
      { id: 'a', input: 'one', output: 'a1', quality_ana: 5, quality_bo: 4 },
      { id: 'b', input: 'two', output: 'b1', quality_ana: 5, quality_bo: 1 },
    ]);
    const { rows } = await run(project, {
      format: 'openai-chat',
      pairs: { from: 'rating', signal: 'quality', good: 4 },
    });
    expect(rows.map(({ messages }) => lastText(messages))).toEqual(['a1']);
    const ofAna = await run(project, {
      format: 'openai-chat',
      pairs: { from: 'rating', signal: 'quality', good: 5 },
      consensus: { rule: 'expert', expert: 'ana' },
    });
    expect(ofAna.rows.map(({ messages }) => lastText(messages))).toEqual(['a1', 'b1']);
  });

  it('give rows for reinforcement the outcome as a field, and reward rows the margin', async () => {
    const outcomes = await projectOf([
      { id: 'a', input: 'one', output: 'a1', resolved: true },
      { id: 'b', input: 'two', output: 'b1', resolved: false },
    ]);
    const rft = await run(outcomes, {
      format: 'openai-rft',
      pairs: { from: 'outcome', signal: 'resolved' },
    });
    expect(rft.rows).toMatchObject([{ reference_answer: 'a1', outcome: 1 }]);
    const reward = await run(await projectOf(stars), { format: 'trl-reward', pairs: { from: 'rating' } });
    expect(reward.rows.map(({ margin }) => margin)).toEqual([4, 0]);
    expect(pairsOf(reward.rows)).toEqual(['a1 > a2', 'b1 edited > b1']);
  });
});

describe('exports of contrasts', () => {
  it('pair the best with the worst by what people did, in one part of the split', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => [
      {
        id: `a${index}`,
        input: `q${index}`,
        output: `taken ${index}`,
        action: 'accepted',
        session: `s${index}`,
      },
      {
        id: `b${index}`,
        input: `q${index}`,
        output: `thrown ${index}`,
        action: 'discarded',
        session: `t${index}`,
      },
      { id: `c${index}`, input: `q${index}`, output: `left ${index}`, session: `u${index}` },
    ]).flat();
    const project = await projectOf(rows);
    const done = await run(project, {
      pairs: { from: 'contrast' },
      validation: 0.4,
      groupBy: 'session',
    });
    const pairs = [...pairsOf(done.rows), ...pairsOf(done.validation)];
    expect(pairs.toSorted()).toEqual(
      Array.from({ length: 30 }, (_, index) => `taken ${index} > thrown ${index}`).toSorted(),
    );
    expect(done.validation.length).toBeGreaterThan(3);
    expect(done.manifest?.findings.map(({ rule }) => rule)).not.toContain('duplicate_prompt_across_parts');
    expect(done.manifest?.funnel?.[1]?.lost).toMatchObject([
      { rule: 'other_output_stands', rows: 30 },
      { rule: 'no_rating', rows: 30 },
    ]);
  });

  it('make no pair of outputs whose inputs differ, nor of inputs without a question', async () => {
    const project = await projectOf([
      { id: 'a', input: 'one', output: 'a1', rating: 5 },
      { id: 'b', input: 'two', output: 'b1', rating: 1 },
      { id: 'c', output: 'c1', rating: 5 },
      { id: 'd', output: 'd1', rating: 1 },
    ]);
    const { failure } = await run(project, { pairs: { from: 'contrast', signal: 'rating' } });
    expect(failure?.code).toBe('EXPORT_EMPTY');
  });
});

describe('exports of preferences', () => {
  const rows = [
    { id: 'a', input: 'one', output: 'a1', other: 'a2', ana: 1, bo: 1 },
    { id: 'b', input: 'two', output: 'b1', other: 'b2', ana: 2, bo: 2 },
    { id: 'c', input: 'three', output: 'c1', other: 'c2', ana: 1, bo: 2 },
    { id: 'd', input: 'four', output: 'd1', other: 'd2', ana: 0, bo: 0 },
    { id: 'e', input: 'five', output: 'e1', ana: 1, bo: 1 },
    { id: 'f', input: 'six', output: 'f1', other: 'f2' },
  ];
  const pairs = { from: 'preference', signal: 'better' } as const;

  it('are what most annotators prefer, and say why others are left out', async () => {
    const done = await run(await projectOf(rows), { pairs });
    expect(pairsOf(done.rows)).toEqual(['a1 > a2', 'b2 > b1']);
    const rules = done.manifest?.funnel?.[1]?.lost.map(({ rule }) => rule);
    expect(rules?.toSorted()).toEqual([
      'neither_good_nor_bad',
      'no_consensus',
      'no_other_output',
      'no_preference',
    ]);
  });

  it('follow the rule of consensus of the recipe', async () => {
    const done = await run(await projectOf(rows), { pairs, consensus: { rule: 'expert', expert: 'bo' } });
    expect(pairsOf(done.rows)).toEqual(['a1 > a2', 'b2 > b1', 'c2 > c1']);
  });
});

it('refuses a pairing that the format cannot learn from before anything is made', async () => {
  const { failure } = await run(await projectOf(stars), {
    format: 'openai-chat',
    pairs: { from: 'contrast' },
  });
  expect(failure).toMatchObject({ code: 'INPUT_INVALID' });
  expect(failure?.message).toContain('It takes: edit, rating, outcome, preference');
});
