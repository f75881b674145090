import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, prepare } from '../../db/database.ts';
import { numberOf } from '../../db/query.ts';
import { readItem } from '../../db/tables/items.ts';
import { listSources } from '../../db/tables/sources.ts';
import { checkProject } from '../project/check-project.ts';
import { failureModes } from '../review/failure-modes.ts';
import { setSpanLabel } from '../review/set-span-label.ts';
import { importFile } from './run-import.ts';
import { undoImport } from './undo-import.ts';

const rows = [
  {
    id: 'a1',
    editor: 'Ana',
    ai_output: 'A silent hymn of dust, a silent hymn.',
    human_edits: [
      { originalText: 'a silent hymn', editedText: 'dust', categorization: 'Cliche' },
      { originalText: 'of dust', editedText: '', categorization: 'cliche' },
      { originalText: 'no such words', editedText: '', categorization: 'Cliche' },
    ],
  },
  { id: 'a2', editor: 'Ben', ai_output: 'Nothing to say of this one.', human_edits: [] },
];

const mapping: Mapping = [
  { target: 'external_id', path: 'id' },
  { target: 'annotator', path: 'editor' },
  { target: 'output', path: 'ai_output' },
  { target: 'spans', path: 'human_edits' },
];

const anna = { annotator: 'Ana', device: 'device-a', now: 1_700_000_000_000 };

function firstItem(database: Database) {
  const id = String(prepare(database, 'SELECT id FROM interactions ORDER BY seq').pluck().get());
  const item = readItem(database, id);
  if (item === null) throw new Error('no interaction');
  return item;
}

describe('an import of labels on parts of outputs', () => {
  it('finds their places, makes failure modes of their categories, and keeps what has no place', async () => {
    const project = newProject();
    const { database } = project;
    const report = await importRows(project, rows, { mapping });
    expect(firstItem(database).spans).toMatchObject([
      { quote: 'of dust', added: '', failureModeName: 'Cliche', category: 'cliche', annotator: 'Ana' },
      { start: 23, quote: 'a silent hymn', added: 'dust', origin: 'import', category: 'Cliche' },
    ]);
    expect(firstItem(database).meta).toEqual({ unplaced_spans: [rows[0]?.human_edits[2]] });
    expect(report.unmapped).toEqual({ unplaced_spans: 1 });
    expect(failureModes(database)).toMatchObject([{ name: 'Cliche', count: 2 }]);
    expect(numberOf(database, 'SELECT count(*) FROM interactions WHERE labelled = 1')).toBe(0);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('brings nothing twice, and nothing that people took back', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, rows, { mapping });
    const { id, spans } = firstItem(database);
    const [{ start, end, added } = { start: 0, end: 0, added: null }] = spans;
    setSpanLabel(database, anna, { interactionId: id, start, end, added, value: null });
    const report = await importRows(project, rows, { mapping });
    expect(report).toMatchObject({ imported: 0, duplicates: 2, labelsAdded: 0 });
    expect(firstItem(database).spans).toHaveLength(1);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('is taken back whole, with its failure modes and raters', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [{ id: 'a1', ai_output: rows[0]?.ai_output }], { mapping });
    await importRows(project, rows, { mapping });
    expect(firstItem(database).spans).toHaveLength(2);
    const [source] = listSources(database);
    expect(source).toMatchObject({ labelsAdded: 2 });
    expect(await undoImport(database, { sourceId: source?.id ?? '' })).toMatchObject({
      value: { labels: 2, interactions: 1 },
    });
    expect(firstItem(database).spans).toEqual([]);
    expect(failureModes(database)).toEqual([]);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('is not taken back unasked where somebody labelled a part of its outputs', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, rows, { mapping });
    const value = { failureMode: 'Mine', severity: null, note: null };
    setSpanLabel(database, anna, {
      interactionId: firstItem(database).id,
      start: 0,
      end: 1,
      added: null,
      value,
    });
    const sourceId = listSources(database)[0]?.id ?? '';
    expect(await undoImport(database, { sourceId })).toMatchObject({ error: { code: 'SOURCE_HAS_LABELS' } });
    expect((await undoImport(database, { sourceId, force: true })).ok).toBe(true);
    // What a person made stays, as with labels.
    expect(failureModes(database)).toMatchObject([{ name: 'Mine', count: 0 }]);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('can add them to interactions that are there, and rejects a row whose text is not', async () => {
    const project = newProject();
    const { database } = project;
    await importRows(project, [{ id: 'a1', output: 'A silent hymn.' }]);
    const attached = [
      { id: 'a1', rater: 'Ben', errors: [{ start: 2, end: 8, text: 'silent', severity: 'minor' }] },
      { id: 'a1', rater: 'Ben', errors: [{ start: 2, end: 8, text: 'loud', severity: 'minor' }] },
    ];
    const report = await importRows(project, attached, {
      brings: 'attachments',
      mapping: [
        { target: 'external_id', path: 'id' },
        { target: 'annotator', path: 'rater' },
        { target: 'spans', path: 'errors' },
      ],
    });
    expect(report).toMatchObject({ attached: 1, rejected: 1, labelsAdded: 1 });
    expect(firstItem(database).spans).toMatchObject([
      { quote: 'silent', severity: 'minor', annotator: 'Ben' },
    ]);
  });
});

const lamp = resolve(import.meta.dirname, '../../../../shared/data/lamp');
const isThere = existsSync(lamp);

describe('LAMP', () => {
  it.skipIf(!isThere).each([
    // One text is not in its output; two changes are listed twice, and an annotator has one label at a place.
    ['lamp_pairs.jsonl', 2275, 3],
    ['reannotation_150.jsonl', 1093, 1],
    ['llm_edited_oracle_136.jsonl', 1156, 2],
  ])(
    isThere
      ? '%s arrives as proposed: %i labels on parts, %i without a place'
      : '%s (skipped: ../shared/data is not there)',
    async (file, all, lost) => {
      const project = newProject();
      const { database } = project;
      const result = await importFile({ path: join(lamp, file), sourceId: createId() }, jobContext(project));
      expect(result.ok).toBe(true);
      const unplaced = numberOf(
        database,
        `SELECT coalesce(sum(json_array_length(meta, '$.unplaced_spans')), 0) FROM interactions`,
      );
      expect(unplaced).toBe(lost);
      expect(numberOf(database, 'SELECT count(*) FROM span_labels')).toBe(all - lost);
      const quoted = numberOf(
        database,
        `SELECT count(*) FROM span_labels AS s JOIN interactions AS i ON i.seq = s.interaction_seq
         WHERE instr(i.output, s.quote) > 0 AND s.failure_mode IS NOT NULL`,
      );
      expect(quoted).toBe(all - lost);
      expect(checkProject(database).problems).toEqual([]);
    },
  );
});
