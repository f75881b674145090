import { describe, expect, it } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { checkProject } from '../project/check-project.ts';
import { createFailureMode, failureModes } from './failure-modes.ts';
import { redo, undo } from './history.ts';
import { annotators } from './read-review.ts';
import { setLabel } from './set-label.ts';
import { writeEdit } from './write-edit.ts';

const anna = { annotator: 'anna', device: 'device-a', now: 1_700_000_000_000 };
const ben = { ...anna, annotator: 'ben' };

function setup() {
  const { database } = newProject();
  const [first = '', second = ''] = addInteractions(database, 2);
  const label = (question: string, value: LabelValue | null, actor = anna, interactionId = first) =>
    setLabel(database, actor, { interactionId, question, value });
  return { database, first, second, label };
}

function count(database: Database, from: string): number {
  return Number(database.prepare(`SELECT count(*) FROM ${from}`).pluck().get());
}

function labelOf(database: Database, question: string, annotator = 'anna'): unknown {
  const text: unknown = database
    .prepare(
      `SELECT value FROM labels JOIN annotators AS a ON a.seq = annotator_seq WHERE question = ? AND a.name = ?`,
    )
    .pluck()
    .get(question, annotator);
  return typeof text === 'string' ? JSON.parse(text) : null;
}

function sentenceOf(result: { ok: boolean; error?: { code: string; message: string } }): string {
  return `${result.error?.code}: ${result.error?.message}`;
}

describe('setLabel', () => {
  it('stores one event and one label, and counts the interaction as labelled', () => {
    const { database, label } = setup();
    expect(label('verdict', 'good').ok).toBe(true);
    expect(labelOf(database, 'verdict')).toBe('good');
    expect(count(database, 'events')).toBe(1);
    expect(count(database, 'interactions WHERE labelled = 1')).toBe(1);
  });

  it('writes nothing for the same answer again, nor for clearing nothing', () => {
    const { database, label } = setup();
    label('verdict', 'good');
    label('verdict', 'Good');
    label('rating', null);
    expect(count(database, 'events')).toBe(1);
  });

  it('keeps several annotators apart', () => {
    const { database, label } = setup();
    label('verdict', 'good');
    label('verdict', 'bad', ben);
    expect([labelOf(database, 'verdict'), labelOf(database, 'verdict', 'ben')]).toEqual(['good', 'bad']);
  });

  it.each<[string, LabelValue, string]>([
    ['taste', 'sweet', 'There is no question "taste". Ask one of: verdict, failure_mode, rating, note.'],
    ['verdict', 'fine', 'one of good (Good), needs_work (Needs work), bad (Bad)'],
    ['rating', 6, 'a whole number from 1 to 5'],
    ['rating', 2.5, 'a whole number from 1 to 5'],
    ['rating', '', 'a whole number from 1 to 5'],
    ['note', 7, 'a text'],
  ])('refuses %s = %j and says what is allowed', (question, value, sentence) => {
    const { database, label } = setup();
    expect(sentenceOf(label(question, value))).toContain(sentence);
    expect(sentenceOf(label(question, value))).toContain('LABEL_INVALID');
    expect(count(database, 'events')).toBe(0);
  });

  it('takes a rating as text, as a shell gives it', () => {
    const { database, label } = setup();
    label('rating', '4');
    expect(labelOf(database, 'rating')).toBe(4);
  });

  it('does not know an interaction that is not there', () => {
    const { label } = setup();
    const result = label('verdict', 'good', anna, '01900000-0000-7000-8000-000000000000');
    expect(sentenceOf(result)).toContain('ITEM_NOT_FOUND');
  });

  it('goes back to the imported label when the act over it is undone', () => {
    const { database, first, label } = setup();
    addImportedLabel(database, first, 'anna', 'verdict', 'bad');
    label('verdict', null);
    expect(labelOf(database, 'verdict')).toBe(null);
    expect(count(database, 'interactions WHERE labelled = 1')).toBe(0);
    expect(undo(database, anna)).toMatchObject({ value: { description: 'Verdict: not set → Bad' } });
    expect(labelOf(database, 'verdict')).toBe('bad');
    expect(annotators(database)).toMatchObject([{ name: 'anna', kind: 'person' }]);
  });
});

describe('failure modes', () => {
  it('are found by id and by name in any letter case, and made where unknown', () => {
    const { database, label, second } = setup();
    label('failure_mode', 'Too long');
    const [mode] = failureModes(database);
    expect(mode).toMatchObject({ name: 'Too long', count: 1 });
    label('failure_mode', 'TOO LONG', ben);
    label('failure_mode', mode?.id ?? '', anna, second);
    expect(failureModes(database)).toMatchObject([{ name: 'Too long', count: 3 }]);
    expect(createFailureMode(database, ben, { name: ' too long ', definition: 'x' })).toMatchObject({
      value: { id: mode?.id, definition: '' },
    });
  });

  it('stay when the label that made them is undone', () => {
    const { database, label } = setup();
    label('failure_mode', 'Invented facts');
    expect(undo(database, anna)).toMatchObject({
      value: { description: 'Failure mode: Invented facts → not set' },
    });
    expect(failureModes(database)).toMatchObject([{ name: 'Invented facts', count: 0 }]);
  });
});

