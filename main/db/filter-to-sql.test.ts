import { describe, expect, it } from 'vitest';
import { type Filter, filterOperators } from '../../shared/domain/filter/filter.ts';
import { negateClause } from '../../shared/domain/filter/negate-clause.ts';
import { parseClause } from '../../shared/domain/filter/parse-clause.ts';
import { importRows } from '../../tests/support/test-import.ts';
import { addInteractions, newProject } from '../../tests/support/temp-project.ts';
import { type Database, prepare } from './database.ts';
import { filterToSql, type SqlFilter } from './filter-to-sql.ts';
import type { Sql } from './sql.ts';
import { countMatching, matchingSeqs, seqQuery, wholeQuery } from './tables/item-query.ts';

async function project(): Promise<Database> {
  const opened = newProject();
  await importRows(
    opened,
    [
      {
        input: 'where is my refund',
        output: 'on its way',
        rating: 1,
        action: 'accepted',
        session: 's1',
        user: 'u1',
        model: 'small',
        time: '2026-01-01T00:00:00Z',
        verdict: 'good',
        annotator: 'Ana',
        prompt_version: 'v1',
      },
      {
        input: 'a refund, please',
        output: 'no',
        edit: 'of course',
        rating: 4,
        action: 'rejected',
        session: 's1',
        model: 'large',
        time: '2026-01-01T23:00:00Z',
        verdict: ['a', 'b'],
        annotator: 'Bo',
        prompt_version: 'v2',
      },
      {
        input: 'hello',
        output: 'hi',
        rating: 5,
        session: '100%',
        time: '2026-01-02T00:00:00Z',
        verdict: 4,
        annotator: 'Ana',
      },
      { input: 'bye', output: 'See you, "Ana"; DROP TABLE interactions' },
    ],
    { name: 'first' },
  );
  await importRows(opened, [{ input: 'second file', output: 'yes', edit: 'yes!' }], { name: 'second' });
  return opened.database;
}

