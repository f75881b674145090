import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importRows, importText, plainMapping } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { Database } from '../../db/database.ts';
import { findSource, listSources } from '../../db/tables/sources.ts';
import { getItem } from '../items/get-item.ts';
import { listItems } from '../items/list-items.ts';
import { failureModes } from '../review/failure-modes.ts';
import { setLabel } from '../review/set-label.ts';
import { writeEdit } from '../review/write-edit.ts';
import { checkSources, checkStoredJson, checkTextIndex } from './check-content.ts';
import { listRejects } from './list-sources.ts';
import { undoImport } from './undo-import.ts';

const actor = { annotator: 'Ana', device: 'device-a', now: 1_750_000_000_000 };

/** Every row of every table but the journal of sources, ids left out, so that two states can be compared. */
function contentOf(database: Database): unknown {
  const all = (sql: string) => database.prepare(sql).all();
  return {
    interactions: all(
      'SELECT external_id, edited, labelled, messages, output, meta FROM interactions ORDER BY 1, 5',
    ),
    edits: all('SELECT interaction_seq, origin, text FROM edits ORDER BY 1, 3'),
    signals: all('SELECT interaction_seq, name, number, text FROM signals ORDER BY 1, 2, 3, 4'),
    imported: all(
      'SELECT interaction_seq, annotator_seq, question, value FROM imported_labels ORDER BY 1, 2, 3',
    ),
    labels: all('SELECT interaction_seq, annotator_seq, question, value FROM labels ORDER BY 1, 2, 3'),
    annotators: all('SELECT name, kind FROM annotators ORDER BY 1'),
    promptVersions: all('SELECT name FROM prompt_versions ORDER BY 1'),
    failureModes: all('SELECT name FROM failure_modes ORDER BY 1'),
    rejects: all('SELECT line, reason FROM rejects ORDER BY 1'),
    words: all(
      `SELECT rowid FROM interactions_text WHERE interactions_text MATCH 'a OR o1 OR o2 OR e1' ORDER BY 1`,
    ),
  };
}

function expectSound(database: Database): void {
  for (const check of [checkSources, checkTextIndex, checkStoredJson]) {
    expect(check(database).problems).toEqual([]);
  }
  expect(database.pragma('foreign_key_check')).toEqual([]);
}

function firstItem(database: Database) {
  const page = listItems(database, {});
  const id = page.ok ? page.value.items[0]?.id : undefined;
  const item = getItem(database, id ?? '');
  if (!item.ok) throw new Error(item.error.message);
  return item.value;
}

