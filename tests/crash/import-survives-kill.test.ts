import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
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

/** Over 8 MB, so that they are read in a thread of their own. */
const rows = 26_000;
const kills = 6;

/** Each run goes on where the last one was killed, and a fast machine is far by the first report of progress. */
const manyRows = 80_000;
const resumes = 4;
const importer = fileURLToPath(new URL('./import-writer.ts', import.meta.url));

/** Starts the import in a process of its own and kills it in the middle; returns the rows it had reported. */
async function killedImport(
  folder: string,
  path: string,
  file: string,
  { afterRows, resume = false }: { readonly afterRows: number; readonly resume?: boolean },
): Promise<number> {
  const child = spawn(process.execPath, [importer, join(folder, 'data'), path, file, String(resume)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let reported = 0;
  for await (const line of createInterface(child.stdout)) {
    reported = Number(line.split(' ')[1]);
    if (reported > afterRows) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return reported;
}

it(`is whole after ${kills} kills in the middle of an import, and importing again completes it`, async () => {
  const folder = useTempFolder();
  const path = newProjectFile(folder);
  const file = join(folder, 'rows.jsonl');
  writeRowsFile(file, rows);

  for (let kill = 0; kill < kills; kill++) {
    await killedImport(folder, path, file, { afterRows: (kill * rows) / (kills * 2) });
  }

  const engine = createEngine(testEngineOptions(join(folder, 'data'), 'cli'));
  onTestFinished(() => engine.close());
  const client = createDirectClient(engine.router);
  await client.project.open({ path });
  const cutOff = await client.imports.sources();
  expect(cutOff.map(({ state }) => state)).toEqual(Array.from({ length: kills }, () => 'interrupted'));
  for (const source of cutOff) {
    expect(source.read).toBe(source.imported + source.duplicates + source.rejected);
  }
  const kept = cutOff.reduce((sum, { imported }) => sum + imported, 0);
  expect(await client.items.count({})).toMatchObject({ total: kept });
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(rows);
  expect((await client.project.check()).problems).toEqual([]);

  const { jobId } = await client.imports.start({ path: file });
  const last = (await collect(await client.jobs.watch({ id: jobId }))).at(-1);
  expect(last).toMatchObject({
    state: 'done',
    result: { read: rows, imported: rows - kept, duplicates: kept, rejected: 0 },
  });
  expect(await client.items.count({})).toMatchObject({ total: rows, edited: rows / 2 });
  expect((await client.project.check()).problems).toEqual([]);
});

it(`goes on behind its last stored row after each of ${resumes} kills, and its counts are those of one whole import`, async () => {
  const folder = useTempFolder();
  const path = newProjectFile(folder);
  const file = join(folder, 'rows.jsonl');
  writeRowsFile(file, manyRows);
  appendFileSync(file, `{"cut off\n{"output": null}\n`);

  for (let kill = 0; kill < resumes; kill++) {
    await killedImport(folder, path, file, {
      afterRows: (kill * manyRows) / (resumes * 2),
      resume: kill > 0,
    });
  }

  const engine = createEngine(testEngineOptions(join(folder, 'data'), 'cli'));
  onTestFinished(() => engine.close());
  const client = createDirectClient(engine.router);
  await client.project.open({ path });
  const [cutOff, ...others] = await client.imports.sources();
  expect(others).toEqual([]);
  expect(cutOff?.state).toBe('interrupted');
  expect(cutOff?.imported).toBeGreaterThan(0);

  const { jobId, sourceId } = await client.imports.start({ path: file, resume: true });
  expect(sourceId).toBe(cutOff?.id);
  const last = (await collect(await client.jobs.watch({ id: jobId }))).at(-1);
  const counts = { read: manyRows + 2, imported: manyRows, duplicates: 0, rejected: 2, skipped: 0 };
  expect(last).toMatchObject({ state: 'done', result: counts });
  expect(await client.imports.sources()).toMatchObject([{ ...counts, state: 'done' }]);
  expect(await client.imports.rejects({ sourceId: sourceId ?? '' })).toMatchObject({ total: 2 });
  expect(await client.items.count({})).toMatchObject({ total: manyRows, edited: manyRows / 2 });
  expect((await client.project.check()).problems).toEqual([]);
});
