import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInputs, type AskedInput } from '../../../tests/support/asked-inputs.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { type Database, prepare } from '../../db/database.ts';
import { findRequeries, needsRequeries } from './find-requeries.ts';
import { removeInteractions } from '../imports/remove-interactions.ts';

const minute = 60_000;
const parcel = 'Where is my parcel?';

async function find(database: Database): Promise<void> {
  const { signal } = new AbortController();
  const isDone = await findRequeries({
    database,
    signal,
    whenRunning: () => Promise.resolve(),
    report: () => undefined,
  });
  expect([isDone, needsRequeries(database)]).toEqual([true, false]);
}

/** Pairs by input, as `later <- earlier, scope, gap in minutes`. */
function pairs(database: Database): unknown[] {
  return prepare(
    database,
    `SELECT l.messages ->> '$[0].content', e.messages ->> '$[0].content', r.scope, r.gap_ms / ${minute}
     FROM requeries AS r JOIN interactions AS l ON l.seq = r.interaction_seq
     JOIN interactions AS e ON e.seq = r.earlier_seq ORDER BY l.created_at, l.seq`,
  )
    .raw()
    .all();
}

describe('finding re-queries', () => {
  it('finds what asks the same in a session, by time, whatever the order of import', async () => {
    const { database } = newProject();
    addInputs(database, [
      { input: 'Where is my parcel now?', session: 's', at: 5 * minute },
      { input: 'How do I return shoes?', session: 's', at: 2 * minute },
      { input: parcel, session: 's', at: minute },
      { input: parcel, session: 'other', at: 3 * minute },
    ]);
    await find(database);
    expect(pairs(database)).toEqual([['Where is my parcel now?', parcel, 'session', 4]]);
  });

  it('finds what a user asks again in another session, within seven days', async () => {
    const { database } = newProject();
    const day = 1440 * minute;
    addInputs(database, [
      { input: parcel, session: 'a', user: 'u', at: 0 },
      { input: `${parcel} please`, session: 'b', user: 'u', at: day },
      { input: parcel, session: 'c', user: 'v', at: day },
      { input: parcel, session: 'd', user: 'u', at: 9 * day },
    ]);
    await find(database);
    expect(pairs(database)).toEqual([[`${parcel} please`, parcel, 'user', 1440]]);
  });

  it('takes the nearest of those that are nearly as much alike, and the one most alike else', async () => {
    const { database } = newProject();
    addInputs(database, [
      { input: parcel, session: 's', at: 0 },
      { input: parcel, session: 's', at: 2 * minute },
      { input: 'Where is it?', session: 's', at: 3 * minute },
      { input: parcel, session: 's', at: 4 * minute },
    ]);
    await find(database);
    expect(pairs(database).at(-1)).toEqual([parcel, parcel, 'session', 2]);
  });

  it('looks at the five before it only, and in sessions without times at the order of import', async () => {
    const { database } = newProject();
    const others = ['red', 'green', 'blue', 'black', 'white'].map((input) => ({ input, session: 's' }));
    addInputs(database, [{ input: parcel, session: 's' }, ...others, { input: parcel, session: 's' }]);
    await find(database);
    expect(pairs(database)).toEqual([]);
    addInputs(database, [{ input: parcel, session: 's' }]);
    await find(database);
    expect(pairs(database)).toEqual([[parcel, parcel, 'session', null]]);
  });

  it('comes to the same whenever interactions arrive, and marks earlier ones as stale', async () => {
    const { database } = newProject();
    const at = (minutes: number): AskedInput => ({
      input: `${parcel} ${String(minutes)}`,
      session: 's',
      at: minutes * minute,
    });
    addInputs(database, [at(1), at(9)]);
    await find(database);
    expect(pairs(database)).toEqual([[`${parcel} 9`, `${parcel} 1`, 'session', 8]]);
    prepare(
      database,
      `INSERT INTO signal_cells (seq, week, surface, model, prompt_version_seq, segment) VALUES (1, '', '', '', 0, '')`,
    ).run();
    prepare(
      database,
      `INSERT INTO signal_values (interaction_seq, cell_seq, body) SELECT seq, 1, '{}' FROM interactions`,
    ).run();
    addInputs(database, [at(5)]);
    await find(database);
    expect(pairs(database)).toEqual([
      [`${parcel} 5`, `${parcel} 1`, 'session', 4],
      [`${parcel} 9`, `${parcel} 5`, 'session', 4],
    ]);
    const stale = prepare(
      database,
      `SELECT i.created_at / ${minute} FROM stale_signal_values JOIN interactions AS i ON i.seq = interaction_seq`,
    );
    expect(stale.pluck().all()).toEqual([1]);
  });

  it('compares again what takes the place of interactions that were removed', async () => {
    const { database } = newProject();
    addInputs(database, [{ input: parcel, session: 's', at: 0 }]);
    const [, last = ''] = ['', ...addInputs(database, [{ input: 'Hello', session: 's', at: minute }])];
    await find(database);
    const seq = Number(prepare(database, 'SELECT seq FROM interactions WHERE id = ?').pluck().get(last));
    removeInteractions(database, [seq], { interactions: 0, edits: 0, labels: 0 });
    addInputs(database, [{ input: parcel, session: 's', at: minute }]);
    await find(database);
    expect(pairs(database)).toEqual([[parcel, parcel, 'session', 1]]);
  });

  it('in two imports is as in one', async () => {
    const asked = fc.record(
      {
        input: fc.constantFrom(parcel, 'Where is my parcel now?', 'Return shoes', 'Where is it?'),
        session: fc.constantFrom('a', 'b'),
        user: fc.constantFrom('u', 'v'),
        at: fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * minute),
      },
      { noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(asked, { maxLength: 12, selector: ({ at }) => at }), async (rows) => {
        const [once, twice] = [newProject().database, newProject().database];
        addInputs(once, rows);
        await find(once);
        for (const part of [rows.slice(0, 6), rows.slice(6)]) {
          addInputs(twice, part);
          await find(twice);
        }
        expect(pairs(twice)).toEqual(pairs(once));
      }),
      { numRuns: 8 },
    );
  });
});
