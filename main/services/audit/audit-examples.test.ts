import { describe, expect, it } from 'vitest';
import { addCell, times } from '../../../tests/support/audited-project.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { Database } from '../../db/database.ts';
import { auditExamples, type ExamplesInput } from './audit-examples.ts';

async function find(database: Database, input: Partial<ExamplesInput>): Promise<string[]> {
  const result = await auditExamples(database, {
    group: {},
    signal: 'edited',
    has: true,
    limit: 20,
    ...input,
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.map(({ id }) => id);
}

describe('examples of a cell of the matrix', () => {
  it('have the signal or lack it, in the group that was asked for', async () => {
    const { database } = newProject();
    const chat = addCell(database, { surface: 'chat', values: [{ edited: 0 }, { rating: 1 }, {}] });
    const mail = addCell(database, { surface: 'mail', values: times(2, { edited: 1 }) });
    const none = addCell(database, { values: [{ edited: 1 }] });
    // A no is a value, too.
    expect(await find(database, { group: { surface: 'chat' } })).toEqual([chat[0]]);
    expect(await find(database, { group: { surface: 'chat' }, has: false })).toEqual([chat[1], chat[2]]);
    expect(await find(database, { group: { surface: null } })).toEqual(none);
    expect(await find(database, {})).toEqual([chat[0], ...mail, ...none]);
  });

  it('without a signal are those that have none at all', async () => {
    const { database } = newProject();
    const ids = addCell(database, { values: [{ edited: 0 }, {}, { rating: 1 }] });
    expect(await find(database, { signal: null, has: false })).toEqual([ids[1]]);
    expect(await find(database, { signal: null, has: true })).toEqual([ids[0], ids[2]]);
  });

  it('are found behind many others, and no more than asked for', async () => {
    const { database } = newProject();
    const ids = addCell(database, { values: [...times(700, { rating: 1 }), ...times(3, { edited: 1 })] });
    expect(await find(database, {})).toEqual(ids.slice(700));
    expect(await find(database, { limit: 2 })).toEqual(ids.slice(700, 702));
  });

  it('are found by names of outcomes with any sign', async () => {
    const { database } = newProject();
    const name = `outcome.won "big" $.x'`;
    const ids = addCell(database, { values: [{ [name]: 1 }, {}] });
    expect(await find(database, { signal: name })).toEqual([ids[0]]);
  });
});
