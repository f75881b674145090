import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDirectClient } from '../../main/engine/direct-client.ts';
import { createEngine } from '../../main/engine/create-engine.ts';
import { generatedEdits } from '../support/generated-edits.ts';
import { resourcesFolder } from '../support/temp-project.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function flywheel(...args: readonly string[]): Promise<string> {
  const { stdout } = await runProgram(process.execPath, [launcher, ...args], { environment });
  return stdout;
}

test('failure modes are listed with their counts, as figures, a table and a document', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const rows = join(folder, 'rows.jsonl');
  const lines = generatedEdits({ from: 1, to: 2 }, 60, [0, 1]).map((row) => JSON.stringify(row));
  writeFileSync(rows, `${lines.join('\n')}\n`);
  await flywheel('init', project);
  await flywheel('import', project, rows);
  await flywheel('cluster', project);
  expect(await flywheel('modes', project)).toContain('Make one of a cluster');
  const { name: cluster } = await confirmLargest(project);

  const listed: unknown = JSON.parse(await flywheel('modes', project, '--json'));
  expect(listed).toMatchObject({
    interactions: 120,
    reviewed: 0,
    isRandom: false,
    modes: [
      {
        name: 'Wording | worn',
        definition: 'Long words where *short* ones do.',
        parent: 'Style',
        status: 'fixing',
        severity: 'major',
        owner: 'Ada',
        labels: 0,
        clusters: [cluster],
        estimate: { share: null, low: 0, high: 1, found: 0 },
      },
      { name: 'Style', changes: 0, interactions: 0, share: { share: 0, low: 0 } },
    ].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  });
  const table = await flywheel('modes', project);
  expect(table).toMatch(/Wording \| worn +fixing +major +Ada +\d+ +\d+ +\d+\.\d % \(\d+\.\d to \d+\.\d\)/);
  const document = await flywheel('modes', project, '--md');
  expect(document).toContain(String.raw`| Wording \| worn | Style | being fixed | major | Ada |`);
  expect(document).toContain(String.raw`Long words where \*short\* ones do.`);
}, 120_000);

/** What a lead does in the app: confirms the largest cluster as a failure mode and describes it. */
async function confirmLargest(project: string): Promise<{ readonly name: string }> {
  const engine = createEngine({ host: 'cli', version: '1', dataFolder: makeTempFolder(), resourcesFolder });
  const client = createDirectClient(engine.router);
  try {
    await client.project.open({ path: project });
    const [largest] = await client.clusters.list();
    const annotator = 'Ada';
    const style = await client.modes.create({ annotator, mode: { name: 'Style' } });
    const cluster = await client.modes.decideCluster({
      annotator,
      cluster: largest?.id ?? '',
      modes: null,
      create: 'Wording | worn',
    });
    expect(cluster).toMatchObject({ state: 'confirmed', failureModes: [{ name: 'Wording | worn' }] });
    const id = cluster.failureModes[0]?.id ?? '';
    const definition = 'Long words where *short* ones do.';
    const change = {
      definition,
      parent: style.id,
      status: 'fixing',
      severity: 'major',
      owner: 'Ada',
    } as const;
    expect(await client.modes.update({ annotator, id, change })).toMatchObject({ id, definition });
    // The job that gives changes their failure modes has ended when there are as many as in the cluster.
    await expect
      .poll(async () => (await client.modes.get({ id })).changes, { timeout: 30_000 })
      .toBeGreaterThanOrEqual(cluster.changes);
    expect(await client.modes.history({ id })).toMatchObject([
      { annotator, description: expect.stringContaining('status being fixed'), stands: true },
      { annotator, description: `Cluster “${cluster.name}” confirmed as “Wording | worn”`, stands: true },
    ]);
    expect(await client.modes.segments({ id })).toContainEqual(
      expect.objectContaining({ field: 'source', of: 120, ratio: null }),
    );
    expect(await client.project.check()).toMatchObject({ ok: true });
    return cluster;
  } finally {
    await engine.close();
  }
}
