import { describe, expect, it } from 'vitest';
import { addImportedSpan, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import type { SpanValue } from '../../../shared/domain/spans/span-value.ts';
import { prepare } from '../../db/database.ts';
import { spansSql } from '../../db/tables/item-spans.ts';
import { getItem } from '../items/get-item.ts';
import { checkProject } from '../project/check-project.ts';
import { failureModes } from './failure-modes.ts';
import { redo, undo } from './history.ts';
import { itemHistory, restore } from './item-history.ts';
import { rebuildFolds } from './rebuild-folds.ts';
import { setSpanLabel } from './set-span-label.ts';

const anna = { annotator: 'anna', device: 'device-a', now: 1_700_000_000_000 };
const ben = { ...anna, annotator: 'ben', now: 1_700_000_060_000 };
const nothing: SpanValue = { failureMode: null, severity: null, note: null };
const cliche: SpanValue = { failureMode: 'Cliche', severity: 'major', note: null };

function setup() {
  const { database } = newProject();
  const [id = ''] = addInteractions(database, 1);
  prepare(database, `UPDATE interactions SET output = 'A silent hymn 🎵 of dust' WHERE id = ?`).run(id);
  const mark = (
    start: number,
    end: number,
    value: SpanValue | null,
    added: string | null = null,
    actor = anna,
  ) => setSpanLabel(database, actor, { interactionId: id, start, end, added, value });
  const spans = () => {
    const item = getItem(database, id);
    if (!item.ok) throw new Error(item.error.message);
    return item.value.spans;
  };
  const told = () => {
    const history = itemHistory(database, id);
    return history.ok ? history.value : [];
  };
  return { database, id, mark, spans, told };
}

function messageOf(result: ReturnType<typeof setSpanLabel>): string {
  return result.ok ? '' : `${result.error.code}: ${result.error.message}`;
}

describe('setSpanLabel', () => {
  it('stores what is said of changes and of text that nobody edited, in the order of the text', () => {
    const { database, mark, spans } = setup();
    expect(mark(2, 13, { ...nothing, note: ' stale ' }).ok).toBe(true);
    expect(mark(0, 8, cliche, 'The quiet').ok).toBe(true);
    expect(mark(2, 13, { ...nothing, severity: 'minor' }, null, ben).ok).toBe(true);
    expect(mark(2, 2, { ...cliche, failureMode: 'CLICHE' }, 'very ').ok).toBe(true);
    const [mode] = failureModes(database);
    expect(mode).toMatchObject({ name: 'Cliche', count: 2 });
    expect(
      spans().map(({ start, end, quote, added, annotator, failureModeName, severity, note, origin }) => [
        [start, end, quote, added],
        [annotator, failureModeName, severity, note, origin],
      ]),
    ).toEqual([
      [
        [0, 8, 'A silent', 'The quiet'],
        ['anna', 'Cliche', 'major', null, 'app'],
      ],
      [
        [2, 2, '', 'very '],
        ['anna', 'Cliche', 'major', null, 'app'],
      ],
      [
        [2, 13, 'silent hymn', null],
        ['anna', null, null, 'stale', 'app'],
      ],
      [
        [2, 13, 'silent hymn', null],
        ['ben', null, 'minor', null, 'app'],
      ],
    ]);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('replaces a label at the same place, takes it back with null, and writes nothing twice', () => {
    const { database, mark, spans } = setup();
    mark(2, 13, cliche);
    mark(2, 13, { ...cliche, failureMode: failureModes(database)[0]?.id ?? '' });
    mark(2, 13, { ...cliche, severity: 'minor' });
    expect(spans()).toMatchObject([{ severity: 'minor' }]);
    mark(2, 13, null);
    mark(2, 13, null);
    expect(spans()).toEqual([]);
    expect(prepare(database, `SELECT count(*) FROM events WHERE type = 'span.set'`).pluck().get()).toBe(3);
    expect(failureModes(database)).toMatchObject([{ count: 0 }]);
  });

  it('refuses places that are none, and labels that say nothing', () => {
    const { database, mark } = setup();
    expect(messageOf(mark(0, 99, cliche))).toContain('SPAN_INVALID: 0 to 99 is no part of the output');
    expect(messageOf(mark(14, 15, cliche))).toContain('Mark the whole character');
    expect(messageOf(mark(0, 8, { ...nothing, note: ' ' }))).toContain(
      'a failure mode, a severity or a note',
    );
    const nobody = { interactionId: '01900000-0000-7000-8000-000000000009', start: 0, end: 1, added: null };
    expect(messageOf(setSpanLabel(database, anna, { ...nobody, value: cliche }))).toContain('ITEM_NOT_FOUND');
    expect(prepare(database, 'SELECT count(*) FROM events').pluck().get()).toBe(0);
  });

  it('goes back and forth with undo and redo, to what an import brought', () => {
    const { database, id, mark, spans } = setup();
    addImportedSpan(database, id, 'anna', { start: 2, end: 13, severity: 'critical', category: 'Stale' });
    mark(2, 13, cliche);
    expect(spans()).toMatchObject([{ severity: 'major', category: null, origin: 'app' }]);
    expect(undo(database, anna)).toMatchObject({
      value: { description: '“silent hymn”: Cliche, major → critical' },
    });
    expect(spans()).toMatchObject([{ severity: 'critical', category: 'Stale', origin: 'import' }]);
    redo(database, anna);
    mark(2, 13, null);
    expect(spans()).toEqual([]);
    expect(undo(database, anna)).toMatchObject({
      value: { description: '“silent hymn”: not set → Cliche, major' },
    });
    rebuildFolds(database);
    expect(spans()).toMatchObject([{ severity: 'major', origin: 'app' }]);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('is in the history of the interaction, from where a state can be restored', () => {
    const { database, id, mark, spans, told } = setup();
    mark(0, 8, cliche, 'The quiet');
    mark(0, 8, { ...nothing, note: 'Better so' }, 'The quiet', ben);
    mark(0, 8, null, 'The quiet');
    expect(told().map(({ what, annotator, description }) => [what, annotator, description])).toEqual([
      ['span', 'anna', '“A silent” to “The quiet”: not set → Cliche, major'],
      ['span', 'ben', '“A silent” to “The quiet”: not set → “Better so”'],
      ['span', 'anna', '“A silent” to “The quiet”: Cliche, major → not set'],
    ]);
    restore(database, anna, { id, eventId: told()[1]?.eventId ?? '' });
    expect(spans().filter(({ annotator }) => annotator === 'anna')).toMatchObject([{ note: 'Better so' }]);
    undo(database, anna);
    restore(database, anna, { id, eventId: told()[0]?.eventId ?? '' });
    expect(spans().filter(({ annotator }) => annotator === 'anna')).toMatchObject([{ severity: 'major' }]);
    expect(checkProject(database).problems).toEqual([]);
  });
});

describe('flywheel check, and a rebuild', () => {
  it.each([
    `UPDATE span_labels SET severity = 'minor' WHERE event_id IS NOT NULL`,
    `UPDATE span_labels SET note = 'other' WHERE event_id IS NULL`,
    'DELETE FROM span_labels WHERE event_id IS NULL',
    'DELETE FROM imported_span_labels',
  ])('find and mend what does not add up after %s', (sql) => {
    const { database, id, mark } = setup();
    addImportedSpan(database, id, 'ben', { start: 0, end: 1, severity: 'major', category: null });
    mark(2, 13, cliche);
    expect(checkProject(database).problems).toEqual([]);
    database.exec(sql);
    expect(checkProject(database).problems).toMatchObject([{ rule: 'span_labels', rows: 1 }]);
    rebuildFolds(database);
    expect(checkProject(database).problems).toEqual([]);
  });
});

describe('the labels on parts of an output', () => {
  it('are found by their interaction', () => {
    const { database } = setup();
    const plan = prepare(database, `EXPLAIN QUERY PLAN ${spansSql}`).all(1);
    expect(JSON.stringify(plan[0])).toContain('SEARCH s USING PRIMARY KEY (interaction_seq=?)');
  });
});
