import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

/** Runs a command with --json; a failure is its answer, too. */
async function flywheel(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; json: unknown }> {
  const { stdout, code } = await runProgram(process.execPath, [launcher, ...args, '--json'], { environment });
  return { code, json: JSON.parse(stdout) };
}

const listed = z.object({
  snapshots: z.array(z.object({ id: z.string(), damaged: z.array(z.string()) })),
});

test('snapshot lists, shows, compares, verifies and freezes exports, and lists retired rows', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const [first, more] = [join(folder, 'first.jsonl'), join(folder, 'more.jsonl')];
  const rows = Array.from({ length: 40 }, (_, index) =>
    JSON.stringify({ input: `q ${index}`, output: `a ${index}`, edit: `b ${index}`, user: `u${index % 3}` }),
  );
  writeFileSync(first, rows.slice(0, 30).join('\n'));
  writeFileSync(more, rows.slice(30).join('\n'));
  await flywheel('init', project);
  await flywheel('import', project, first);
  expect((await flywheel('snapshot', project)).json).toEqual({ snapshots: [] });
  const a = join(folder, 'a.jsonl');
  const options = ['--format', 'openai-chat', '--split', '0.3', '--group-by', 'interaction'];
  await flywheel('export', project, ...options, '--out', a);
  await flywheel('import', project, more);
  await flywheel('export', project, ...options, '--out', join(folder, 'b.jsonl'));

  const { snapshots } = listed.parse((await flywheel('snapshot', project, 'list')).json);
  const [b, older] = snapshots;
  expect(snapshots.map(({ damaged }) => damaged)).toEqual([[], []]);
  expect((await flywheel('snapshot', project, 'show', 'latest')).json).toMatchObject({ id: b?.id });
  const compared = await flywheel('snapshot', project, 'compare', older?.id ?? '', 'latest', '--limit', '3');
  expect(compared).toMatchObject({ code: 0, json: { same: 30, in: 10, out: 0, changed: 0, moved: 0 } });

  expect(await flywheel('snapshot', project, 'verify', 'latest')).toMatchObject({
    code: 0,
    json: { isSame: true },
  });
  expect(await flywheel('snapshot', project, 'verify', older?.id ?? '')).toMatchObject({
    code: 1,
    json: { isSame: false, reasons: ['Since then: 1 import.'] },
  });

  expect(await flywheel('snapshot', project, 'freeze', 'latest')).toMatchObject({
    code: 2,
    json: { error: { code: 'INPUT_INVALID' } },
  });
  expect(await flywheel('snapshot', project, 'freeze', 'latest', '--yes')).toMatchObject({ code: 0 });
  expect((await flywheel('snapshot', project, 'show', 'latest')).json).not.toMatchObject({ frozenAt: null });
  const check = await flywheel('check', project);
  expect(check).toMatchObject({ code: 0 });

  expect((await flywheel('snapshot', project, 'retired')).json).toEqual({ retired: [] });
  const sources = z
    .object({ sources: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse((await flywheel('sources', project)).json).sources;
  const source = sources.find(({ name }) => name === 'more.jsonl');
  await flywheel('undo-import', project, source?.id ?? '');
  expect((await flywheel('snapshot', project, 'retired')).json).toMatchObject({
    retired: [{ snapshotId: b?.id, rows: 10 }],
  });

  expect(await flywheel('forget', project, '--user', 'u1')).toMatchObject({ code: 2 });
  const forgotten = await flywheel('forget', project, '--user', 'u1', '--yes');
  const told = z.object({
    interactions: z.int(),
    backup: z.string(),
    retired: z.array(z.object({ rows: z.int() })),
  });
  const { interactions, backup, retired } = told.parse(forgotten.json);
  expect(interactions).toBe(10);
  expect(existsSync(backup)).toBe(true);
  expect(retired.map((one) => one.rows)).toEqual([20, 10]);
  writeFileSync(a, readFileSync(a, 'utf8').slice(1));
  expect((await flywheel('snapshot', project, 'show', older?.id ?? '')).json).toMatchObject({
    damaged: ['a.jsonl'],
  });

  expect(await flywheel('snapshot', project, 'show', 'zzz')).toMatchObject({
    code: 2,
    json: { error: { code: 'SNAPSHOT_NOT_FOUND' } },
  });
  expect(await flywheel('snapshot', project, 'melt')).toMatchObject({ code: 2 });
  expect(await flywheel('snapshot', project, 'compare', 'latest')).toMatchObject({ code: 2 });
});
