import { describe, expect, it } from 'vitest';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { keepDraft, listDrafts } from './drafts.ts';

function setup() {
  const { database } = newProject();
  const [first = '', second = ''] = addInteractions(database, 2);
  const keep = (id: string, part: string, text: string | null, annotator = 'anna') =>
    keepDraft(database, { id, annotator, part, text });
  return { database, first, second, keep };
}

describe('drafts', () => {
  it('are kept until they are saved or discarded, each in place of the one before', () => {
    const { database, first, second, keep } = setup();
    keep(first, 'edit', 'Hel');
    keep(first, 'edit', 'Hello');
    keep(second, 'note why', 'Because');
    expect(listDrafts(database, 'anna')).toEqual(
      expect.arrayContaining([
        { id: first, part: 'edit', text: 'Hello' },
        { id: second, part: 'note why', text: 'Because' },
      ]),
    );
    keep(first, 'edit', null);
    expect(listDrafts(database, 'anna')).toEqual([{ id: second, part: 'note why', text: 'Because' }]);
  });

  it('are of one annotator, and leave no trace in the journal', () => {
    const { database, first, keep } = setup();
    keep(first, 'edit', 'mine');
    keep(first, 'edit', 'theirs', 'ben');
    expect(listDrafts(database, 'anna')).toEqual([{ id: first, part: 'edit', text: 'mine' }]);
    expect(listDrafts(database, 'ben')).toEqual([{ id: first, part: 'edit', text: 'theirs' }]);
    expect(database.prepare('SELECT count(*) FROM events').pluck().get()).toBe(0);
  });

  it('go with their interaction, and are refused where there is none', () => {
    const { database, first, keep } = setup();
    keep(first, 'edit', 'Hello');
    database.prepare('DELETE FROM interactions WHERE id = ?').run(first);
    expect(listDrafts(database, 'anna')).toEqual([]);
    expect(keep(first, 'edit', 'Hello')).toMatchObject({ ok: false, error: { code: 'ITEM_NOT_FOUND' } });
  });
});
