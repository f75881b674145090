import { describe, expect, it, onTestFinished } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../tests/support/temp-project.ts';
import { transact } from '../db/database.ts';
import { createReadings } from './readings.ts';

/** Two raters who give every interaction a number of its own. */
function setup(interactions: number) {
  const project = newProject();
  const { database } = project;
  transact(database, () => {
    addInteractions(database, interactions).forEach((id, index) => {
      for (const rater of ['Ana', 'Bo'])
        addImportedLabel(database, id, rater, 'score', index + rater.length / 7);
    });
  });
  const readings = createReadings();
  onTestFinished(async () => readings.stopAll());
  return { project, readings };
}

/** Milliseconds of processor time that this thread takes meanwhile: no other request can have waited for longer. */
async function ownTime(work: Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await work;
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

describe('readings', () => {
  it('measures in a thread of its own, and the engine stays free', async () => {
    const { project, readings } = setup(1500);
    const input = { question: 'score', level: 'interval', draws: 500, cells: 0 } as const;
    const reading = readings.read(project, 'agreement', input);
    expect(await ownTime(reading)).toBeLessThan(50);
    expect(await reading).toMatchObject({
      ok: true,
      value: { items: 1500, level: 'interval', cohen: [{ items: 1500 }] },
    });
  });

  it('sees what was written just before', async () => {
    const { project, readings } = setup(2);
    const [id = ''] = addInteractions(project.database, 1);
    for (const rater of ['Ana', 'Bo']) addImportedLabel(project.database, id, rater, 'score', 3);
    expect(await readings.read(project, 'agreement', { question: 'score' })).toMatchObject({
      value: { items: 3 },
    });
  });

  it('passes on what cannot be read', async () => {
    const { project, readings } = setup(1);
    expect(await readings.read(project, 'answers', { annotator: 'Zoe' })).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
  });

  it.each(['while it starts', 'while it runs'])('ends %s, when nobody waits any more', async (when) => {
    const { project, readings } = setup(200);
    const leaving = new AbortController();
    if (when === 'while it starts') leaving.abort();
    const input = { question: 'score', draws: 100_000 };
    const reading = readings.read(project, 'agreement', input, leaving.signal);
    setTimeout(() => leaving.abort(), 300);
    expect(await reading).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } });
  });

  it('ends with the project', async () => {
    const { project, readings } = setup(200);
    const reading = readings.read(project, 'agreement', { question: 'score', draws: 100_000 });
    await readings.stopAll();
    expect(await reading).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } });
  });
});
