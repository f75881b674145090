import { expect, it } from 'vitest';
import type { Result } from '../../../shared/result/result.ts';
import { importRows } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { listItems } from '../items/list-items.ts';
import { checkProject } from '../project/check-project.ts';
import { setLabel } from '../review/set-label.ts';
import { writeEdit } from '../review/write-edit.ts';
import { forgetUser } from './forget-user.ts';

const actor = { annotator: 'Ana', device: 'device-a', now: 1_750_000_000_000 };

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

it('deletes what a user brought, with edits and labels of it, and leaves all others', async () => {
  const project = newProject();
  const rows = Array.from({ length: 60 }, (_, index) => ({
    input: `question ${index}`,
    output: `answer ${index}`,
    ...(index % 2 === 0 ? { edit: `edit ${index}` } : {}),
    user: `u${index % 3}`,
  }));
  await importRows(project, rows);
  const { items } = valueOf(listItems(project.database, { limit: 200 }));
  const users = project.database.prepare('SELECT user FROM interactions WHERE id = ?').pluck();
  const own = items.find(({ id }) => users.get(id) === 'u1');
  const interactionId = own?.id ?? '';
  valueOf(setLabel(project.database, actor, { interactionId, question: 'verdict', value: 'good' }));
  valueOf(writeEdit(project.database, actor, { interactionId, text: 'by hand' }));

  expect(valueOf(await forgetUser(project.database, ['u1']))).toEqual({
    interactions: 20,
    edits: 11,
    labels: 1,
  });
  const left = project.database
    .prepare('SELECT user, count(*) AS count FROM interactions GROUP BY user')
    .all();
  expect(left).toEqual([
    { user: 'u0', count: 20 },
    { user: 'u2', count: 20 },
  ]);
  const [source] = project.database
    .prepare('SELECT read, imported, skipped, skip_reasons AS reasons FROM sources')
    .all();
  expect(source).toEqual({
    read: 60,
    imported: 40,
    skipped: 20,
    reasons: '{"of a user who was forgotten":20}',
  });
  expect(checkProject(project.database).problems).toEqual([]);
  expect(await forgetUser(project.database, ['u1'])).toMatchObject({ error: { code: 'INPUT_INVALID' } });
});
