import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedEdits } from '../support/generated-edits.ts';
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

test('cluster groups changes, brings the groups up to date, and makes them anew beside those in use', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const fileOf = (name: string, from: number, to: number) => {
    const file = join(folder, name);
    const rows = generatedEdits({ from, to }, 60, [0, 1, 2]);
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    return file;
  };
  await flywheel('init', project);
  expect(await answerOf('cluster', project)).toMatchObject({ changes: 0, clusters: 0, noise_share: 0 });
  await flywheel('import', project, fileOf('weeks.jsonl', 1, 3));

  const first = await answerOf('cluster', project, '--seed', '5');
  expect(first).toMatchObject({ changes: 180, pending: false });
  expect(await answerOf('cluster', project, '--seed', '6')).toMatchObject({ changes: 180, pending: true });
  expect(await answerOf('cluster', project, '--accept')).toMatchObject({ changes: 180, pending: false });
  const { stdout } = await flywheel('cluster', project);
  expect(stdout).toContain('180 changes, ');
  expect(stdout).toContain('utilize → use');

  await flywheel('import', project, fileOf('next.jsonl', 4, 4));
  expect(await answerOf('cluster', project)).toMatchObject({ changes: 240, pending: false });

  const anew = await flywheel('cluster', project, '--full');
  expect(anew.stdout).toContain('Take them over with --accept');
  expect(await answerOf('cluster', project, '--discard')).toEqual({ discarded: true });
  expect(await answerOf('cluster', project, '--accept')).toMatchObject({ error: { code: 'RUN_NOT_FOUND' } });
  expect(await answerOf('cluster', project, '--model', 'none')).toMatchObject({
    error: { code: 'MODEL_UNUSABLE' },
  });
  expect(await answerOf('check', project)).toMatchObject({ ok: true });
}, 120_000);
