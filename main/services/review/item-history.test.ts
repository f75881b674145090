import { describe, expect, it } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { getItem } from '../items/get-item.ts';
import { redo, undo } from './history.ts';
import { itemHistory, restore } from './item-history.ts';
import { setLabel } from './set-label.ts';
import { writeEdit } from './write-edit.ts';

const anna = { annotator: 'anna', device: 'device-a', now: 1_700_000_000_000 };
const ben = { ...anna, annotator: 'ben', device: 'device-b', now: 1_700_000_060_000 };

function setup() {
  const { database } = newProject();
  const [id = ''] = addInteractions(database, 1);
  const steps = () => {
    const history = itemHistory(database, id);
    if (!history.ok) throw new Error(history.error.message);
    return history.value;
  };
  const labels = () => {
    const item = getItem(database, id);
    return item.ok
      ? item.value.labels.map(({ annotator, question, value }) => [annotator, question, value])
      : [];
  };
  return { database, id, steps, labels };
}

describe('the history of an interaction', () => {
  it('tells who did what when, from what to what, and what was taken back', () => {
    const { database, id, steps } = setup();
    setLabel(database, anna, { interactionId: id, question: 'verdict', value: 'good' });
    setLabel(database, ben, { interactionId: id, question: 'verdict', value: 'bad' });
    setLabel(database, anna, { interactionId: id, question: 'verdict', value: 'bad' });
    undo(database, anna);
    writeEdit(database, ben, { interactionId: id, text: 'Better.' });
    writeEdit(database, ben, { interactionId: id, text: 'Best.' });
    const told = steps();
    expect(
      told.map(({ annotator, description, stands, isUndo }) => [annotator, description, stands, isUndo]),
    ).toEqual([
      ['anna', 'Verdict: not set → Good', true, false],
      ['ben', 'Verdict: not set → Bad', true, false],
      ['anna', 'Verdict: Good → Bad', false, false],
      ['anna', 'Verdict: Bad → Good', true, true],
      ['ben', 'Edit written', true, false],
      ['ben', 'Edit changed', true, false],
    ]);
    expect(told[0]).toMatchObject({ at: anna.now, device: 'device-a', what: 'label' });
    expect(told.at(-1)).toMatchObject({ what: 'edit', text: 'Best.', device: 'device-b' });
    redo(database, anna);
    expect(steps().at(-1)).toMatchObject({ description: 'Verdict: Good → Bad', isUndo: true });
  });

  it('begins at what an import said', () => {
    const { database, id, steps } = setup();
    addImportedLabel(database, id, 'anna', 'verdict', 'good');
    setLabel(database, anna, { interactionId: id, question: 'verdict', value: null });
    expect(steps().map(({ description }) => description)).toEqual(['Verdict: Good → not set']);
  });

  it('brings an earlier state back as an act of its own, also that of somebody else', () => {
    const { database, id, steps, labels } = setup();
    setLabel(database, anna, { interactionId: id, question: 'verdict', value: 'good' });
    setLabel(database, anna, { interactionId: id, question: 'verdict', value: 'bad' });
    writeEdit(database, anna, { interactionId: id, text: 'Hers.' });
    const [first, , edit] = steps();
    expect(restore(database, anna, { id, eventId: first?.eventId ?? '' }).ok).toBe(true);
    expect(restore(database, ben, { id, eventId: edit?.eventId ?? '' }).ok).toBe(true);
    expect(labels()).toEqual([['anna', 'verdict', 'good']]);
    expect(steps().at(-1)).toMatchObject({ annotator: 'ben', what: 'edit', text: 'Hers.' });
    undo(database, anna);
    expect(labels()).toEqual([['anna', 'verdict', 'bad']]);
  });

  it('says where there is nothing to tell or to bring back', () => {
    const { database, id, steps } = setup();
    expect(steps()).toEqual([]);
    const nobody = '01900000-0000-7000-8000-000000000009';
    expect(itemHistory(database, nobody)).toMatchObject({ ok: false, error: { code: 'ITEM_NOT_FOUND' } });
    expect(restore(database, anna, { id, eventId: nobody })).toMatchObject({ ok: false });
  });
});
