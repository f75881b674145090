import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { countWrongDisagreements } from '../../db/tables/disagreements.ts';
import { undoImport } from '../imports/undo-import.ts';
import { getItem } from '../items/get-item.ts';
import { listItems } from '../items/list-items.ts';
import { checkProject } from '../project/check-project.ts';
import { redo, undo } from './history.ts';
import { itemHistory, restore } from './item-history.ts';
import { disputedQuestions, listDisagreements } from './list-disagreements.ts';
import { rebuildFolds } from './rebuild-folds.ts';
import { setLabel } from './set-label.ts';
import { setResolution } from './set-resolution.ts';

const anna = { annotator: 'anna', device: 'device-a', now: 1_700_000_000_000 };
const people = [anna, { ...anna, annotator: 'ben' }, { ...anna, annotator: 'cleo' }];
const lead = { ...anna, annotator: 'lead' };

function setup(count = 3) {
  const { database } = newProject();
  database.pragma('synchronous = OFF');
  const ids = addInteractions(database, count);
  /** The answers of anna, ben and cleo, in this order. */
  const answer = (item: number, question: string, ...values: readonly (LabelValue | null)[]) => {
    for (const [at, value] of values.entries()) {
      const actor = people[at] ?? anna;
      expect(setLabel(database, actor, { interactionId: ids[item] ?? '', question, value })).toMatchObject({
        ok: true,
      });
    }
  };
  const resolve = (item: number, question: string, value: LabelValue | null, note?: string) =>
    setResolution(database, lead, { interactionId: ids[item] ?? '', question, value, note });
  const open = (question: string) =>
    listDisagreements(database, { question }).items.map(({ id }) => ids.indexOf(id));
  const resolutions = (item: number) => {
    const found = getItem(database, ids[item] ?? '');
    return found.ok ? found.value.resolutions : [];
  };
  return { database, ids, answer, resolve, open, resolutions };
}

describe('a resolution', () => {
  it('says what the team says and leaves the labels as they are', () => {
    const { database, ids, answer, resolve, resolutions } = setup();
    answer(0, 'verdict', 'good', 'bad');
    const labels = database.prepare('SELECT * FROM labels').all();
    expect(resolve(0, 'verdict', 'Needs work', ' Not polite. ')).toMatchObject({ ok: true });
    expect(resolutions(0)).toEqual([
      { question: 'verdict', value: 'needs_work', note: 'Not polite.', annotator: 'lead', at: lead.now },
    ]);
    expect(database.prepare('SELECT * FROM labels').all()).toEqual(labels);
    const events = () => database.prepare('SELECT count(*) FROM events').pluck().get();
    const before = events();
    resolve(0, 'verdict', 'needs_work', 'Not polite.');
    expect(events()).toBe(before);
    resolve(0, 'verdict', null);
    expect(resolutions(0)).toEqual([]);
    expect(
      setResolution(database, lead, { interactionId: ids[0] ?? '', question: 'verdict', value: 'x' }),
    ).toMatchObject({ error: { code: 'LABEL_INVALID', message: expect.stringContaining('one of good') } });
  });

  it('is undone and redone by who made it, and told in the history', () => {
    const { database, ids, answer, resolve, resolutions } = setup();
    answer(0, 'verdict', 'good', 'bad');
    resolve(0, 'verdict', 'good');
    resolve(0, 'verdict', 'bad', 'After all.');
    expect(undo(database, people[1] ?? anna)).toMatchObject({
      value: { description: 'Verdict: Bad → not set' },
    });
    expect(undo(database, lead)).toMatchObject({
      value: { description: 'Resolution of Verdict: Bad → Good' },
    });
    expect(resolutions(0)).toMatchObject([{ value: 'good', note: null }]);
    expect(redo(database, lead)).toMatchObject({ ok: true });
    expect(resolutions(0)).toMatchObject([{ value: 'bad', note: 'After all.' }]);
    const history = itemHistory(database, ids[0] ?? '');
    if (!history.ok) throw new Error(history.error.message);
    const told = history.value.filter(({ what }) => what === 'resolution');
    expect(told.map(({ description, text }) => [description, text])).toEqual([
      ['Resolution of Verdict: not set → Good', null],
      ['Resolution of Verdict: Good → Bad', 'After all.'],
      ['Resolution of Verdict: Bad → Good', null],
      ['Resolution of Verdict: Good → Bad', 'After all.'],
    ]);
    restore(database, lead, { id: ids[0] ?? '', eventId: told[0]?.eventId ?? '' });
    expect(resolutions(0)).toMatchObject([{ value: 'good' }]);
  });

  it('of a question that the schema does not have takes an answer that somebody gave', () => {
    const { database, ids, resolve, resolutions } = setup();
    addImportedLabel(database, ids[0] ?? '', 'r1', 'winner', 1);
    addImportedLabel(database, ids[0] ?? '', 'r2', 'winner', 2);
    expect(resolve(0, 'winner', '2')).toMatchObject({ ok: true });
    expect(resolutions(0)).toMatchObject([{ question: 'winner', value: 2 }]);
    expect(resolve(0, 'winner', 3)).toMatchObject({
      error: { message: expect.stringContaining('somebody gave: 1, 2.') },
    });
    expect(resolve(0, 'colour', 'red')).toMatchObject({ error: { code: 'LABEL_INVALID' } });
  });
});

