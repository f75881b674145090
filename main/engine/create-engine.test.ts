import { collect } from '../../tests/support/collect.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addInteractions, resourcesFolder } from '../../tests/support/temp-project.ts';
import { writeRowsFile } from '../../tests/support/rows-file.ts';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import { connect } from '../db/database.ts';
import { createDirectClient } from './direct-client.ts';
import { createEngine } from './create-engine.ts';

function setup() {
  const folder = useTempFolder();
  const engine = createEngine({
    host: 'cli',
    version: '1.2.3',
    dataFolder: join(folder, 'data'),
    resourcesFolder,
  });
  onTestFinished(() => engine.close());
  return { folder, engine, client: createDirectClient(engine.router), path: join(folder, 'p.flywheel') };
}

async function failureOf(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; defined: boolean }> {
  try {
    await call;
  } catch (error) {
    return error as { code: string; message: string; defined: boolean };
  }
  throw new Error('It did not fail.');
}

describe('engine', () => {
  it('keeps settings and recent projects between runs', async () => {
    const { client, path } = setup();
    expect(await client.app.info()).toMatchObject({ version: '1.2.3', host: 'cli' });
    expect(await client.app.settings()).toMatchObject({ theme: 'system', diffMode: 'side-by-side' });
    await client.app.updateSettings({ theme: 'dark' });
    await client.app.updateSettings({ goToNext: true, paneSizes: { list: 300 } });
    expect(await client.app.settings()).toMatchObject({
      theme: 'dark',
      contextOpen: true,
      listOpen: true,
      goToNext: true,
      paneSizes: { list: 300 },
    });
    await client.project.create({ path });
    expect(await client.project.recent()).toMatchObject([{ path, name: 'p', exists: true }]);
    expect(await client.project.forgetRecent({ path })).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });

  it('asks for a project before anything that needs one', async () => {
    const { client } = setup();
    const failure = await failureOf(client.review.schema());
    expect(failure).toMatchObject({ code: 'NO_PROJECT_OPEN', defined: true });
  });

  it('keeps the open project where another cannot be opened', async () => {
    const { client, folder, path } = setup();
    await client.project.create({ path });
    await failureOf(client.project.open({ path: join(folder, 'none.flywheel') }));
    expect(await client.project.current()).toMatchObject({ path });
    await client.project.create({ path: join(folder, 'q') });
    expect(await client.project.current()).toMatchObject({ path: join(folder, 'q.flywheel') });
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('opens the open project again, also to read only', async () => {
    const { client, path } = setup();
    const created = await client.project.create({ path });
    expect(await client.project.open({ path })).toEqual(created);
    expect(await client.project.open({ path, readOnly: true })).toMatchObject({ readOnly: true });
    expect(await failureOf(client.review.undo({ annotator: 'anna' }))).toMatchObject({
      code: 'PROJECT_READ_ONLY',
    });
    expect(await client.project.backup({ path: `${path}.copy` })).toMatchObject({ path: `${path}.copy` });
  });

  it('labels, edits, undoes and shows the whole item each time', async () => {
    const { client, path } = setup();
    await client.project.create({ path });
    const other = connect(path);
    const [id = ''] = addInteractions(other, 1);
    other.close();
    const labelled = await client.review.setLabel({
      id,
      annotator: 'anna',
      question: 'verdict',
      value: 'bad',
    });
    expect(labelled.labels).toMatchObject([
      { question: 'verdict', annotator: 'anna', value: 'bad', origin: 'app' },
    ]);
    const { item, edit } = await client.review.writeEdit({ id, annotator: 'anna', text: 'Better' });
    expect(edit).toMatchObject({ text: 'Better', annotator: 'anna', origin: 'app' });
    expect(item.edits).toEqual([edit]);
    expect(await client.review.undo({ annotator: 'anna' })).toMatchObject({
      interactionId: id,
      description: 'Edit withdrawn',
      item: { edits: [], labels: labelled.labels },
    });
    expect(await client.review.redo({ annotator: 'anna' })).toMatchObject({ description: 'Edit is back' });
    expect(await client.project.check()).toMatchObject({ ok: true, problems: [] });
  });

  it('makes the synthetic project once, says that it is synthetic and keeps what people do in it', async () => {
    const { client } = setup();
    const sample = await client.project.openSample();
    expect(sample).toMatchObject({ synthetic: true, readOnly: false });
    await client.review.createFailureMode({ name: 'Mine', annotator: 'anna' });
    await client.project.close();
    expect(await client.project.openSample()).toEqual(sample);
    expect(await client.review.failureModes()).toContainEqual(expect.objectContaining({ name: 'Mine' }));
    expect(await client.project.check()).toMatchObject({ ok: true });
  });

  it('announces what changes, and ends its streams when it closes', async () => {
    const { client, engine, path } = setup();
    const events = await client.jobs.events();
    expect((await events.next()).value).toEqual({ type: 'project' });
    await client.project.create({ path });
    expect((await events.next()).value).toEqual({ type: 'project' });
    await client.review.createFailureMode({ name: 'New', annotator: 'anna' });
    expect((await events.next()).value).toEqual({ type: 'changed', areas: ['schema'] });
    await engine.close();
    expect(await collect(events)).toEqual([{ type: 'project' }]);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('lists a folder with projects and data marked', async () => {
    const { client, folder, path } = setup();
    await client.project.create({ path });
    const listing = await client.app.folder({ path: folder });
    expect(listing.entries.map(({ name, kind }) => [name, kind]).slice(0, 2)).toEqual([
      ['data', 'folder'],
      ['p.flywheel', 'project'],
    ]);
    expect(await failureOf(client.app.folder({ path: join(folder, 'none') }))).toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
  });

  it('keeps what an import brought when the project closes under it, and lets it go on', async () => {
    const { client, folder, path } = setup();
    const file = join(folder, 'rows.jsonl');
    writeRowsFile(file, 30_000);
    await client.project.create({ path });
    const { jobId, sourceId } = await client.imports.start({ path: file });
    await expect
      .poll(async () => (await client.imports.sources())[0]?.imported ?? 0, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(0);
    await client.project.close();
    await client.project.open({ path });
    expect((await client.jobs.get({ id: jobId })).error?.message).toContain('go on with it');
    const [cutOff] = await client.imports.sources();
    expect(cutOff).toMatchObject({ id: sourceId, state: 'interrupted', resumable: true });
    expect(cutOff?.imported).toBeLessThan(30_000);
    expect(await client.items.count({})).toMatchObject({ total: cutOff?.imported });

    const resumed = await client.imports.start({ path: file, resume: true });
    const last = (await collect(await client.jobs.watch({ id: resumed.jobId }))).at(-1);
    expect(last).toMatchObject({ state: 'done', result: { imported: 30_000, duplicates: 0 } });
    expect((await client.project.check()).problems).toEqual([]);
  });
});
