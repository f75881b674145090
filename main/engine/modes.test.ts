import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addChange } from '../../tests/support/failure-modes.ts';
import { addInteractions, resourcesFolder } from '../../tests/support/temp-project.ts';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import { connect } from '../db/database.ts';
import { createDirectClient } from './direct-client.ts';
import { createEngine } from './create-engine.ts';

const annotator = 'anna';

/** An open project with a few interactions, each with one change. */
async function setup() {
  const folder = useTempFolder();
  const options = {
    host: 'cli',
    version: '1.2.3',
    dataFolder: join(folder, 'data'),
    resourcesFolder,
  } as const;
  const engine = createEngine(options);
  onTestFinished(() => engine.close());
  const client = createDirectClient(engine.router);
  const path = join(folder, 'p.flywheel');
  await client.project.create({ path });
  const other = connect(path);
  const items = addInteractions(other, 6);
  for (const interaction of items.keys())
    addChange(other, { interaction: interaction + 1, place: '0-1', mode: null, clusters: {} });
  other.close();
  const assigning = async () => (await client.jobs.list()).filter(({ kind }) => kind === 'assign_modes');
  const settled = async () =>
    expect
      .poll(async () => (await assigning()).every(({ state }) => state === 'done'), { timeout: 60_000 })
      .toBe(true);
  return { client, path, items, assigning, settled };
}

it(
  'gives changes their failure modes in a job after steps, one at a time and one that waits',
  { timeout: 120_000 },
  async () => {
    const { client, items, assigning, settled } = await setup();
    const { id } = await client.modes.create({ annotator, mode: { name: 'Cliché' } });
    const { id: other } = await client.modes.create({ annotator, mode: { name: 'Stale' } });
    // Making one says nothing about changes.
    expect(await assigning()).toEqual([]);
    const say = async (interactionId: string) => {
      const units = [{ interactionId, place: '0-1' }];
      return client.modes.setMembers({ annotator, id, units, verdict: 'in' });
    };
    await Promise.all(items.map(say));
    expect((await assigning()).filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(2);
    await settled();
    expect((await assigning()).length).toBeLessThan(items.length);
    expect(await client.modes.get({ id })).toMatchObject({ changes: 6, interactions: 6 });

    expect(await client.modes.merge({ annotator, from: [id], into: other })).toMatchObject({
      id: other,
      changes: 6,
    });
    expect(await client.modes.list()).toMatchObject({ modes: [{ id: other, changes: 6 }], interactions: 6 });
    await settled();
    expect(await client.modes.get({ id })).toMatchObject({ id: other, changes: 6 });
    expect(await client.modes.undo({ annotator })).toEqual({ description: '“Cliché” merged into “Stale”' });
    await settled();
    const { modes } = await client.modes.list();
    expect(modes.map(({ name, changes }) => [name, changes])).toEqual([
      ['Cliché', 6],
      ['Stale', 0],
    ]);
    expect(await client.project.check()).toMatchObject({ ok: true, problems: [] });
  },
);

it('says what is wrong with a step, and writes nothing', { timeout: 120_000 }, async () => {
  const { client, path, items } = await setup();
  const { id } = await client.modes.create({ annotator, mode: { name: 'Cliché' } });
  const unknown = '01890000-0000-7000-8000-000000000000';
  const units = [{ interactionId: items[0] ?? '', place: '' }];
  const lost = [{ interactionId: unknown, place: '' }];
  const failures: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['MODE_NOT_FOUND', async () => client.modes.get({ id: unknown })],
    ['MODE_NOT_FOUND', async () => client.modes.history({ id: unknown })],
    ['MODE_NOT_FOUND', async () => client.modes.merge({ annotator, from: [unknown], into: id })],
    ['MODE_INVALID', async () => client.modes.merge({ annotator, from: [id], into: id })],
    ['MODE_INVALID', async () => client.modes.create({ annotator, mode: { name: 'cliché' } })],
    ['MODE_INVALID', async () => client.modes.setMembers({ annotator, id, units, verdict: 'in', from: id })],
    ['ITEM_NOT_FOUND', async () => client.modes.setMembers({ annotator, id, units: lost, verdict: 'in' })],
    [
      'CLUSTER_NOT_FOUND',
      async () => client.modes.decideCluster({ annotator, cluster: unknown, modes: [id] }),
    ],
    ['RUN_NOT_FOUND', async () => client.modes.splitPreview({ subject: { kind: 'mode', id }, parts: 2 })],
    ['NOTHING_TO_UNDO', async () => client.modes.redo({ annotator })],
    ['NOTHING_TO_UNDO', async () => client.modes.undo({ annotator: 'ben' })],
  ];
  for (const [code, step] of failures) await expect(step()).rejects.toMatchObject({ code });
  expect(await client.modes.history({ id })).toHaveLength(1);
  await client.project.open({ path, readOnly: true });
  await expect(client.modes.retire({ annotator, id })).rejects.toMatchObject({ code: 'PROJECT_READ_ONLY' });
  expect((await client.modes.list()).modes).toMatchObject([{ name: 'Cliché' }]);
});
