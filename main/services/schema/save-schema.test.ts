import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import type { LabelValue, Question, SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { checkProject } from '../project/check-project.ts';
import { undo } from '../review/history.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { setLabel } from '../review/set-label.ts';
import { everyQuestion, schemaHistory, schemaUsage } from './read-schemas.ts';
import { saveSchema } from './save-schema.ts';

const anna = { annotator: 'anna', device: 'device-a', now: 1_700_000_000_000 };

const verdict: Question = {
  id: 'verdict',
  name: 'Verdict',
  kind: 'single_choice',
  options: [
    { id: 'good', name: 'Good' },
    { id: 'bad', name: 'Bad' },
  ],
};
const note: Question = { id: 'note', name: 'Note', kind: 'text' };

function draft(...questions: readonly Question[]): SchemaDraft {
  return { name: 'Test', questions: [...questions] };
}

function setup() {
  const project = newProject();
  const { database } = project;
  const [first = '', second = ''] = addInteractions(database, 2);
  const label = (question: string, value: LabelValue | null, interactionId = first) =>
    setLabel(database, anna, { interactionId, question, value });
  const save = (schema: SchemaDraft, basedOn = currentLabelSchema(database).version) =>
    saveSchema(database, anna, schema, basedOn);
  return { project, database, first, second, label, save };
}

function labels(database: Database): unknown[] {
  return database.prepare('SELECT * FROM labels ORDER BY interaction_seq, annotator_seq, question').all();
}

describe('saving a schema', () => {
  it('makes the next version, with who and when, and an event of it', () => {
    const { database, save } = setup();
    expect(save(draft(verdict, note))).toMatchObject({ ok: true, value: { version: 2, name: 'Test' } });
    expect(schemaHistory(database)).toMatchObject([
      { schema: { version: 2 }, savedBy: 'anna', savedAt: anna.now },
      { schema: { version: 1, name: 'Review' }, savedBy: null },
    ]);
    expect(database.prepare('SELECT type, fold_key FROM events').raw().all()).toEqual([
      ['schema.save', 'label_schema/2'],
    ]);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('writes nothing for the same questions, and refuses what was not made from the newest version', () => {
    const { database, save } = setup();
    save(draft(verdict));
    expect(save(draft(verdict))).toMatchObject({ ok: true, value: { version: 2 } });
    expect(save(draft(note), 1)).toMatchObject({ ok: false, error: { code: 'SCHEMA_INVALID' } });
    expect(schemaHistory(database)).toHaveLength(2);
  });

  it('refuses a schema that has something wrong with it', () => {
    const { database, save } = setup();
    const result = save(draft(verdict, { ...note, key: 'j' }));
    expect(result).toMatchObject({ ok: false, error: { code: 'SCHEMA_INVALID' } });
    expect(schemaHistory(database)).toHaveLength(1);
  });

  it('refuses another kind for a question with labels, also after it was not asked for a while', () => {
    const { save, label } = setup();
    label('rating', 3);
    save(draft(verdict));
    const again = save(draft(verdict, { ...note, id: 'rating', name: 'Rating' }));
    expect(again.ok ? '' : again.error.message).toContain('“Rating” has 1 label as scale');
  });

  it('keeps the labels of what is no longer asked, counts and names them', () => {
    const { database, label, save, second } = setup();
    label('verdict', 'needs_work');
    label('verdict', 'good', second);
    label('rating', 4);
    const before = labels(database);
    save(draft(verdict));
    expect(labels(database)).toEqual(before);
    expect(schemaUsage(database)).toEqual([
      { question: 'rating', labels: 1, answers: [{ value: 4, labels: 1 }] },
      {
        question: 'verdict',
        labels: 2,
        answers: [
          { value: 'good', labels: 1 },
          { value: 'needs_work', labels: 1 },
        ],
      },
    ]);
    const known = everyQuestion(database);
    expect(known.map(({ id }) => id)).toEqual(['verdict', 'failure_mode', 'rating', 'note']);
    expect(known[0]).toMatchObject({ options: [{ id: 'good' }, { id: 'bad' }, { name: 'Needs work' }] });
  });

  it('leaves undo as it was: it goes on over saved schemas and names what is no longer asked', () => {
    const { database, label, save } = setup();
    label('rating', 4);
    save(draft(verdict));
    expect(undo(database, anna)).toMatchObject({ value: { description: 'Rating: 4 → not set' } });
    expect(undo(database, anna).ok).toBe(false);
    expect(currentLabelSchema(database).version).toBe(2);
  });
});

describe('counts of answers', () => {
  it('count lists by their elements and tell yes from 1', () => {
    const { database, first, second, save } = setup();
    save(draft({ ...verdict, kind: 'multiple_choice' }, { id: 'kept', name: 'Kept', kind: 'yes_no' }, note));
    addImportedLabel(database, first, 'ben', 'verdict', ['good', 'bad']);
    addImportedLabel(database, second, 'ben', 'verdict', ['bad']);
    addImportedLabel(database, first, 'ben', 'kept', true);
    addImportedLabel(database, second, 'ben', 'note', 'A text that is nobody’s choice.');
    expect(schemaUsage(database)).toEqual([
      { question: 'kept', labels: 1, answers: [{ value: true, labels: 1 }] },
      { question: 'note', labels: 1, answers: [] },
      {
        question: 'verdict',
        labels: 2,
        answers: [
          { value: 'bad', labels: 2 },
          { value: 'good', labels: 1 },
        ],
      },
    ]);
  });
});

const question: fc.Arbitrary<Question> = fc.oneof(
  fc.constantFrom<Question>(verdict, note, { id: 'kept', name: 'Kept', kind: 'yes_no' }),
  fc
    .record({ min: fc.integer({ min: 0, max: 2 }), steps: fc.integer({ min: 0, max: 12 }) })
    .map(({ min, steps }): Question => ({
      id: 'rating',
      name: 'Rating',
      kind: 'scale',
      min,
      max: min + steps,
    })),
  fc.constantFrom('verdict', 'note', 'rating').map((id): Question => ({
    id,
    name: id,
    kind: 'multiple_choice',
    options: [
      { id: 'good', name: 'Good' },
      { id: 'other', name: 'Other' },
    ],
  })),
);

describe('changing the schema', () => {
  it('never changes, adds or loses a label, whatever it becomes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(question, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), (steps) => {
        const { project, database, first, second, label, save } = setup();
        database.pragma('synchronous = OFF');
        label('verdict', 'needs_work');
        label('rating', 5);
        label('note', 'A note');
        label('verdict', 'bad', second);
        label('failure_mode', 'Too long');
        addImportedLabel(database, first, 'ben', 'verdict', 'bad');
        addImportedLabel(database, second, 'ben', 'tone', ['warm']);
        const before = labels(database);
        for (const questions of steps) {
          save(draft(...questions));
          expect(labels(database)).toEqual(before);
          const known = new Set(everyQuestion(database).map(({ id }) => id));
          for (const id of ['verdict', 'rating', 'note', 'failure_mode']) expect(known).toContain(id);
        }
        const versions = schemaHistory(database);
        database.exec('DELETE FROM label_schemas WHERE version > 1');
        rebuildFolds(database);
        expect(labels(database)).toEqual(before);
        expect(schemaHistory(database)).toEqual(versions);
        expect(checkProject(database).problems).toEqual([]);
        project.close();
      }),
      { numRuns: 40 },
    );
  });
});
