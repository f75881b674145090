import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import type { Database } from '../../db/database.ts';
import { answeredQuestions, answeredQuestionsSql, answersSql } from '../../db/tables/agreement.ts';
import { cellItems } from './cell-items.ts';
import { type AgreementInput, measureAgreement } from './measure-agreement.ts';

/** Labels of one question: a column for each annotator, null where there is none. Returns the items' ids. */
function addLabels(
  database: Database,
  question: string,
  annotators: readonly string[],
  rows: readonly (readonly unknown[])[],
): string[] {
  const ids = addInteractions(database, rows.length);
  rows.forEach((row, item) => {
    row.forEach((value, rater) => {
      if (value !== null)
        addImportedLabel(database, ids[item] ?? '', annotators[rater] ?? '', question, value);
    });
  });
  return ids;
}

async function measure(database: Database, input: AgreementInput) {
  const measured = await measureAgreement(database, { draws: 200, ...input });
  if (!measured.ok) throw new Error(measured.error.message);
  return measured.value;
}

const verdicts = [
  ['good', 'good', 'good'],
  ['good', 'bad', null],
  ['bad', 'bad', 'bad'],
  ['needs_work', 'Bad', 'needs_work'],
  ['good', null, null],
  ['bad', 'bad', 'good'],
];
const names = ['Cy', 'Ann', 'Bo'];

describe('measureAgreement', () => {
  it('compares the labels of items that two annotators share', async () => {
    const { database } = newProject();
    addLabels(database, 'verdict', names, verdicts);
    const agreement = await measure(database, { question: 'verdict' });
    expect(agreement).toMatchObject({
      question: 'verdict',
      level: 'nominal',
      items: 5,
      labels: 14,
      labels_left_out: 0,
      raters: ['Ann', 'Bo', 'Cy'],
      fleiss_raters: 3,
      fleiss_items: 4,
      pairs_left_out: 0,
      spans: null,
      intervals: { confidence: 0.95, draws: 200, seed: 0 },
    });
    expect(agreement.percent).toBeCloseTo((100 * (1 + 0 + 1 + 1 / 3 + 1 / 3)) / 5, 9);
    expect(
      agreement.cohen.map(({ pair, items, percent, linear }) => ({ pair, items, percent, linear })),
    ).toEqual([
      { pair: ['Ann', 'Bo'], items: 4, percent: 50, linear: null },
      { pair: ['Ann', 'Cy'], items: 5, percent: 60, linear: null },
      { pair: ['Bo', 'Cy'], items: 4, percent: 75, linear: null },
    ]);
    for (const { value, low, high } of agreement.cohen) {
      expect(low).toBeLessThanOrEqual(value ?? 0);
      expect(high).toBeGreaterThanOrEqual(value ?? 0);
    }
    expect(agreement.confusion[1]).toEqual({
      pair: ['Ann', 'Cy'],
      cells: [
        { first: 'bad', second: 'bad', items: 2 },
        { first: 'good', second: 'good', items: 1 },
        { first: 'bad', second: 'good', items: 1 },
        { first: 'bad', second: 'needs_work', items: 1 },
      ],
      cells_left_out: 0,
    });
  });

  it('has no figures where nobody shares an item', async () => {
    const { database } = newProject();
    addLabels(database, 'verdict', names, [['good'], [null, 'bad']]);
    expect(await measure(database, { question: 'verdict' })).toMatchObject({
      items: 0,
      raters: [],
      percent: null,
      cohen: [],
      fleiss_kappa: null,
      krippendorff_alpha: null,
      intervals: { percent: null, fleiss_kappa: null, krippendorff_alpha: null },
    });
  });

  it('takes scales as ordinal, with weights, and leaves out what is not on the scale', async () => {
    const { database } = newProject();
    addLabels(database, 'rating', names, [
      [1, 2],
      [3, '3'],
      [5, 4],
      ['splendid', 4],
    ]);
    const agreement = await measure(database, { question: 'rating' });
    expect(agreement).toMatchObject({ level: 'ordinal', items: 3, labels_left_out: 1 });
    const [pair] = agreement.cohen;
    expect(pair?.quadratic?.value).toBeGreaterThan(pair?.linear?.value ?? 1);
    expect(pair?.linear?.value).toBeGreaterThan(pair?.value ?? 1);
    const nominal = await measure(database, { question: 'rating', level: 'nominal' });
    expect(nominal).toMatchObject({ level: 'nominal', items: 4, labels_left_out: 0 });
  });

  it('compares spans where all answers are spans', async () => {
    const { database } = newProject();
    addLabels(database, 'entities', names, [
      [['PERSON[0:4]', 'CITY[9:14]'], ['PERSON[0:4]']],
      [['CITY[2:6]'], ['CITY[3:6]']],
    ]);
    const agreement = await measure(database, { question: 'entities' });
    expect(agreement.spans).toEqual([{ pair: ['Ann', 'Cy'], exact: 0.4, overlapping: 0.8 }]);
  });

  it('keeps to the annotators and to the filter asked for', async () => {
    const { database } = newProject();
    const [first = ''] = addLabels(database, 'verdict', names, verdicts);
    addImportedLabel(database, first, 'Ann', 'rating', 5);
    const pair = await measure(database, { question: 'verdict', annotators: ['Bo', 'Cy'] });
    expect([pair.raters, pair.items]).toEqual([['Bo', 'Cy'], 4]);
    const filter = [{ field: 'label.rating', operator: '=', value: '5' }] as const;
    expect((await measure(database, { question: 'verdict', filter })).items).toBe(1);
  });

  it('says what cannot be measured', async () => {
    const { database } = newProject();
    addLabels(database, 'verdict', names, verdicts);
    const failure = async (input: AgreementInput) => {
      const measured = await measureAgreement(database, input);
      return measured.ok ? null : measured.error;
    };
    expect(await failure({ question: 'note' })).toMatchObject({ code: 'LABEL_INVALID' });
    expect((await failure({ question: 'tone' }))?.message).toContain('Questions with labels: verdict.');
    expect((await failure({ question: 'verdict', annotators: ['Ann', 'Zoe'] }))?.message).toContain(
      'There are: Ann, Bo, Cy.',
    );
    expect(
      await failure({ question: 'verdict', filter: [{ field: 'edited', operator: '=', value: 'perhaps' }] }),
    ).toMatchObject({ code: 'FILTER_INVALID' });
  });

  it('gives the same answer for the same seed', async () => {
    const { database } = newProject();
    addLabels(database, 'verdict', names, verdicts);
    const one = await measure(database, { question: 'verdict', seed: 4 });
    expect(await measure(database, { question: 'verdict', seed: 4 })).toEqual(one);
    expect((await measure(database, { question: 'verdict', draws: 0 })).intervals.percent).toBeNull();
  });

  it('lets others work meanwhile, and ends when nobody waits for it', async () => {
    const { database } = newProject();
    addLabels(database, 'verdict', names, verdicts);
    const stopping = new AbortController();
    const measuring = measureAgreement(database, { question: 'verdict', draws: 100_000 }, stopping.signal);
    for (let turn = 0; turn < 3; turn++) {
      const startedAt = performance.now();
      await setImmediate();
      expect(performance.now() - startedAt).toBeLessThan(50);
    }
    stopping.abort();
    expect(await measuring).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } });
  });
});