describe('writeEdit', () => {
  it('keeps one edit a person, and none where it is withdrawn', () => {
    const { database, first } = setup();
    const edit = (text: string | null, actor = anna) =>
      writeEdit(database, actor, { interactionId: first, text });
    edit('One');
    edit('Two');
    edit('Three', ben);
    expect(database.prepare('SELECT text FROM edits ORDER BY text').pluck().all()).toEqual(['Three', 'Two']);
    edit(null);
    edit(null, ben);
    expect(count(database, 'edits')).toBe(0);
    expect(count(database, 'interactions WHERE edited = 1')).toBe(0);
    expect(undo(database, anna)).toMatchObject({ value: { description: 'Edit is back' } });
    expect(database.prepare('SELECT text FROM edits').pluck().all()).toEqual(['Two']);
  });

  it('stores a text equal to the output, and an empty one', () => {
    const { database, first, second } = setup();
    writeEdit(database, anna, { interactionId: first, text: 'Output 0' });
    writeEdit(database, anna, { interactionId: second, text: '' });
    expect(count(database, 'edits')).toBe(2);
    // Only what differs from the output counts as edited.
    expect(
      database.prepare('SELECT edited FROM interactions ORDER BY seq').pluck().all().slice(0, 2),
    ).toEqual([0, 1]);
  });
});

describe('undo and redo', () => {
  it('say what they did and come back to the same state', () => {
    const { database, label } = setup();
    label('verdict', 'good');
    label('verdict', 'bad');
    expect(undo(database, anna)).toMatchObject({ value: { description: 'Verdict: Bad → Good' } });
    expect(undo(database, anna)).toMatchObject({ value: { description: 'Verdict: Good → not set' } });
    expect(sentenceOf(undo(database, anna))).toContain('NOTHING_TO_UNDO');
    expect(redo(database, anna)).toMatchObject({ value: { description: 'Verdict: not set → Good' } });
    expect(redo(database, anna)).toMatchObject({ value: { description: 'Verdict: Good → Bad' } });
    expect(sentenceOf(redo(database, anna))).toContain('NOTHING_TO_UNDO');
    expect(labelOf(database, 'verdict')).toBe('bad');
  });

  it('are one person and one machine each', () => {
    const { database, label } = setup();
    label('verdict', 'good');
    expect(undo(database, ben).ok).toBe(false);
    expect(undo(database, { ...anna, device: 'device-b' }).ok).toBe(false);
    expect(undo(database, anna).ok).toBe(true);
  });

  it('redo nothing after a new act', () => {
    const { database, label } = setup();
    label('verdict', 'good');
    undo(database, anna);
    label('rating', 3);
    expect(redo(database, anna).ok).toBe(false);
  });

  it('reach further back than one page of history', () => {
    const { database, label } = setup();
    database.pragma('synchronous = OFF');
    for (let i = 0; i < 130; i++) label('note', `note ${i}`);
    for (let i = 0; i < 130; i++) expect(undo(database, anna).ok).toBe(true);
    expect(undo(database, anna).ok).toBe(false);
    expect(count(database, 'labels')).toBe(0);
    for (let i = 0; i < 130; i++) expect(redo(database, anna).ok).toBe(true);
    expect(labelOf(database, 'note')).toBe('note 129');
  });

  it('pass over acts on interactions that are gone', () => {
    const { database, label, second } = setup();
    label('verdict', 'good');
    label('verdict', 'bad', anna, second);
    database.prepare('DELETE FROM interactions WHERE id = ?').run(second);
    expect(undo(database, anna)).toMatchObject({ value: { description: 'Verdict: Good → not set' } });
  });
});

describe('the journal', () => {
  it('cannot be changed or deleted', () => {
    const { database, label } = setup();
    label('verdict', 'good');
    expect(() => database.exec('DELETE FROM events')).toThrow('append-only');
    expect(() => database.exec(`UPDATE events SET payload = '{}'`)).toThrow('append-only');
  });

  it.each([
    ['a changed label', `UPDATE labels SET value = '"bad"'`, 'labels'],
    ['a label that is gone', 'DELETE FROM labels', 'labels'],
    ['a label nobody gave', `UPDATE labels SET event_id = NULL`, 'labels'],
    ['a changed edit', `UPDATE edits SET text = 'x'`, 'edits'],
    ['a wrong flag', 'UPDATE interactions SET labelled = 1 - labelled', 'flags'],
    ['a label moved to another question', `UPDATE labels SET question = 'note'`, 'labels'],
  ])('shows %s', (_, sql, rule) => {
    const { database, first, label } = setup();
    label('verdict', 'good');
    writeEdit(database, anna, { interactionId: first, text: 'Better' });
    expect(checkProject(database)).toMatchObject({ ok: true, problems: [] });
    database.exec(sql);
    expect(checkProject(database).problems.map((problem) => problem.rule)).toContain(rule);
  });
});
