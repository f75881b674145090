import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../main/engine/create-engine.ts';
import { createDirectClient } from '../../main/engine/direct-client.ts';
import { collect } from '../support/collect.ts';
import { testEngineOptions } from '../support/engine-options.ts';
import { writeRowsFile } from '../support/rows-file.ts';
import { useTempFolder } from '../support/temp-folder.ts';
import { newProjectFile } from '../support/temp-project.ts';

const rows = 24_000;
const exporter = fileURLToPath(new URL('./export-writer.ts', import.meta.url));

/** Exports in a process of its own, which is killed once so many rows are written; null lets it end. */
async function exportInProcess(folder: string, file: string, killAfter: number | null): Promise<void> {
  const child = spawn(
    process.execPath,
    [exporter, join(folder, 'data'), join(folder, 'test.flywheel'), file],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  for await (const line of createInterface(child.stdout)) {
    const [, written, state] = line.split(' ');
    if (killAfter !== null && state === 'running' && Number(written) > killAfter) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe(killAfter === null ? null : 'SIGKILL');
}

it('leaves the export of before and its snapshot as they were where it is killed in the middle', async () => {
  const folder = useTempFolder();
  const path = newProjectFile(folder);
  const file = join(folder, 'rows.jsonl');
  const out = join(folder, 'out');
  mkdirSync(out);
  writeRowsFile(file, rows);
  const engine = createEngine(testEngineOptions(join(folder, 'data'), 'cli'));
  const client = createDirectClient(engine.router);
  await client.project.open({ path });
  const { jobId } = await client.imports.start({ path: file });
  await collect(await client.jobs.watch({ id: jobId }));
  await engine.close();

  const target = join(out, 'set.jsonl');
  await exportInProcess(folder, target, 0);
  const finished = () => readdirSync(out).filter((name) => !/\.(?:tmp|rows)$/u.test(name));
  expect(finished()).toEqual([]);
  await exportInProcess(folder, target, null);
  const names = ['set.jsonl', 'set.lineage.jsonl', 'set.manifest.json', 'set.validation.jsonl'];
  expect(finished().toSorted()).toEqual(names);
  const before = names.map((name) => readFileSync(join(out, name), 'utf8'));
  await exportInProcess(folder, target, rows / 4);
  expect(names.map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(before);

  const again = createEngine(testEngineOptions(join(folder, 'data'), 'cli'));
  onTestFinished(() => again.close());
  const reader = createDirectClient(again.router);
  await reader.project.open({ path });
  expect(await reader.snapshots.list()).toMatchObject([
    { damaged: [], manifest: { counts: { exported: rows } } },
  ]);
  expect((await reader.project.check()).problems).toEqual([]);
});
