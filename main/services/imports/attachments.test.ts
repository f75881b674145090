import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { importRows, plainMapping } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { listSources } from '../../db/tables/sources.ts';
import type { OpenProject } from '../project/open-project.ts';
import { checkSources } from './check-content.ts';
import { listRejects } from './list-sources.ts';
import { retryRejects } from './retry-rejects.ts';
import { undoImport } from './undo-import.ts';

const outputs = [
  { id: 'a1', session: 's1', input: 'First?', output: 'One.', time: '2025-01-01T10:00:00Z' },
  { id: 'a2', session: 's1', input: 'Second?', output: 'Two.', time: '2025-01-01T10:01:00Z' },
  { id: 'b1', session: 's2', input: 'Other?', output: 'Three.', time: '2025-01-01T10:02:00Z' },
];

const byId: Mapping = [
  { target: 'external_id', path: 'run' },
  { target: 'edit', path: 'fixed' },
  { target: 'annotator', path: 'by' },
  { target: 'rating', path: 'stars' },
  { target: 'label.verdict', path: 'verdict' },
];

async function attach(project: OpenProject, rows: readonly object[], mapping = byId) {
  return importRows(project, rows, { mapping, brings: 'attachments' });
}

function editsOf({ database }: OpenProject): unknown[] {
  return database
    .prepare(
      'SELECT i.external_id AS id, e.text FROM edits AS e JOIN interactions AS i ON i.seq = e.interaction_seq ORDER BY 1, 2',
    )
    .all();
}

function problemsOf({ database }: OpenProject): unknown[] {
  return checkSources(database).problems.map(({ message }) => message);
}