function compile(database: Database, clauses: readonly string[]): SqlFilter {
  const filter = clauses.map((text) => {
    const clause = parseClause(text);
    if (!clause.ok) throw new Error(clause.error.message);
    return clause.value;
  });
  const compiled = filterToSql(database, filter);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

describe('filterToSql', () => {
  it('finds what each clause asks for, in lists and in counts', async () => {
    const database = await project();
    const cases: readonly [string, readonly number[]][] = [
      ['', [1, 2, 3, 4, 5]],
      ['source=first', [1, 2, 3, 4]],
      ['source!=first', [5]],
      ['source=nobody', []],
      ['labelled=yes', [1, 2, 3]],
      ['labelled=no & edited=yes', [5]],
      ['edited=yes', [2, 5]],
      ['edited=yes & edited=no', []],
      ['source=first & source=second', []],
      ['labelled_by=Ana', [1, 3]],
      ['labelled_by!=Ana', [2, 4, 5]],
      ['labelled_by=Nobody', []],
      ['model=small', [1]],
      ['model!=small', [2, 3, 4, 5]],
      ['model=', [3, 4, 5]],
      ['model!=', [1, 2]],
      ['model~ARG', [2]],
      ['session~%', [3]],
      ['session=s1', [1, 2]],
      ['user=u1', [1]],
      ['prompt_version=v2', [2]],
      ['prompt_version=', [3, 4, 5]],
      ['prompt_version!=v2', [1, 3, 4, 5]],
      ['created_at>=2026-01-02', [3]],
      ['created_at=2026-01-01', [1, 2]],
      ['created_at<=2026-01-01', [1, 2]],
      ['created_at>2026-01-01', [3]],
      ['created_at<2026-01-01T23:00:00Z', [1]],
      ['created_at=', [4, 5]],
      ['label.verdict=good', [1]],
      ['label.verdict=b', [2]],
      ['label.verdict=4', [3]],
      ['label.verdict>=4', [3]],
      ['label.verdict!=good', [2, 3, 4, 5]],
      ['label.verdict=', [4, 5]],
      ['label.verdict~OO', [1]],
      ['label.verdict@Ana=good', [1]],
      ['label.verdict@Bo=good', []],
      ['label.verdict@Ana>=4', [3]],
      ['label.verdict@Ana=', [2, 4, 5]],
      ['label.verdict@Ana!=', [1, 3]],
      ['label.verdict@Nobody!=good', [1, 2, 3, 4, 5]],
      ['label.verdict@Bo=b', [2]],
      ['signal.rating<=2', [1]],
      ['rating>3', [2, 3]],
      ['rating=4', [2]],
      ['rating=', [4, 5]],
      ['action=rejected', [2]],
      ['action=discarded', [2]],
      ['action!=accepted', [2, 3, 4, 5]],
      ['text~refund', [1, 2]],
      ['text~refu', [1, 2]],
      ['text~refund & rating>1', [2]],
      ['text~refund & text~please', [2]],
      ['text~course', [2]],
      ['text~"my refund"', [1]],
      ['text~!!!', []],
      ['rating>1 & edited=yes & source=first', [2]],
      ['input~refund', [1, 2]],
      ['input~where', [1]],
      ['output~refund', []],
      ['output~way', [1]],
      ['edit~course', [2]],
      ['output~course', []],
      ['input~refund & edit~course', [2]],
      ['text~"refu"*', [1, 2]],
      ['text~"refu"', []],
      ['text~refu* please', [2]],
      ['-text~refund', [3, 4, 5]],
      ['-input~please & -text~hello', [1, 4, 5]],
      ['text~refund & -input~please', [1]],
      ['text~refund & -input~please & -text~"on its way"', []],
      ['-text~refund & edited=yes', [5]],
      ['-text~refund & rating>1', [3]],
      ['-text~!!!', [1, 2, 3, 4, 5]],
      ['-labelled=no', [1, 2, 3]],
      ['-edited=yes', [1, 3, 4]],
      ['-source=first', [5]],
      ['-model~ARG', [1, 3, 4, 5]],
      ['-rating<=2', [2, 3, 4, 5]],
      ['-created_at>=2026-01-02', [1, 2, 4, 5]],
      ['-labelled_by=Ana', [2, 4, 5]],
      ['-label.verdict~OO', [2, 3, 4, 5]],
      ['-near_duplicate=yes', [1, 2, 3, 4, 5]],
      ['-near_duplicate_of=nobody', [1, 2, 3, 4, 5]],
    ];
    for (const [text, seqs] of cases) {
      const filter = compile(database, text === '' ? [] : text.split(' & '));
      expect([text, matchingSeqs(database, filter, { after: 0, limit: 10 })]).toEqual([text, seqs]);
      expect([text, matchingSeqs(database, filter, { before: 99, limit: 10 })]).toEqual([text, seqs]);
      expect([text, countMatching(database, filter).total]).toEqual([text, seqs.length]);
      const [first] = seqs;
      if (first !== undefined) {
        expect(matchingSeqs(database, filter, { after: first, limit: 10 })).toEqual(seqs.slice(1));
      }
    }
  });

  it('takes every value as a value, never as SQL', async () => {
    const database = await project();
    const nasty = [
      `'; DROP TABLE interactions; --`,
      `" OR "1"="1`,
      `') OR 1=1 --`,
      '%',
      '_',
      '\\',
      '\0',
      '?',
      'NULL',
    ];
    const fields = [
      'source',
      'model',
      'session',
      'user',
      'external_id',
      'prompt_version',
      'labelled_by',
      'text',
      'edit',
    ] as const;
    for (const value of nasty) {
      const named = [`label.${value}`, `signal.${value}`] as const;
      for (const field of [...fields, ...named, 'label.verdict', 'signal.action'] as const) {
        for (const operator of filterOperators) {
          const compiled = filterToSql(database, [{ field, operator, value }]);
          if (!compiled.ok) continue;
          matchingSeqs(database, compiled.value, { after: 0, limit: 10 });
          countMatching(database, compiled.value);
        }
      }
    }
    expect(countMatching(database, compile(database, [])).total).toBe(5);
  });

  it('finds, negated, exactly what a clause does not find', async () => {
    const database = await project();
    const count = (filter: Filter) => {
      const compiled = filterToSql(database, filter);
      return compiled.ok ? countMatching(database, compiled.value).total : null;
    };
    const fields = [
      ...(['source', 'model', 'session', 'labelled', 'edited', 'labelled_by', 'created_at'] as const),
      ...(['near_duplicate', 'near_duplicate_of', 'text', 'input', 'output', 'edit'] as const),
      ...([
        'label.verdict',
        'label.verdict@Ana',
        'signal.rating',
        'signal.action',
        'prompt_version',
      ] as const),
    ];
    let compared = 0;
    for (const field of fields)
      for (const operator of filterOperators)
        for (const value of [
          '',
          'yes',
          'first',
          'small',
          's1',
          'good',
          '4',
          'accepted',
          '2026-01-01',
          'refund',
        ]) {
          const found = count([{ field, operator, value }]);
          if (found === null) continue;
          compared += 1;
          const clause = [field, operator, value];
          expect([clause, count([{ field, operator, value, not: true }])]).toEqual([clause, 5 - found]);
          expect([clause, count([negateClause({ field, operator, value })])]).toEqual([clause, 5 - found]);
        }
    expect(compared).toBeGreaterThan(150);
  });

  it('refuses clauses that make no sense with FILTER_INVALID', () => {
    const { database } = newProject();
    expect(filterToSql(database, [{ field: 'labelled', operator: '<', value: 'yes' }])).toMatchObject({
      error: { code: 'FILTER_INVALID' },
    });
  });
});

describe('query plans', () => {
  it.each([
    'labelled=no',
    'edited=yes',
    'labelled=no & edited=yes',
    'source=first',
    'source=first & labelled=yes',
  ])('a page of %s comes in order from ranges of a narrow index, without sorting', async (text) => {
    const database = await project();
    const plan = planOf(
      database,
      seqQuery(database, compile(database, text.split(' & ')), { after: 0, limit: 100 }),
    );
    expect(plan).toMatch(/USING COVERING INDEX interactions_by_(labelled|source)/u);
    expect(plan).not.toMatch(/TEMP B-TREE|SCAN i /u);
  });

  it.each(['', 'labelled=no', 'source=first & edited=yes'])(
    'a count of %j reads a covering index only',
    async (text) => {
      const database = await project();
      const filter = compile(database, text === '' ? [] : text.split(' & '));
      const plan = planOf(database, wholeQuery(database, filter, 'count(*), total(i.edited)', []));
      expect(plan).toContain('COVERING INDEX');
    },
  );

  it.each([
    ['model=small', 'interactions_by_model'],
    ['session=s1', 'interactions_by_session'],
    ['user=u1', 'interactions_by_user'],
    ['external_id=x', 'interactions_by_external_id'],
    ['prompt_version=v1', 'interactions_by_prompt_version'],
    ['created_at>=2026-01-01', 'interactions_by_time'],
    ['label.verdict=good', 'labels_by_answer'],
    ['label.verdict@Ana=good', 'labels_by_answer'],
    ['labelled_by=Ana', 'labels_by_annotator'],
    ['rating<=2', 'signals_by_name'],
    ['action=accepted', 'signals_by_name'],
  ])('%s starts at %s', async (text, index) => {
    const database = await project();
    const plan = planOf(database, seqQuery(database, compile(database, [text]), { after: 0, limit: 100 }));
    expect(plan).toContain(index);
    // Only what the index yielded is looked at, and never the table in its own order.
    expect(plan).toMatch(
      /SEARCH i USING (INTEGER PRIMARY KEY \(rowid=\?\)|COVERING INDEX interactions_in_order \(seq=\?\))/u,
    );
    expect(plan).not.toMatch(/SCAN (i|interactions|labels|signals)/u);
  });
});

describe('query plans over many interactions', () => {
  it('test the narrow copy, or what belongs to one interaction, in order', () => {
    const { database } = newProject();
    const rows = 20_001;
    addInteractions(database, 1);
    database.exec(`INSERT INTO prompt_versions (id, name) VALUES ('v1', 'v1');
      DELETE FROM interactions;
      WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ${rows})
      INSERT INTO interactions (id, source_seq, content_hash, messages, output, meta, model, created_at, prompt_version_seq)
      SELECT 'i' || x, 1, CAST(x AS BLOB), '[]', '', '{}', 'small', 1800000000000, 1 FROM n;
      INSERT INTO signals (interaction_seq, source_seq, kind, name, number)
      SELECT seq, 1, 'explicit', 'rating', 1 FROM interactions`);
    const pagePlan = (text: string) =>
      planOf(database, seqQuery(database, compile(database, text.split(' & ')), { after: 5, limit: 100 }));
    for (const text of [
      'created_at>=2026-01-02',
      'model=small',
      '-prompt_version=v1',
      'created_at>=2026-01-02 & labelled=no',
    ]) {
      const filter = compile(database, text.split(' & '));
      expect(pagePlan(text)).toContain('SEARCH i USING COVERING INDEX interactions_in_order (seq>?)');
      expect(pagePlan(text)).not.toMatch(/TEMP B-TREE/u);
      const count = planOf(database, wholeQuery(database, filter, 'count(*), total(i.edited)', []));
      expect(count).toContain('SCAN i USING COVERING INDEX interactions_in_order');
      const total = text.startsWith('-') ? 0 : rows;
      expect([text, countMatching(database, filter).total]).toEqual([text, total]);
      expect(matchingSeqs(database, filter, { after: rows - 1, limit: 5 })).toHaveLength(Math.min(1, total));
    }
    for (const text of ['rating<=2', 'text~refund & rating<=2', '-label.verdict>=2']) {
      expect(pagePlan(text)).toMatch(/(signals_by_interaction|PRIMARY KEY) \(interaction_seq=\?\)/u);
      expect(pagePlan(text)).not.toMatch(/TEMP B-TREE/u);
    }
  });
});

function planOf(database: Database, { text, parameters }: Sql): string {
  return prepare(database, `EXPLAIN QUERY PLAN ${text}`)
    .all(...parameters)
    .map((row) => JSON.stringify(row))
    .join('\n');
}
