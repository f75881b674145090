import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../main/engine/create-engine.ts';
import { createDirectClient } from '../../main/engine/direct-client.ts';
import { collect } from '../support/collect.ts';
import { testEngineOptions } from '../support/engine-options.ts';
import { skipBecause } from '../support/skip-because.ts';
import { writeRowsFile } from '../support/rows-file.ts';
import { useTempFolder } from '../support/temp-folder.ts';

const rows = 20_000;

/** A file system of its own, of a few megabytes; null where this machine does not let tests make one. */
function mountSmallDisk(
  megabytes: number,
): { readonly folder: string; readonly grow: (to: number) => void } | null {
  const folder = useTempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return { folder, grow: (to) => execFileSync('mount', ['-o', `remount,size=${to}m`, folder]) };
}

it('an import that fills the disk ends in a sentence, and goes on when there is room again', async (context) => {
  const disk = mountSmallDisk(6);
  if (disk === null) {
    skipBecause(context, 'a small file system cannot be mounted here');
    return;
  }
  const folder = useTempFolder();
  const file = join(folder, 'rows.jsonl');
  writeRowsFile(file, rows);
  const engine = createEngine(testEngineOptions(join(folder, 'data'), 'cli'));
  onTestFinished(() => engine.close());
  const client = createDirectClient(engine.router);
  await client.project.create({ path: join(disk.folder, 'p.flywheel') });

  const { jobId } = await client.imports.start({ path: file });
  const last = (await collect(await client.jobs.watch({ id: jobId }))).at(-1);
  expect(last).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } });
  expect(last?.error?.message).toMatch(/is full\. Free some space/);

  disk.grow(256);
  expect((await client.project.check()).problems).toEqual([]);
  const [cutOff] = await client.imports.sources();
  expect(cutOff?.imported).toBeGreaterThan(0);
  expect(cutOff?.imported).toBeLessThan(rows);
  const resumed = await client.imports.start({ path: file, resume: true });
  expect(resumed.sourceId).toBe(cutOff?.id);
  const done = (await collect(await client.jobs.watch({ id: resumed.jobId }))).at(-1);
  expect(done).toMatchObject({ state: 'done', result: { read: rows, imported: rows, rejected: 0 } });
  expect((await client.project.check()).problems).toEqual([]);
});
