import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import { placeKey } from '../../../shared/domain/spans/span-place.ts';
import { generatedEdits } from '../../../tests/support/generated-edits.ts';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { type Database, prepare } from '../../db/database.ts';
import { rowsOf } from '../../db/query.ts';
import { addChange } from '../../db/tables/changes.ts';
import { checkProject } from '../project/check-project.ts';
import { createFailureMode } from '../review/failure-modes.ts';
import { undo } from '../review/history.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { setMembers } from '../modes/set-members.ts';
import { setLabel } from '../review/set-label.ts';
import { setSpanLabel } from '../review/set-span-label.ts';
import { writeEdit } from '../review/write-edit.ts';
import { undoImport } from '../imports/undo-import.ts';
import type { OpenProject } from '../project/open-project.ts';
import { buildChanges } from './build-changes.ts';
import { countWaiting } from './cluster-state.ts';
import { createChangeFinder } from './find-changes.ts';
import { readChanges } from './read-changes.ts';

const ana = { annotator: 'Ana', device: 'device-a', now: 1_700_000_000_000 };

interface Row {
  readonly seq: number;
  readonly interaction: number;
  readonly kind: string;
  readonly place: string;
}

function rowsIn(database: Database): Row[] {
  return rowsOf<Row>(
    database,
    'SELECT seq, interaction_seq AS interaction, kind, place FROM changes ORDER BY interaction_seq, place',
  ).all();
}

function idOf(database: Database, seq: number): string {
  return String(prepare(database, 'SELECT id FROM interactions WHERE seq = ?').pluck().get(seq));
}

function placesOf(rows: readonly Row[]): string[] {
  return rows.map(({ interaction, place }) => `${interaction} ${place}`);
}

async function build(project: OpenProject): Promise<void> {
  expect(await buildChanges(jobContext(project))).toBe(true);
  expect(countWaiting(project.database, null)).toBe(0);
}

const output = 'We utilize the new report, and it is good. I hope this helps!';
const edit = 'We use the new report, and it is good.';

