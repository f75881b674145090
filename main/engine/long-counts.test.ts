import { describe, expect, it, onTestFinished } from 'vitest';
import { addInteractions, newProject } from '../../tests/support/temp-project.ts';
import { prepare, transact } from '../db/database.ts';
import { countItems, isLongCount } from '../services/items/list-items.ts';
import { createReadings } from './readings.ts';

describe('counts of large projects', () => {
  it('are made in a thread of their own, with the same result', async () => {
    const project = newProject();
    const { database } = project;
    transact(database, () => addInteractions(database, 3));
    prepare(database, 'UPDATE interactions SET edited = 1 WHERE seq = 2').run();
    const readings = createReadings();
    onTestFinished(async () => readings.stopAll());
    const input = { filter: [{ field: 'edited', operator: '=', value: 'yes' }] } as const;
    const counted = await readings.read(project, 'count', input);
    expect(counted).toEqual(countItems(database, input));
    expect(counted).toMatchObject({ ok: true, value: { total: 1, edited: 1 } });
  });

  it('are told from those that take no time', () => {
    const { database } = newProject();
    addInteractions(database, 1);
    const input = { filter: [{ field: 'edited', operator: '=', value: 'yes' }] } as const;
    expect(isLongCount(database, input)).toBe(false);
    prepare(database, 'UPDATE interactions SET seq = 60000').run();
    expect(isLongCount(database, input)).toBe(true);
    expect(isLongCount(database, {})).toBe(false);
  });
});