describe('cellItems', () => {
  it('finds the items behind a cell, page by page', async () => {
    const { database } = newProject();
    const ids = addLabels(database, 'verdict', names, [...verdicts, ['bad', 'bad', null]]);
    const cell = { question: 'verdict', pair: ['Cy', 'Ann'], first: 'bad', second: 'bad' } as const;
    expect(await cellItems(database, cell)).toMatchObject({
      ok: true,
      value: { items: [{ id: ids[2], output: 'Output 2' }, { id: ids[5] }, { id: ids[6] }], nextAfter: null },
    });
    expect(await cellItems(database, { ...cell, limit: 2 })).toMatchObject({
      value: { items: [{ id: ids[2] }, { id: ids[5] }], nextAfter: ids[5] },
    });
    expect(await cellItems(database, { ...cell, limit: 2, after: ids[5] })).toMatchObject({
      value: { items: [{ id: ids[6] }], nextAfter: null },
    });
    const other = { ...cell, first: 'needs_work' };
    expect(await cellItems(database, other)).toMatchObject({ value: { items: [{ id: ids[3] }] } });
  });

  it('agrees with the confusion matrix', async () => {
    const { database } = newProject();
    addLabels(database, 'verdict', names, verdicts);
    const { confusion } = await measure(database, { question: 'verdict' });
    const fewer = await measure(database, { question: 'verdict', cells: 6 });
    for (const { cells, cells_left_out: others } of fewer.confusion)
      expect([cells.length, others]).toEqual([2, 2]);
    expect(confusion.flatMap(({ cells }) => cells).length).toBeGreaterThan(5);
    for (const { pair, cells } of confusion) {
      for (const { first, second, items } of cells) {
        const page = await cellItems(database, { question: 'verdict', pair, first, second });
        expect(page.ok && page.value.items.length).toBe(items);
      }
    }
  });
});

describe('the labels of a question', () => {
  it('are read by interaction, and questions by index', () => {
    const { database } = newProject();
    addLabels(database, 'verdict', names, verdicts);
    addLabels(database, 'rating', names, [[1, 2]]);
    expect(answeredQuestions(database)).toEqual(['rating', 'verdict']);
    const planOf = (sql: string) =>
      database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...sql.matchAll(/\?/g).map(() => '[1]'))
        .map((row) => String(Object(row).detail));
    expect(planOf(answersSql)).toEqual([
      'SCAN page VIRTUAL TABLE INDEX 1:',
      'SEARCH l USING PRIMARY KEY (interaction_seq=?)',
    ]);
    expect(planOf(answeredQuestionsSql).join('\n')).not.toMatch(/SCAN labels/);
  });
});