describe('changes', () => {
  it('are the hunks that a reader sees, at the places of their labels', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [{ id: 'a', output, edit, time: '2026-10-01T10:00:00Z' }]);
    await build(project);
    const hunks = diffTexts(output, edit).changes;
    expect(hunks).toHaveLength(2);
    expect(rowsIn(database).map(({ place }) => place)).toEqual(
      hunks
        .map(({ outputStart: start, outputEnd: end, added }) => placeKey({ start, end, added }))
        .toSorted(),
    );
    const changes = readChanges(
      database,
      rowsIn(database).map(({ seq }) => seq),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({
        removed: 'utilize',
        added: 'use',
        before: 'We ',
        after: ' the new report, and it is good. I hope this helps!',
        week: '2026-W40',
        createdAt: Date.UTC(2026, 9, 1, 10),
      }),
    );
  });

  it('stay the same rows where an edit made in the app says the same, and follow it where it does not', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [{ id: 'a', output, edit }]);
    await build(project);
    const before = rowsIn(database);
    const interactionId = idOf(database, 1);
    writeEdit(database, ana, { interactionId, text: 'We use the new report, and it is great.' });
    expect(countWaiting(database, null)).toBe(1);
    await build(project);
    const after = rowsIn(database);
    const use = before.find(({ place }) => place.startsWith('3-10.'));
    expect(after).toContainEqual(use);
    expect(after.filter(({ seq }) => before.some((one) => one.seq === seq))).toEqual([use]);
    undo(database, { ...ana, now: ana.now + 1 });
    await build(project);
    expect(rowsIn(database).map(({ place }) => place)).toEqual(before.map(({ place }) => place));
    rebuildFolds(database);
    await build(project);
    expect(rowsIn(database)).toContainEqual(use);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('are what people labelled, where labels hold hunks or there is no edit', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [
      { id: 'a', output, edit },
      { id: 'b', output: 'Nothing was changed here.' },
    ]);
    await build(project);
    const [one, other] = [idOf(database, 1), idOf(database, 2)];
    const value = { failureMode: null, severity: 'minor', note: 'why' } as const;
    setSpanLabel(database, ana, { interactionId: one, start: 0, end: 14, added: 'We use the', value });
    setSpanLabel(database, ana, { interactionId: other, start: 0, end: 7, added: null, value });
    expect(countWaiting(database, null)).toBe(2);
    await build(project);
    const places = (interaction: number) =>
      rowsIn(database).flatMap((row) => (row.interaction === interaction ? [row.place] : []));
    expect(places(1)).toHaveLength(2);
    expect(places(1)).toContain(placeKey({ start: 0, end: 14, added: 'We use the' }));
    expect(places(2)).toEqual(['0-7']);
    const marked = rowsIn(database).find(({ interaction }) => interaction === 2);
    expect(readChanges(database, [marked?.seq ?? 0])).toMatchObject([
      { removed: 'Nothing', added: '', comments: ['why'] },
    ]);
  });

  it('are whole outputs that were discarded, rated low, commented on or named as a failure', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [
      { id: 'a', output: 'One', action: 'discarded' },
      { id: 'b', output: 'Two', rating: 1 },
      { id: 'c', output: 'Three', rating: 5 },
      { id: 'd', output: 'Four', comment: 'Too short.' },
      { id: 'e', output: 'Five', action: 'accepted' },
      { id: 'f', output: 'Six' },
    ]);
    await build(project);
    const wholes = () => rowsIn(database).map(({ interaction, kind, place }) => [interaction, kind, place]);
    expect(wholes()).toEqual([1, 2, 4].map((seq) => [seq, 'output', '']));
    const mode = createFailureMode(database, ana, { name: 'Off topic', definition: '' });
    if (!mode.ok) throw new Error(mode.error.message);
    const interactionId = idOf(database, 6);
    setLabel(database, ana, { interactionId, question: 'failure_mode', value: mode.value.id });
    await build(project);
    expect(wholes().map(([seq]) => seq)).toEqual([1, 2, 4, 6]);
    undo(database, { ...ana, now: ana.now + 1 });
    await build(project);
    expect(wholes().map(([seq]) => seq)).toEqual([1, 2, 4]);
  });

  it('are whole outputs that are examples of a failure mode', async () => {
    const project = newProject();
    const { database } = project;
    const [interactionId = ''] = addInteractions(database, 2);
    await build(project);
    const mode = createFailureMode(database, ana, { name: 'Off topic', definition: '' });
    if (!mode.ok) throw new Error(mode.error.message);
    const units = [{ interactionId, place: '' }];
    for (const verdict of ['in', null] as const) {
      const said = setMembers(database, ana, { id: mode.value.id, units, verdict });
      while (said.next().done !== true);
      await build(project);
      expect(rowsIn(database).map(({ kind }) => kind)).toEqual(verdict === null ? [] : ['output']);
    }
  });

  it('are found beside a label on what an edit said before', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [{ id: 'a', output, edit }]);
    const interactionId = idOf(database, 1);
    const place = { start: 3, end: 10, added: 'use' };
    const value = { failureMode: null, severity: 'minor', note: null } as const;
    setSpanLabel(database, ana, { interactionId, ...place, value });
    await build(project);
    writeEdit(database, ana, { interactionId, text: edit.replace('use', 'employ') });
    await build(project);
    const places = rowsIn(database).map((row) => row.place);
    expect(places).toContain(placeKey(place));
    expect(places).toContain(placeKey({ ...place, added: 'employ' }));
    expect(places).toHaveLength(3);
  });

  it('come and go with attachments', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [
      { id: 'a', output },
      { id: 'b', output: 'Two' },
    ]);
    await build(project);
    expect(rowsIn(database)).toEqual([]);
    const attachments = [
      { id: 'a', edit },
      { id: 'b', comment: 'No.' },
    ];
    const { sourceId } = await importRows(project, attachments, { brings: 'attachments' });
    await build(project);
    expect(rowsIn(database).map(({ interaction, kind }) => [interaction, kind])).toEqual([
      [1, 'change'],
      [1, 'change'],
      [2, 'output'],
    ]);
    await undoImport(database, { sourceId: sourceId ?? '' });
    await build(project);
    expect(rowsIn(database)).toEqual([]);
  });

  it('are found in a thread of their own where there are many, which a cancel ends and another time goes on', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, generatedEdits({ from: 1, to: 1 }, 6100));
    const cancelled = new AbortController();
    const context = jobContext(project, { signal: cancelled.signal });
    let seen = 0;
    const isComplete = await buildChanges(context, async () => {
      seen = rowsIn(database).length;
      cancelled.abort();
      return true;
    });
    expect(isComplete).toBe(false);
    expect(seen).toBe(1000);
    await build(project);
    const found = rowsIn(database);
    expect(found.length).toBeGreaterThanOrEqual(6100);
    prepare(database, 'DELETE FROM changes').run();
    const find = createChangeFinder(database);
    for (let from = 0; from < 6100; from += 100) {
      for (const change of find(from, from + 100)) addChange(database, change);
    }
    expect(placesOf(found)).toEqual(placesOf(rowsIn(database)));
  }, 60_000);

  it('are not marked to be made anew before they were ever made', () => {
    const project = newProject();
    const [interactionId = ''] = addInteractions(project.database, 1);
    writeEdit(project.database, ana, { interactionId, text: 'Other' });
    expect(rowsOf(project.database, 'SELECT * FROM stale_changes').all()).toEqual([]);
  });
});
