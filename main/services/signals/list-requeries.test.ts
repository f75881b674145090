import { describe, expect, it } from 'vitest';
import { addInputs } from '../../../tests/support/asked-inputs.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { requerySchema } from '../../../shared/contract/signal-operations.ts';
import type { Database } from '../../db/database.ts';
import { defaultSignalSettings } from '../../../shared/domain/signals/settings.ts';
import { findRequeries } from './find-requeries.ts';
import { judgeRequery } from './judge-requery.ts';
import { listRequeries, type RequeryListInput } from './list-requeries.ts';

const minute = 60_000;

async function asked(): Promise<Database> {
  const { database } = newProject();
  addInputs(database, [
    { input: 'one two three four', session: 'a', at: 0 },
    { input: 'one two three four', session: 'a', at: minute },
    { input: 'alpha beta gamma delta', session: 'b', at: 0 },
    { input: 'alpha beta gamma other', session: 'b', at: minute },
    { input: 'Where is my parcel?', session: 'c', user: 'u', at: 0 },
    { input: 'Where is my parcel now?', session: 'd', user: 'u', at: 120 * minute },
  ]);
  await findRequeries({
    database,
    signal: new AbortController().signal,
    whenRunning: () => Promise.resolve(),
    report: () => undefined,
  });
  return database;
}

function list(database: Database, more: Partial<RequeryListInput> = {}) {
  const found = listRequeries(database, { show: 'all', limit: 50, offset: 0, ...more });
  expect(found.items.map((item) => requerySchema.safeParse(item).success)).not.toContain(false);
  return found;
}

const texts = (database: Database, more?: Partial<RequeryListInput>) =>
  list(database, more).items.map(({ input }) => input.split(' ')[0]);

describe('the list of re-queries', () => {
  it('begins at the border of the settings', async () => {
    const database = await asked();
    const { requery } = defaultSignalSettings;
    expect(texts(database, { settings: { ...requery, leastLikeness: 1 } })).toEqual([
      'one',
      'Where',
      'alpha',
    ]);
    expect(texts(database, { settings: { ...requery, leastLikeness: 0.6 } })).toEqual([
      'alpha',
      'Where',
      'one',
    ]);
    expect(texts(database, { limit: 1, offset: 1 })).toEqual(['Where']);
  });

  it('says why each is one or not', async () => {
    const { items, found, candidates } = list(await asked());
    const reasons = Object.fromEntries(items.map(({ input, reason }) => [input.split(' ')[0], reason]));
    expect(reasons['one']).toBe(
      'Asked 60 s later in the same session, 100 % alike. A re-query by these settings.',
    );
    expect(reasons['Where']).toContain('No re-query: later than the window of 30 min.');
    expect(items.find(({ input }) => input.startsWith('alpha'))).toMatchObject({
      shared: ['alpha', 'beta', 'gamma'],
      dropped: ['delta'],
      added: ['other'],
    });
    expect([found, candidates]).toEqual([2, 3]);
  });

  it('counts by the settings that are tried, and lists what they find', async () => {
    const database = await asked();
    const settings = { scope: 'user', windowMinutes: 180, leastLikeness: 0.5 } as const;
    expect(list(database, { settings }).found).toBe(1);
    expect(texts(database, { settings, show: 'found' })).toEqual(['Where']);
    expect(list(database, { settings: { ...settings, scope: 'session' } }).found).toBe(2);
  });

  it('tells what people judged, by what settings decide on', async () => {
    const database = await asked();
    const [first] = list(database).items;
    if (first === undefined) throw new Error('No pair.');
    const actor = { annotator: 'anna', device: 'device-a', now: 0 };
    judgeRequery(database, actor, { interactionId: first.id, earlierId: first.earlierId, verdict: 'no' });
    expect(list(database).judged).toEqual([
      { likeness: first.likeness, gapMs: first.gapMs, scope: first.scope, verdict: 'no' },
    ]);
    expect(texts(database, { show: 'unjudged' })).not.toContain(first.input.split(' ')[0]);
    expect(texts(database, { show: 'judged' })).toEqual([first.input.split(' ')[0]]);
  });
});
