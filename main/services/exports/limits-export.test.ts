import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { addChange, addMode } from '../../../tests/support/failure-modes.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { OpenProject } from '../project/open-project.ts';
import { exportRecipe } from './run-export.ts';

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit-or-output',
  groupBy: 'interaction',
};

function rowsOf(from: number, to: number): object[] {
  return Array.from({ length: to - from }, (_, place) => {
    const index = from + place;
    return {
      id: `r${index}`,
      input: `Question ${index}`,
      output: ` Answer ${index} `,
      user: `u${index % 4}`,
      model: index % 10 === 0 ? 'small' : 'large',
      prompt_version: `v${index % 2}`,
      rating: (index % 5) + 1,
    };
  });
}

async function run(project: OpenProject, changes: Partial<Recipe>) {
  const path = join(useTempFolder(), 'x.jsonl');
  const done = await exportRecipe(
    { recipe: { ...recipe, ...changes }, path, overwrite: false },
    jobContext(project),
  );
  if (!done.ok) return { failure: done.error, manifest: null, lines: [] };
  return { failure: null, manifest: done.value, lines: readFileSync(path, 'utf8').trimEnd().split('\n') };
}

describe('limits of an export', () => {
  it('keep the first rows of users and prompt versions; more data adds rows at the end', async () => {
    const project = newProject();
    await importRows(project, rowsOf(0, 30));
    const limits = { perUser: 10, perPromptVersion: 12, total: 25, mostCharacters: 25 };
    const before = await run(project, { limits });
    expect(before.lines).toHaveLength(24);
    expect(before.manifest?.funnel?.map(({ step, rows }) => [step, rows])).toEqual([
      ['selected', 30],
      ['paired', 30],
      ['valid', 30],
      ['limited', 24],
      ['written', 24],
    ]);
    await importRows(project, rowsOf(30, 60));
    const after = await run(project, { limits });
    expect(after.lines.slice(0, 24)).toEqual(before.lines);
    expect((await run(project, { limits: { perUser: 3 } })).lines).toHaveLength(12);
  });

  it('count failure modes that people gave', async () => {
    const project = newProject();
    await importRows(project, rowsOf(0, 10));
    const mode = addMode(project.database, 'wrong', 'Wrong word');
    for (const interaction of [1, 2, 3])
      addChange(project.database, { interaction, place: '0-1.0-1', mode, clusters: {} });
    const { manifest } = await run(project, { limits: { perMode: 2 } });
    expect(manifest?.counts).toMatchObject({ exported: 9, skipped: [{ rule: 'over_mode_limit', rows: 1 }] });
  });
});

describe('balance of an export', () => {
  it('counts what is left after all other steps', async () => {
    const project = newProject();
    await importRows(project, rowsOf(0, 100));
    const balance = { by: 'model', most: 2 } as const;
    const all = await run(project, { balance });
    expect(all.manifest?.counts).toMatchObject({
      exported: 30,
      skipped: [{ rule: 'over_balance', rows: 70 }],
    });
    expect(await run(project, { balance })).toEqual(all);
    const limited = await run(project, { balance, limits: { total: 50 } });
    expect(limited.manifest?.counts.exported).toBe(15);
    const other = await run(project, { balance, seed: 2 });
    expect(other.lines).toHaveLength(30);
    expect(other.lines).not.toEqual(all.lines);
  });

  it('makes good and bad answers as many', async () => {
    const project = newProject();
    await importRows(project, rowsOf(0, 100));
    const { manifest, lines } = await run(project, {
      format: 'trl-kto',
      pairs: { from: 'rating', good: 3, bad: 1 },
      balance: { by: 'answer', most: 1.25 },
    });
    expect(manifest?.counts.exported).toBe(45);
    expect(lines.filter((line) => line.includes('"label":true'))).toHaveLength(25);
    const { failure } = await run(project, { balance: { by: 'answer', most: 1 } });
    expect(failure).toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('clean-up of an export', () => {
  it('changes what is written, as one step of the funnel', async () => {
    const project = newProject();
    await importRows(project, [...rowsOf(0, 2), { id: 'e', input: 'q', output: ' ' }]);
    const { lines, manifest } = await run(project, {
      system: 'Be brief.',
      clean: { trim: true, template: '<q>{{input}}</q>' },
    });
    expect(lines[1]).toBe(
      '{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"<q>Question 1</q>"},{"role":"assistant","content":"Answer 1"}]}',
    );
    expect(manifest?.funnel?.[2]).toMatchObject({
      step: 'cleaned',
      rows: 2,
      lost: [{ rule: 'empty_after_cleaning', rows: 1 }],
    });
    const { failure } = await run(project, { clean: { template: 'Always the same?' } });
    expect(failure).toMatchObject({ code: 'INPUT_INVALID' });
  });
});