describe('runImport', () => {
  it('stores everything of a row', async () => {
    const { database } = await imported({
      input: 'a question',
      output: 'o1',
      edit: 'e1',
      annotator: 'Ed',
      id: 'x1',
      session: 's',
      user: 'u',
      model: 'm',
      prompt_version: 'v1',
      time: '2026-01-31T10:00:00+02:00',
      rating: 4,
      action: 'rejected',
      comment: 'too long',
      verdict: 'good',
      extra: { deep: [1] },
    });
    expect(firstItem(database)).toMatchObject({
      externalId: 'x1',
      messages: [{ role: 'user', content: 'a question' }],
      output: 'o1',
      model: 'm',
      promptVersion: 'v1',
      session: 's',
      user: 'u',
      createdAt: Date.UTC(2026, 0, 31, 8),
      createdOffsetMinutes: 120,
      meta: { extra: { deep: [1] } },
      edits: [{ text: 'e1', annotator: 'Ed', origin: 'import' }],
      signals: [
        { kind: 'explicit', name: 'rating', number: 4 },
        { kind: 'implicit', name: 'action', text: 'discarded' },
        { kind: 'explicit', name: 'comment', text: 'too long' },
      ],
      labels: [{ question: 'verdict', annotator: 'Ed', value: 'good', origin: 'import' }],
    });
    expectSound(database);
  });

  it('adds nothing when the same file comes again, whatever the order of its keys', async () => {
    const project = newProject();
    await importRows(project, [
      { input: 'a', output: 'o1', rating: 1, rating2: 1 },
      { output: 'o2', input: 'a' },
    ]);
    const before = contentOf(project.database);
    const again = await importRows(project, [
      { rating2: 1, rating: 1, output: 'o1', input: 'a' },
      { input: 'a', output: 'o2' },
    ]);
    expect(again).toMatchObject({
      read: 2,
      imported: 0,
      duplicates: 2,
      rejected: 0,
      editsAdded: 0,
      signalsAdded: 0,
    });
    expect(contentOf(project.database)).toEqual(before);
    expectSound(project.database);
  });

  it('adds to known interactions the edits, labels and signals that are not there yet', async () => {
    const project = newProject();
    await importRows(project, [{ input: 'a', output: 'o1', edit: 'e1', rating: 1 }]);
    const later = await importRows(project, [
      {
        input: 'a',
        output: 'o1',
        edit: 'e1 better',
        annotator: 'Ed',
        verdict: 'bad',
        rating: 1,
        action: 'copied',
      },
    ]);
    expect(later).toMatchObject({
      imported: 0,
      duplicates: 1,
      editsAdded: 1,
      labelsAdded: 1,
      signalsAdded: 1,
    });
    const item = firstItem(project.database);
    expect(item.edits.map(({ text }) => text)).toEqual(['e1', 'e1 better']);
    expect(item.labels).toMatchObject([{ question: 'verdict', value: 'bad' }]);
    expect(
      listItems(project.database, { filter: [{ field: 'text', operator: '~', value: 'better' }] }),
    ).toMatchObject({
      value: { items: [{ edited: true, labelled: true }] },
    });
    expectSound(project.database);
  });

  it('gives labels of the schema the form that answering in the app gives them', async () => {
    const project = newProject();
    const { database } = project;
    const mapping = [
      ...plainMapping,
      { target: 'label.failure_mode', path: 'mode' },
      { target: 'label.rating', path: 'stars' },
      { target: 'label.tone', path: 'tone' },
    ] as const;
    await importRows(
      project,
      [
        { output: 'o1', verdict: 'Needs work', mode: 'Too long', stars: '4', tone: 'cold' },
        { output: 'o2', verdict: 'superb', mode: 'too LONG', stars: '9' },
      ],
      { mapping },
    );
    const [mode, ...others] = failureModes(database);
    expect(others).toEqual([]);
    expect(mode).toMatchObject({ name: 'Too long', count: 2 });
    const answers = database
      .prepare('SELECT question, value FROM labels ORDER BY interaction_seq, question')
      .all();
    expect(answers).toEqual([
      { question: 'failure_mode', value: JSON.stringify(mode?.id) },
      { question: 'rating', value: '4' },
      { question: 'tone', value: '"cold"' },
      { question: 'verdict', value: '"needs_work"' },
      { question: 'failure_mode', value: JSON.stringify(mode?.id) },
      { question: 'rating', value: '"9"' },
      { question: 'verdict', value: '"superb"' },
    ]);
    expectSound(database);
  });

  it('keeps an edit that equals the output, but does not count the interaction as edited', async () => {
    const { database } = await imported({ output: 'o1', edit: 'o1' });
    expect(firstItem(database).edits).toHaveLength(1);
    expect(database.prepare('SELECT edited FROM interactions').pluck().all()).toEqual([0]);
    expectSound(database);
  });

  it('counts a row that is twice in one file once', async () => {
    const project = newProject();
    const report = await importRows(project, [{ output: 'o1' }, { output: 'o1' }, { output: 'o2' }]);
    expect(report).toMatchObject({ read: 3, imported: 2, duplicates: 1 });
  });

  it('never replaces what a person answered, nor brings back what they took away', async () => {
    const project = newProject();
    const row = { input: 'a', output: 'o1' };
    await importRows(project, [row, { output: 'o2' }]);
    const { items } = valueOf(listItems(project.database, {}));
    const [first = '', second = ''] = items.map(({ id }) => id);
    valueOf(setLabel(project.database, actor, { interactionId: first, question: 'verdict', value: 'good' }));
    valueOf(setLabel(project.database, actor, { interactionId: second, question: 'verdict', value: 'good' }));
    valueOf(setLabel(project.database, actor, { interactionId: second, question: 'verdict', value: null }));
    const labelled = { annotator: 'Ana', verdict: 'bad' };
    const report = await importRows(project, [
      { ...row, ...labelled },
      { output: 'o2', ...labelled },
    ]);
    expect(report.labelsAdded).toBe(2);
    expect(valueOf(getItem(project.database, first)).labels).toMatchObject([
      { value: 'good', origin: 'app' },
    ]);
    expect(valueOf(getItem(project.database, second)).labels).toEqual([]);
    expectSound(project.database);
  });

  it('keeps rejects of reader and mapper in the order of the file, with what they hold', async () => {
    const project = newProject();
    const text = '{"output":"o1"}\n{"output":\n\n{"input":"no output"}\n[1]\n{"output":"o2","time":"soon"}\n';
    const report = await importText(project, text, { mapping: plainMapping });
    expect(report).toMatchObject({ value: { read: 5, imported: 1, duplicates: 0, rejected: 4 } });
    const sourceId = report.ok ? (report.value.sourceId ?? '') : '';
    const first = valueOf(listRejects(project.database, { sourceId, limit: 3 }));
    expect(first).toMatchObject({ total: 4 });
    expect(first.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'invalid_json'],
      [4, 'missing_output'],
      [5, 'not_an_object'],
    ]);
    const rest = valueOf(listRejects(project.database, { sourceId, after: first.nextAfter ?? 0 }));
    expect(rest.rejects).toMatchObject([
      { line: 6, reason: 'invalid_time', raw: '{"output":"o2","time":"soon"}' },
    ]);
    expect(rest.nextAfter).toBeNull();
  });

  it('says the same in a dry run and writes nothing', async () => {
    const project = newProject();
    await importRows(project, [{ output: 'o1' }, { output: 'o2', edit: 'e1' }]);
    const before = contentOf(project.database);
    const rows = [
      { output: 'o1', edit: 'e1' },
      { output: 'o1', edit: 'e1' },
      { output: 'o2', edit: 'e1' },
      { output: 'o3' },
      { output: 'o3', edit: 'e3' },
      { nothing: 1 },
    ];
    const dry = await importRows(project, rows, { dryRun: true });
    expect(contentOf(project.database)).toEqual(before);
    expect(dry.sourceId).toBeNull();
    const real = await importRows(project, rows);
    const counts = ({ read, imported: added, duplicates, rejected, editsAdded }: typeof real) => [
      read,
      added,
      duplicates,
      rejected,
      editsAdded,
    ];
    expect(counts(dry)).toEqual(counts(real));
    expect(counts(real)).toEqual([6, 1, 4, 1, 2]);
  });

  it('takes back what came when it is cancelled', async () => {
    const project = newProject();
    await importRows(project, [{ output: 'o1', edit: 'e1' }]);
    const before = contentOf(project.database);
    const { result, sourceId } = await cancelledImport(project);
    expect(result).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } });
    expect(result.ok ? '' : result.error.message).toContain('Nothing of it was kept');
    expect(contentOf(project.database)).toEqual(before);
    expect(findSource(project.database, sourceId)).toMatchObject({
      state: 'cancelled',
      read: 0,
      imported: 0,
    });
    expectSound(project.database);
  });

  it('keeps what came when people have labelled some of it already', async () => {
    const project = newProject();
    const { result, sourceId } = await cancelledImport(project, () => {
      const [item] = valueOf(listItems(project.database, {})).items;
      valueOf(
        setLabel(project.database, actor, {
          interactionId: item?.id ?? '',
          question: 'verdict',
          value: 'good',
        }),
      );
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } });
    const source = findSource(project.database, sourceId);
    expect(source?.state).toBe('cancelled');
    expect(source?.imported).toBeGreaterThan(0);
    expectSound(project.database);
  });

  it('always reads as many rows as it imports, recognises and rejects, on files as nasty as they come', async () => {
    const line = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({ output: fc.oneof(fc.string(), fc.constantFrom('o1', null, 3, '\0')) })
        .map((row) => JSON.stringify(row)),
      fc.constantFrom(
        '{"output":"o1"}',
        '{"output":"o1"',
        '{"output":"\\ud800"}',
        '',
        '\uFEFF{"output":"o1"}',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.boolean(), async (lines, isTwice) => {
        const project = newProject();
        try {
          const text = `{"output":"first"}\n${lines.join('\n')}`;
          for (let time = 0; time < (isTwice ? 2 : 1); time++) {
            const report = await importText(project, text, { mapping: plainMapping });
            // Some contents are no JSONL to the detection; then nothing may have happened.
            if (!report.ok) continue;
            const { read, imported: added, duplicates, rejected } = report.value;
            expect(read).toBe(added + duplicates + rejected);
            if (time === 1) expect(added).toBe(0);
          }
          expectSound(project.database);
        } finally {
          project.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('undoImport', () => {
  it('leaves the project as it was before the import', async () => {
    const project = newProject();
    const known = { input: 'a', output: 'o1' };
    await importRows(project, [known, { output: 'o2', edit: 'e1', annotator: 'Ed', prompt_version: 'v1' }]);
    const before = contentOf(project.database);
    const report = await importRows(project, [
      { ...known, edit: 'e1', annotator: 'Eve', verdict: 'bad', rating: 2 },
      { output: 'o3', edit: 'e3', annotator: 'Eve', verdict: 'good', rating: 3, prompt_version: 'v2' },
      { broken: true },
    ]);
    const modes = await importRows(project, [{ output: 'o4', mode: 'Too long' }], {
      mapping: [...plainMapping, { target: 'label.failure_mode', path: 'mode' }],
    });
    expect(failureModes(project.database)).toHaveLength(1);
    valueOf(await undoImport(project.database, { sourceId: modes.sourceId ?? '' }));
    expect(contentOf(project.database)).not.toEqual(before);
    const removed = valueOf(await undoImport(project.database, { sourceId: report.sourceId ?? '' }));
    expect(removed).toEqual({ interactions: 1, edits: 2, labels: 2 });
    expect(contentOf(project.database)).toEqual(before);
    expect(findSource(project.database, report.sourceId ?? '')).toMatchObject({
      state: 'undone',
      read: 3,
      imported: 1,
    });
    expectSound(project.database);
    const again = await importRows(project, [{ output: 'o3' }]);
    expect(again.imported).toBe(1);
    expectSound(project.database);
  });

  it('refuses where people labelled or edited it, unless forced', async () => {
    const project = newProject();
    const report = await importRows(project, [{ output: 'o1' }, { output: 'o2' }, { output: 'o3' }]);
    const [first, second] = valueOf(listItems(project.database, {})).items.map(({ id }) => id);
    valueOf(
      setLabel(project.database, actor, { interactionId: first ?? '', question: 'verdict', value: 'good' }),
    );
    valueOf(writeEdit(project.database, actor, { interactionId: second ?? '', text: 'mine' }));
    const sourceId = report.sourceId ?? '';
    const refused = await undoImport(project.database, { sourceId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'SOURCE_HAS_LABELS' } });
    expect(refused.ok ? '' : refused.error.message).toContain('2 interactions');
    expect(valueOf(listItems(project.database, {})).items).toHaveLength(3);
    expect(valueOf(await undoImport(project.database, { sourceId, force: true }))).toEqual({
      interactions: 3,
      edits: 1,
      labels: 1,
    });
    expectSound(project.database);
  });

  it('says so where there is no such import', async () => {
    expect(await undoImport(newProject().database, { sourceId: 'none' })).toMatchObject({
      error: { code: 'SOURCE_NOT_FOUND' },
    });
  });
});

async function imported(row: object) {
  const project = newProject();
  await importRows(project, [row]);
  return project;
}

/** Imports 3,000 rows and cancels after the first report of progress. */
async function cancelledImport(
  project: ReturnType<typeof newProject>,
  beforeCancel: () => void = () => undefined,
) {
  const controller = new AbortController();
  let sourceId = '';
  const text = Array.from({ length: 3000 }, (_, index) => `{"output":"o1 ${index}","edit":"e1"}`).join('\n');
  const result = await importText(project, text, {
    mapping: plainMapping,
    context: {
      signal: controller.signal,
      report: () => {
        sourceId = listSources(project.database)[0]?.id ?? '';
        beforeCancel();
        controller.abort();
      },
    },
  });
  return { result, sourceId };
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
