import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { generatedEdits } from '../../tests/support/generated-edits.ts';
import { testEngineOptions } from '../../tests/support/engine-options.ts';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { createDirectClient } from './direct-client.ts';
import { createEngine } from './create-engine.ts';

async function setup() {
  const folder = useTempFolder();
  const engine = createEngine(testEngineOptions(join(folder, 'data')));
  onTestFinished(() => engine.close());
  const client = createDirectClient(engine.router);
  await client.project.create({ path: join(folder, 'p.flywheel') });
  const importWeeks = async (from: number, to: number) => {
    const path = join(folder, `weeks-${from}.jsonl`);
    const rows = generatedEdits({ from, to }, 100);
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
    const { jobId } = await client.imports.start({ path });
    await endOf(client, jobId);
  };
  return { client, importWeeks };
}

async function endOf(client: Client, jobId: string) {
  let last = null;
  for await (const job of await client.jobs.watch({ id: jobId })) last = job;
  return last;
}

/** Waits until nothing runs. */
async function quiet(client: Client): Promise<void> {
  for (;;) {
    const running = (await client.jobs.list()).find(({ state }) => state === 'running');
    if (running === undefined) return;
    await endOf(client, running.id);
  }
}

/** Milliseconds of processor time that this thread takes meanwhile: no other request can have waited for longer. */
async function ownTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

describe('clusters in an engine', { timeout: 180_000 }, () => {
  it('are made by a job that can be cancelled and goes on, and read in threads of their own', async () => {
    const { client, importWeeks } = await setup();
    await importWeeks(1, 4);
    await quiet(client);
    expect(await client.clusters.state()).toEqual({
      current: null,
      pending: null,
      waiting: 400,
      jobId: null,
    });
    expect(await client.clusters.list()).toEqual([]);

    const { jobId } = await client.clusters.run({});
    expect(await client.clusters.run({})).toEqual({ jobId });
    await client.jobs.cancel({ id: jobId });
    expect(await endOf(client, jobId)).toMatchObject({
      state: 'cancelled',
      error: { code: 'JOB_CANCELLED' },
    });

    const again = await client.clusters.run({});
    const held = await ownTime(async () => endOf(client, again.jobId));
    expect(held).toBeLessThan(150);
    const state = await client.clusters.state();
    expect(state).toMatchObject({ pending: null, waiting: 0, jobId: null, current: { changes: 400 } });

    let clusters: Awaited<ReturnType<typeof client.clusters.list>> = [];
    const reading = await ownTime(async () => {
      clusters = await client.clusters.list();
    });
    expect(reading).toBeLessThan(50);
    expect(clusters).toHaveLength(state.current?.clusters ?? 0);
    const [largest] = clusters;
    expect(await client.clusters.get({ id: largest?.id ?? '' })).toEqual(largest);
    const subject = { kind: 'cluster', id: largest?.id ?? '' } as const;
    const { changes } = await client.clusters.changes({ subject, order: 'typical', limit: 1 });
    const [one] = changes;
    const { interactionId = '', place = '' } = one ?? {};
    expect(await client.clusters.similar({ interactionId, place, limit: 3 })).toMatchObject({
      changes: [{ clusterId: largest?.id }, { clusterId: largest?.id }, { clusterId: largest?.id }],
    });
  });

  it('are joined by what an import brings, and made anew beside those in use', async () => {
    const { client, importWeeks } = await setup();
    await importWeeks(1, 3);
    await quiet(client);
    await endOf(client, (await client.clusters.run({})).jobId);
    await importWeeks(4, 4);
    await quiet(client);
    expect(await client.clusters.state()).toMatchObject({ waiting: 0, current: { changes: 400 } });

    const before = await client.clusters.list();
    await endOf(client, (await client.clusters.run({ full: true, settings: { seed: 3 } })).jobId);
    expect(await client.clusters.state()).toMatchObject({
      pending: { settings: { seed: 3 }, changes: 400 },
      current: { settings: { seed: 0 } },
    });
    const difference = await client.clusters.difference();
    expect(difference.keptShare).toBeGreaterThan(0.9);
    await client.clusters.discard();
    expect(await client.clusters.list()).toEqual(before);
    await expect(client.clusters.difference()).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    await expect(client.clusters.accept()).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });

    await endOf(client, (await client.clusters.run({ full: true })).jobId);
    await client.clusters.accept();
    await quiet(client);
    const after = await client.clusters.list();
    const kept = after.filter(({ id }) => before.some((cluster) => cluster.id === id));
    expect(kept.length).toBeGreaterThanOrEqual(0.8 * before.length);
    expect(await client.project.check()).toMatchObject({ ok: true });
  });
});
