import { describe, expect, it } from 'vitest';
import type { Result } from '../../../shared/result/result.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { type Database, prepare } from '../../db/database.ts';
import { buildTextIndex } from '../imports/run-text-index.ts';
import { sessionOfItem } from './session-of-item.ts';
import { similarItems } from './similar-items.ts';

async function projectOf(rows: readonly object[]): Promise<Database> {
  const project = newProject();
  await importRows(project, rows);
  await buildTextIndex(jobContext(project));
  return project.database;
}

function idOf(database: Database, externalId: string): string {
  return String(
    prepare(database, 'SELECT id FROM interactions WHERE external_id = ?').pluck().get(externalId),
  );
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function minute(number: number): string {
  return new Date(Date.UTC(2026, 0, 1, 10, number)).toISOString();
}

const unknown = '01900000-0000-7000-8000-000000000000';

describe('the session of an interaction', () => {
  it('is in the order of time, with the interaction in its place', async () => {
    const database = await projectOf([
      { id: 'c', input: 'third', output: 'o3', session: 's', time: minute(3) },
      { id: 'x', input: 'other', output: 'o', session: 't', time: minute(2) },
      { id: 'a', input: 'first', output: 'o1', session: 's', time: minute(1) },
      { id: 'b', input: 'second', output: 'o2', edit: 'e2', session: 's', time: minute(2) },
      { id: 'd', input: 'fourth', output: 'o4', session: 's', time: minute(4) },
    ]);
    const session = valueOf(sessionOfItem(database, { id: idOf(database, 'b'), around: 1 }));
    expect(session.items.map(({ input, edited }) => [input, edited])).toEqual([
      ['first', false],
      ['second', true],
      ['third', false],
    ]);
    expect(session).toMatchObject({ position: 2, total: 4, isWhole: true });
  });

  it('is in import order where a time is missing', async () => {
    const database = await projectOf([
      { id: 'a', input: 'first', output: 'o1', session: 's', time: minute(9) },
      { id: 'b', input: 'second', output: 'o2', session: 's' },
      { id: 'c', input: 'third', output: 'o3', session: 's', time: minute(1) },
    ]);
    const { items } = valueOf(sessionOfItem(database, { id: idOf(database, 'b') }));
    expect(items.map(({ input }) => input)).toEqual(['first', 'second', 'third']);
  });

  it('marks what asks again, also where the one before it is not shown', async () => {
    const database = await projectOf([
      { id: 'a', input: 'where is my parcel', output: 'o1', session: 's', time: minute(1) },
      {
        id: 'b',
        input: 'Where is my parcel?',
        output: 'o2',
        session: 's',
        time: minute(2),
        action: 'regenerated',
      },
      { id: 'c', input: 'hello', output: 'o3', session: 's', time: minute(3) },
      { id: 'd', input: 'thanks', output: 'o4', session: 's', time: minute(4) },
    ]);
    const { items } = valueOf(sessionOfItem(database, { id: idOf(database, 'c'), around: 1 }));
    expect(items.map(({ requery }) => requery)).toEqual(['same_input', 'logged', null]);
  });

  it('takes the part around the interaction of a session without end', async () => {
    const rows = Array.from({ length: 1300 }, (_, index) => ({
      id: `r${index}`,
      input: `question ${index}`,
      output: `o${index}`,
      session: 's',
      ...(index % 3 === 0 ? { edit: `e${index}` } : {}),
    }));
    const database = await projectOf(rows);
    const { items, total, isWhole } = valueOf(sessionOfItem(database, { id: idOf(database, 'r700') }));
    expect(items.map(({ input }) => input)).toEqual(
      [698, 699, 700, 701, 702].map((index) => `question ${index}`),
    );
    expect({ total, isWhole }).toEqual({ total: 1300, isWhole: false });
  });

  it('is empty without a session; an interaction that is gone says so', async () => {
    const database = await projectOf([{ id: 'a', input: 'first', output: 'o1' }]);
    expect(valueOf(sessionOfItem(database, { id: idOf(database, 'a') }))).toEqual({
      items: [],
      position: 0,
      total: 0,
      isWhole: true,
    });
    expect(sessionOfItem(database, { id: unknown })).toMatchObject({ error: { code: 'ITEM_NOT_FOUND' } });
  });
});

describe('similar interactions', () => {
  const filler = Array.from({ length: 60 }, (_, index) => ({
    id: `f${index}`,
    input: `please answer the customer about number${index}`,
    output: `o${index}`,
  }));

  it('share telling words of the input, which are named; the most alike is first', async () => {
    const database = await projectOf([
      ...filler,
      { id: 'a', input: 'please answer the customer about a Broken Zipper on the rucksack', output: 'oa' },
      { id: 'b', input: 'the zipper is stuck', output: 'zipper' },
      { id: 'c', input: 'rucksack with a broken zipper', output: 'oc' },
      { id: 'd', input: 'nothing of the kind', output: 'broken zipper rucksack' },
    ]);
    const { items, isComplete } = valueOf(similarItems(database, { id: idOf(database, 'a') }));
    expect(
      items.map(({ input, why }) => [input, why.kind === 'words' ? why.words.toSorted() : why.kind]),
    ).toEqual([
      ['rucksack with a broken zipper', ['broken', 'rucksack', 'zipper']],
      ['the zipper is stuck', ['zipper']],
    ]);
    expect(isComplete).toBe(true);
  });

  it('begin with near-duplicates, which come once', async () => {
    const database = await projectOf([
      ...filler,
      { id: 'a', input: 'a broken zipper', output: 'oa' },
      { id: 'b', input: 'the broken zipper', output: 'ob' },
      { id: 'c', input: 'another zipper', output: 'oc' },
    ]);
    database.exec(
      `INSERT OR REPLACE INTO near_duplicates (interaction_seq, group_seq)
       SELECT seq, 61 FROM interactions WHERE external_id IN ('a', 'b')`,
    );
    const { items } = valueOf(similarItems(database, { id: idOf(database, 'a') }));
    expect(items.map(({ input, why }) => [input, why.kind])).toEqual([
      ['the broken zipper', 'near_duplicate'],
      ['another zipper', 'words'],
    ]);
  });

  it('are none where every word is everywhere; an index that is behind is told', async () => {
    const database = await projectOf(filler);
    const id = idOf(database, 'f1');
    expect(valueOf(similarItems(database, { id }))).toEqual({ items: [], isComplete: true });
    database.exec(`UPDATE derived SET through_seq = 3 WHERE name = 'text'`);
    expect(valueOf(similarItems(database, { id })).isComplete).toBe(false);
    expect(similarItems(database, { id: unknown })).toMatchObject({ error: { code: 'ITEM_NOT_FOUND' } });
  });
});
