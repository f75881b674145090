import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import { deleteView, listViews, saveView } from './saved-views.ts';

describe('saved views', () => {
  it('keep a query under a name, the newest of a name in place of the one before', () => {
    const { database } = newProject();
    const first = saveView(database, { name: 'Late', query: 'refund   labelled:no' }, 1);
    saveView(database, { name: 'Bad ones', query: 'label.verdict=bad' }, 2);
    const again = saveView(database, { name: 'late', query: 'late*' }, 3);
    if (!first.ok || !again.ok) throw new Error('They can be saved.');
    expect(first.value.query).toBe('refund labelled=no');
    expect(again.value).toEqual({ id: first.value.id, name: 'late', query: 'late*', savedAt: 3 });
    expect(listViews(database).map(({ name }) => name)).toEqual(['Bad ones', 'late']);
  });

  it('refuse what cannot be read', () => {
    const { database } = newProject();
    expect(saveView(database, { name: 'x', query: 'colour:red' })).toMatchObject({
      error: { code: 'FILTER_INVALID', message: expect.stringContaining('colour') },
    });
    expect(listViews(database)).toEqual([]);
  });

  it('can be deleted once', () => {
    const { database } = newProject();
    const saved = saveView(database, { name: 'x', query: '' });
    if (!saved.ok) throw new Error('It can be saved.');
    expect(deleteView(database, saved.value.id).ok).toBe(true);
    expect(deleteView(database, saved.value.id)).toMatchObject({ error: { code: 'VIEW_NOT_FOUND' } });
  });
});
