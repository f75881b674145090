import { describe, expect, it } from 'vitest';
import { importRows } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import { checkProject } from '../project/check-project.ts';
import type { OpenProject } from '../project/open-project.ts';
import { listItems } from '../items/list-items.ts';
import { undo } from '../review/history.ts';
import { writeEdit } from '../review/write-edit.ts';
import { needsEditMetrics } from './run-edit-metrics.ts';
import { undoImport } from './undo-import.ts';

/** External ids of what a clause finds. */
function found(project: OpenProject, text: string): string[] {
  const clause = parseClause(text);
  if (!clause.ok) throw new Error(clause.error.message);
  const page = listItems(project.database, { filter: [clause.value] });
  if (!page.ok) throw new Error(page.error.message);
  const id = project.database.prepare('SELECT external_id FROM interactions WHERE id = ?').pluck();
  return page.value.items.map((item) => String(id.get(item.id)));
}

const rows = [
  { id: 'same', input: 'q', output: 'We ship on Monday.', edit: 'We ship on Monday.' },
  { id: 'half', input: 'q', output: 'We ship on Monday.', edit: 'They come on Monday.' },
  { id: 'all', input: 'q', output: 'We ship on Monday.', edit: 'Nothing else remains here today, sorry.' },
  { id: 'none', input: 'q', output: 'We ship on Monday.' },
];

describe('measures of edits', () => {
  it('are stored by an import and asked for by filters', async () => {
    const project = newProject();
    await importRows(project, rows);
    expect(needsEditMetrics(project.database)).toBe(false);
    expect(found(project, 'edit.hter>0')).toEqual(['half', 'all']);
    expect(found(project, 'edit.hter=0')).toEqual(['same']);
    expect(found(project, 'edit.hter!=0')).toEqual(['half', 'all', 'none']);
    expect(found(project, 'edit.share_kept<=0.5')).toEqual(['half', 'all']);
    expect(found(project, 'edit.length_change>2')).toEqual(['all']);
    expect(found(project, 'edit.hter=')).toEqual(['none']);
    expect(found(project, '-edit.hter>0')).toEqual(['same', 'none']);
    expect(parseClause('edit.hter~big').ok).toBe(false);
    expect(parseClause('edit.hter>big').ok).toBe(false);
  });

  it('follow the edit that is shown: one made in the app, and the imported one when it is undone', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, rows);
    const actor = { annotator: 'Ana', device: 'device-a', now: 1000 };
    const ids = database.prepare('SELECT id FROM interactions ORDER BY seq').pluck().all().map(String);
    writeEdit(database, actor, { interactionId: ids[3] ?? '', text: 'We ship on Friday.' });
    writeEdit(database, actor, { interactionId: ids[2] ?? '', text: 'We ship on Monday.' });
    expect(found(project, 'edit.hter>0')).toEqual(['half', 'none']);
    undo(database, actor);
    undo(database, actor);
    expect(found(project, 'edit.hter>0')).toEqual(['half', 'all']);
    expect(checkProject(database).problems).toEqual([]);
    database.exec('DELETE FROM edit_metrics WHERE interaction_seq = 1');
    expect(checkProject(database).problems).toMatchObject([{ rule: 'edit_metrics', rows: 1 }]);
  });

  it('go with the import that brought the edit', async () => {
    const project = newProject();
    await importRows(project, rows);
    const { sourceId } = await importRows(project, [
      { id: 'more', input: 'q', output: 'One.', edit: 'Two.' },
    ]);
    expect(found(project, 'edit.hter>0.9')).toContain('more');
    await undoImport(project.database, { sourceId: sourceId ?? '' });
    await importRows(project, [{ id: 'later', input: 'q', output: 'One.', edit: 'Three.' }]);
    expect(found(project, 'edit.hter>0.9')).toEqual(['all', 'later']);
  });
});
