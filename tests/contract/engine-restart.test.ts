/* oxlint-disable typescript/no-unsafe-type-assertion -- matchers are untyped */
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createEngineClient, type EngineClient } from '../../main/engine/engine-client.ts';
import { type EngineThread, startEngineThread } from '../../main/engine/engine-thread.ts';
import { testEngineOptions } from '../support/engine-options.ts';
import { useTempFolder } from '../support/temp-folder.ts';

let engine: EngineClient<EngineThread> | null = null;

afterEach(async () => {
  await engine?.close();
});

function startEngine(
  folder: string,
  now: () => number,
): { client: EngineClient<EngineThread>; restarted: () => Promise<EngineThread | null> } {
  let announce: ((engine: EngineThread | null) => void) | null = null;
  const client = createEngineClient({
    start: startEngineThread,
    engineOptions: testEngineOptions(join(folder, 'data')),
    now,
    onRestart: (running) => announce?.(running),
  });
  engine = client;
  return {
    client,
    restarted: async () =>
      new Promise((resolve) => {
        announce = resolve;
      }),
  };
}

async function openProject(client: EngineClient<EngineThread>, path: string): Promise<void> {
  await (await client.client()).project.create({ path });
  // The host learns of it by an event of its own connection.
  await expect.poll(async () => (await (await client.client()).project.current())?.path).toBe(path);
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
}

test('an engine that dies is started again with its project open', async () => {
  const folder = useTempFolder();
  const path = join(folder, 'p.flywheel');
  const { client, restarted } = startEngine(folder, () => 0);
  await openProject(client, path);
  const first = await client.engine();
  const again = restarted();
  await first.crash();
  const second = await again;
  expect(second).not.toBeNull();
  expect(second).not.toBe(first);
  const current = await (await client.client()).project.current();
  expect(current).toMatchObject({ path, readOnly: false });
});

test('a call made while it starts again waits for it', async () => {
  const folder = useTempFolder();
  const { client, restarted } = startEngine(folder, () => 0);
  const again = restarted();
  await (await client.engine()).crash();
  const info = (await client.client()).app.info();
  await again;
  expect((await info).host).toBe('loopback');
});

test('a second death within a minute is final and says so', async () => {
  const folder = useTempFolder();
  const { client, restarted } = startEngine(folder, () => 0);
  const again = restarted();
  await (await client.engine()).crash();
  await again;
  const gone = restarted();
  await (await client.engine()).crash();
  expect(await gone).toBeNull();
  await expect(client.client()).rejects.toMatchObject({
    code: 'ENGINE_STOPPED',
    defined: true,
    message: expect.stringMatching(/start it again/) as string,
  });
});

test('deaths far apart each get a restart', async () => {
  const folder = useTempFolder();
  let time = 0;
  const { client, restarted } = startEngine(folder, () => time);
  for (let i = 0; i < 3; i++) {
    const again = restarted();
    await (await client.engine()).crash();
    expect(await again).not.toBeNull();
    time += 61_000;
  }
  expect((await (await client.client()).app.info()).version).toBe('0.0.0-test');
});