describe('edits that arrive apart from outputs', () => {
  it('join their interactions by id, and say what did not join', async () => {
    const project = newProject();
    await importRows(project, outputs);
    const report = await attach(project, [
      { run: 'a1', fixed: 'One!', by: 'ana', stars: 4, verdict: 'good' },
      { run: 'zz', fixed: 'Nowhere.' },
      { fixed: 'No id.' },
    ]);
    expect(report).toMatchObject({
      read: 3,
      attached: 1,
      rejected: 2,
      editsAdded: 1,
      labelsAdded: 1,
      signalsAdded: 1,
    });
    expect(editsOf(project)).toEqual([{ id: 'a1', text: 'One!' }]);
    const rejects = listRejects(project.database, { sourceId: report.sourceId ?? '' });
    expect(rejects).toMatchObject({
      ok: true,
      value: { rejects: [{ reason: 'no_match' }, { reason: 'missing_id' }] },
    });
    expect(project.database.prepare('SELECT edited, labelled FROM interactions ORDER BY seq').all()).toEqual([
      { edited: 1, labelled: 1 },
      { edited: 0, labelled: 0 },
      { edited: 0, labelled: 0 },
    ]);
    expect(problemsOf(project)).toEqual([]);
  });

  it('add nothing a second time', async () => {
    const project = newProject();
    await importRows(project, outputs);
    const rows = [{ run: 'a1', fixed: 'One!', by: 'ana', stars: 4 }];
    await attach(project, rows);
    expect(await attach(project, rows)).toMatchObject({ attached: 0, duplicates: 1, editsAdded: 0 });
    expect(editsOf(project)).toHaveLength(1);
  });

  it('join by session and order where no row has an id', async () => {
    const project = newProject();
    await importRows(project, outputs.toReversed());
    const mapping: Mapping = [
      { target: 'session', path: 'session' },
      { target: 'edit', path: 'fixed' },
    ];
    const rows = [
      { session: 's1', fixed: 'One!' },
      { session: 's2', fixed: 'Three!' },
      { session: 's1', fixed: 'Two!' },
      { session: 's1', fixed: 'One too many.' },
    ];
    expect(await attach(project, rows, mapping)).toMatchObject({ attached: 3, rejected: 1 });
    expect(editsOf(project)).toEqual([
      { id: 'a1', text: 'One!' },
      { id: 'a2', text: 'Two!' },
      { id: 'b1', text: 'Three!' },
    ]);
  });

  it('find an interaction by another id of it, such as its trace: the last of several', async () => {
    const project = newProject();
    const mapping: Mapping = [...plainMapping, { target: 'keys', path: 'trace' }];
    await importRows(
      project,
      outputs.map((row) => ({ ...row, trace: row.session })),
      { mapping },
    );
    await attach(project, [{ run: 's1', fixed: 'Two!' }]);
    expect(editsOf(project)).toEqual([{ id: 'a2', text: 'Two!' }]);
  });

  it('are refused where two interactions have the id, unless told which file they belong to', async () => {
    const project = newProject();
    const first = await importRows(project, outputs);
    await importRows(project, [{ id: 'a1', input: 'Another file?', output: 'Its one.' }]);
    const rows = [{ run: 'a1', fixed: 'One!' }];
    const report = await attach(project, rows);
    expect(report).toMatchObject({ attached: 0, rejected: 1 });
    const options = { joinSources: [first.sourceId ?? ''] };
    const joined = await importRows(project, rows, { mapping: byId, brings: 'attachments', options });
    expect(joined).toMatchObject({ attached: 1, rejected: 0 });
  });

  it('are taken back by undoing their import, and nothing else', async () => {
    const project = newProject();
    await importRows(project, outputs);
    const { sourceId } = await attach(project, [
      { run: 'a1', fixed: 'One!', by: 'ana', stars: 4, verdict: 'good' },
    ]);
    const undone = await undoImport(project.database, { sourceId: sourceId ?? '' });
    expect(undone).toMatchObject({ ok: true, value: { interactions: 0, edits: 1, labels: 1 } });
    for (const table of ['edits', 'signals', 'labels', 'imported_labels'])
      expect(project.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    expect(project.database.prepare('SELECT count(*) FROM interactions').pluck().get()).toBe(3);
    expect(problemsOf(project)).toEqual([]);
  });
});

describe('the quarantine', () => {
  it('lets attachments in once their interactions are there', async () => {
    const project = newProject();
    const { sourceId } = await attach(project, [
      { run: 'a1', fixed: 'One!' },
      { run: 'zz', fixed: 'Nowhere.' },
    ]);
    await importRows(project, outputs);
    const retried = await retryRejects(project.database, { sourceId: sourceId ?? '' });
    expect(retried).toMatchObject({ ok: true, value: { tried: 2, attached: 1, rejected: 1 } });
    expect(editsOf(project)).toEqual([{ id: 'a1', text: 'One!' }]);
    expect(problemsOf(project)).toEqual([]);
  });

  it('lets rows in by another mapping, with what they bring', async () => {
    const project = newProject();
    const report = await importRows(project, [
      { id: 'a', input: 'x', output: 'y' },
      { id: 'b', input: 'x', answer: 'z', edit: 'w' },
      { id: 'c', input: 'x' },
    ]);
    const sourceId = report.sourceId ?? '';
    expect(report).toMatchObject({ imported: 1, rejected: 2 });
    expect(await retryRejects(project.database, { sourceId })).toMatchObject({
      ok: true,
      value: { imported: 0, rejected: 2 },
    });
    const mapping: Mapping = [
      ...plainMapping.filter(({ target }) => target !== 'output'),
      { target: 'output', path: 'answer' },
    ];
    const retried = await retryRejects(project.database, { sourceId, mapping });
    expect(retried).toMatchObject({ ok: true, value: { tried: 2, imported: 1, rejected: 1 } });
    expect(editsOf(project)).toEqual([{ id: 'b', text: 'w' }]);
    expect(listSources(project.database)[0]).toMatchObject({ read: 3, imported: 2, rejected: 1 });
    expect(problemsOf(project)).toEqual([]);
    await undoImport(project.database, { sourceId });
    expect(project.database.prepare('SELECT count(*) FROM interactions').pluck().get()).toBe(0);
  });

  it('is tried page by page, so that others get their turn in between', async () => {
    const project = newProject();
    const rows = Array.from({ length: 250 }, (_, index) => ({ id: `r${index}`, input: 'x', answer: 'z' }));
    const { sourceId } = await importRows(project, [{ id: 'a', input: 'x', output: 'y' }, ...rows]);
    const mapping: Mapping = [
      ...plainMapping.filter(({ target }) => target !== 'output'),
      { target: 'output', path: 'answer' },
    ];
    const retried = retryRejects(project.database, { sourceId: sourceId ?? '', mapping });
    await setImmediate();
    const between = listSources(project.database)[0];
    expect(between?.rejected).toBeGreaterThan(0);
    expect(between?.rejected).toBeLessThan(250);
    expect(problemsOf(project)).toEqual([]);
    expect(await retried).toMatchObject({ ok: true, value: { tried: 250, imported: 250, rejected: 0 } });
    expect(listSources(project.database)[0]).toMatchObject({ read: 251, imported: 251, rejected: 0 });
  });
});