describe('taking an import back', () => {
  it('asks first where somebody resolved something, and then takes that away too', async () => {
    const { database, ids, resolve } = setup();
    addImportedLabel(database, ids[0] ?? '', 'r1', 'verdict', 'good');
    addImportedLabel(database, ids[0] ?? '', 'r2', 'verdict', 'bad');
    resolve(0, 'verdict', 'bad');
    const sourceId = String(database.prepare('SELECT id FROM sources').pluck().get());
    expect(await undoImport(database, { sourceId })).toMatchObject({ error: { code: 'SOURCE_HAS_LABELS' } });
    expect(await undoImport(database, { sourceId, force: true })).toMatchObject({ ok: true });
    for (const table of ['labels', 'resolutions', 'disagreements'])
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    const rules = checkProject(database).problems.map(({ rule }) => rule);
    expect(rules).not.toContain('resolutions');
    expect(rules).not.toContain('disagreements');
  });
});

describe('the disagreements on a question', () => {
  it('are those without a resolution, the most disagreement first', () => {
    const { answer, resolve, open, database } = setup(6);
    answer(0, 'verdict', 'good', 'good', 'bad');
    answer(1, 'verdict', 'good', 'good', 'good');
    answer(2, 'verdict', 'good', 'needs_work', 'bad');
    answer(3, 'verdict', 'good');
    answer(4, 'rating', 3, 4);
    answer(5, 'rating', 1, 5, 5);
    answer(5, 'note', 'One', 'Two');
    expect(open('verdict')).toEqual([2, 0]);
    expect(open('rating')).toEqual([5, 4]);
    expect(listDisagreements(database, { question: 'rating' }).items).toMatchObject([
      { distance: 4, share: expect.closeTo(2 / 3) },
      { distance: 1, share: 1 },
    ]);
    resolve(2, 'verdict', 'bad');
    resolve(1, 'verdict', 'bad');
    expect(open('verdict')).toEqual([0]);
    expect(disputedQuestions(database)).toEqual([
      { question: 'verdict', total: 2, resolved: 1, isMore: false },
      { question: 'rating', total: 2, resolved: 0, isMore: false },
    ]);
    answer(0, 'verdict', 'bad', 'bad');
    expect(open('verdict')).toEqual([]);
    expect(disputedQuestions(database)).toMatchObject([{ question: 'verdict', total: 1, resolved: 1 }, {}]);
    undo(database, lead);
    undo(database, lead);
    expect(open('verdict')).toEqual([2]);
  });

  it('are found by filters, and what is resolved', () => {
    const { ids, answer, resolve, database } = setup(4);
    answer(0, 'verdict', 'good', 'bad');
    answer(1, 'rating', 1, 2);
    answer(2, 'verdict', 'bad', 'bad');
    resolve(0, 'verdict', 'bad');
    resolve(2, 'verdict', 'good');
    const found = (...filter: readonly string[]) => {
      const clauses = filter.map((text) => {
        const clause = parseClause(text);
        if (!clause.ok) throw new Error(clause.error.message);
        return clause.value;
      });
      const page = listItems(database, { filter: clauses });
      return page.ok ? page.value.items.map(({ id }) => ids.indexOf(id)) : null;
    };
    expect(found('disagreement=verdict')).toEqual([0]);
    expect(found('disagreement!=verdict')).toEqual([1, 2, 3]);
    expect(found('disagreement!=')).toEqual([0, 1]);
    expect(found('disagreement=')).toEqual([2, 3]);
    expect(found('resolved=verdict')).toEqual([0, 2]);
    expect(found('resolved=rating')).toEqual([]);
    expect(found('disagreement!=', '-resolved=verdict')).toEqual([1]);
    expect(parseClause('resolved~verdict')).toMatchObject({ error: { code: 'FILTER_INVALID' } });
  });

  it('come in pages that neither repeat nor leave out any while they are resolved', () => {
    const { database, ids, answer, resolve, open } = setup(25);
    for (const item of ids.keys()) answer(item, 'rating', 1 + (item % 3), 5, item % 2 === 0 ? 5 : null);
    const all = open('rating');
    const seen: number[] = [];
    for (let after: string | undefined; ;) {
      const page = listDisagreements(database, { question: 'rating', limit: 4, after });
      for (const { id } of page.items) {
        seen.push(ids.indexOf(id));
        resolve(ids.indexOf(id), 'rating', 5);
      }
      if (page.nextAfter === null) break;
      after = page.nextAfter;
    }
    expect(seen).toEqual(all);
    expect(seen).toHaveLength(25);
    expect(open('rating')).toEqual([]);
  });

  it('stay true whatever people and imports do', () => {
    const act = fc.record({
      kind: fc.constantFrom('label', 'label', 'label', 'resolve', 'undo', 'redo'),
      person: fc.constantFrom(...people),
      item: fc.integer({ min: 0, max: 1 }),
      value: fc.constantFrom<LabelValue | null>(1, 2, 5, null),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 30 }), (acts) => {
        const project = newProject();
        const { database } = project;
        database.pragma('synchronous = OFF');
        const ids = addInteractions(database, 2);
        addImportedLabel(database, ids[0] ?? '', 'r1', 'rating', 1);
        addImportedLabel(database, ids[0] ?? '', 'r2', 'rating', 4);
        let { now } = anna;
        for (const { kind, person, item, value } of acts) {
          now += value === 1 ? -5000 : 1000;
          const actor = { ...person, now };
          const given = { interactionId: ids[item] ?? '', question: 'rating', value };
          if (kind === 'label') setLabel(database, actor, given);
          else if (kind === 'resolve') setResolution(database, actor, given);
          else (kind === 'undo' ? undo : redo)(database, actor);
        }
        expect(countWrongDisagreements(database)).toBe(0);
        const tables = () =>
          ['labels', 'resolutions', 'disagreements'].map((table) =>
            database.prepare(`SELECT * FROM ${table}`).all(),
          );
        const incremental = tables();
        rebuildFolds(database);
        expect(tables()).toEqual(incremental);
        expect(checkProject(database).problems).toEqual([]);
        database.prepare('DELETE FROM interactions').run();
        expect(tables()).toEqual([[], [], []]);
        project.close();
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['a changed resolution', `UPDATE resolutions SET value = '"good"'`, 'resolutions'],
    ['a resolution that is gone', 'DELETE FROM resolutions', 'resolutions'],
    ['a disagreement that is gone', 'DELETE FROM disagreements', 'disagreements'],
    ['a wrong order', 'UPDATE disagreements SET agreement = 0.5', 'disagreements'],
  ])('are checked: %s', (_, sql, rule) => {
    const { database, answer, resolve } = setup();
    answer(0, 'verdict', 'good', 'bad');
    resolve(0, 'verdict', 'bad');
    expect(checkProject(database).problems).toEqual([]);
    database.exec(sql);
    expect(checkProject(database).problems.map((problem) => problem.rule)).toContain(rule);
  });
});
