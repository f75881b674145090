import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fewShotChoiceSchema } from '../../shared/contract/few-shot-operations.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function flywheel(...args: readonly string[]): Promise<{ stdout: string; code: number | null }> {
  return runProgram(process.execPath, [launcher, ...args], { environment });
}

/** Runs a command with --json; a failure is its answer, too. */
async function answerOf(...args: readonly string[]): Promise<unknown> {
  return JSON.parse((await flywheel(...args, '--json')).stdout);
}

const things = ['lamp', 'kettle', 'bicycle'];

test('fewshot chooses within the budget, writes, keeps, and compares with what is live', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const file = join(folder, 'rows.jsonl');
  const rows = Array.from({ length: 30 }, (_, index) => ({
    id: `row-${index}`,
    input: `How do I repair the ${things[index % 3] ?? ''} that I bought?`,
    output: `We are sorry. Send us the ${things[index % 3] ?? ''}.`,
    edit: `Send us the ${things[index % 3] ?? ''}.`,
    prompt_version: index < 15 ? 'v1' : 'v2',
  }));
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  await flywheel('init', project);
  expect(await answerOf('fewshot', project)).toMatchObject({ error: { code: 'FEW_SHOT_EMPTY' } });
  await flywheel('import', project, file);

  const out = join(folder, 'examples.txt');
  const made = await answerOf(
    'fewshot',
    project,
    '--budget',
    '200',
    '--most',
    '2',
    '--save',
    'First',
    '--live',
    '--out',
    out,
  );
  const choice = fewShotChoiceSchema.parse(made);
  expect(choice).toMatchObject({ found: 30, good: 30, comparison: null });
  expect(choice.examples).toHaveLength(2);
  expect(choice.tokens).toBeLessThanOrEqual(200);
  expect(made).toMatchObject({ written: { path: out } });
  expect(readFileSync(out, 'utf8').match(/<example>/gu)).toHaveLength(2);
  expect(await answerOf('fewshot', project, '--out', out)).toMatchObject({ error: { code: 'FILE_EXISTS' } });

  const next = fewShotChoiceSchema.parse(
    await answerOf('fewshot', project, '--most', '3', '--by', 'prompt_version', '--method', 'centre'),
  );
  expect(next.groups.map(({ name }) => name)).toEqual(['v1', 'v2']);
  expect(next.comparison).toMatchObject({ name: 'First' });
  expect(next.comparison?.after.coverage).toBeGreaterThan(next.comparison?.before.coverage ?? 1);

  const { stdout } = await flywheel('fewshot', project, '--where', 'prompt_version=v2', '--compare', 'First');
  expect(stdout).toContain('Of 15 interactions 15 with a good answer');
  expect(stdout).toContain('Beside First: ');
  expect(await answerOf('fewshot', project, '--compare', 'None')).toMatchObject({
    error: { code: 'FEW_SHOT_SET_NOT_FOUND' },
  });
  expect((await flywheel('fewshot', project, '--live')).code).toBe(2);
  expect((await flywheel('fewshot', project, '--evidence', 'labels')).code).toBe(2);
}, 120_000);
