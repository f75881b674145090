import { describe, expect, it } from 'vitest';
import type { Facet } from '../../../shared/contract/search-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { parseQuery } from '../../../shared/domain/search/parse-query.ts';
import { addChange, addCluster, addRun } from '../../../tests/support/failure-modes.ts';
import {
  addImportedLabel,
  addImportedSpan,
  addInteractions,
  newProject,
} from '../../../tests/support/temp-project.ts';
import { importRows } from '../../../tests/support/test-import.ts';
import { type Database, prepare } from '../../db/database.ts';
import {
  annotatorsSql,
  changesSql,
  columnsSql,
  labelsSql,
  nearDuplicatesSql,
  signalsSql,
  spansSql,
} from '../../db/tables/facet-counts.ts';
import { evenOrder } from '../../db/tables/match-chunks.ts';
import { countItems } from '../items/list-items.ts';
import { countFacets } from './count-facets.ts';

async function project(): Promise<Database> {
  const opened = newProject();
  const { database } = opened;
  const rows = Array.from({ length: 60 }, (_, index) => ({
    input: index % 3 === 0 ? 'where is my refund' : 'hello there',
    output: `answer ${index}`,
    ...(index % 2 === 0 ? { edit: `better ${index}` } : {}),
    ...(index % 5 === 0 ? {} : { model: index % 4 === 0 ? 'small "one"' : 'large' }),
    ...(index % 6 === 0 ? {} : { prompt_version: `v${index % 3}` }),
    rating: (index % 5) + 1,
    action: index % 7 === 0 ? 'discarded' : 'accepted',
    ...(index % 4 === 0
      ? { verdict: index % 8 === 0 ? 'good' : 'bad', annotator: index % 3 === 0 ? 'Ana' : 'Bo' }
      : {}),
  }));
  await importRows(opened, rows.slice(0, 40), { name: 'first file' });
  await importRows(opened, rows.slice(40), { name: 'second' });
  database.exec(`INSERT INTO failure_modes (id, name, created_at) VALUES ('mode-1', 'Too long', 0);
    INSERT INTO near_duplicates (interaction_seq, group_seq) VALUES (1, 1), (2, 1), (3, 3)`);
  const [run, pending] = [addRun(database, 'current'), addRun(database, 'pending')];
  const cluster = addCluster(database, run, 'c1', 'long · short');
  const waiting = addCluster(database, pending, 'c2', 'other');
  for (let interaction = 1; interaction <= 30; interaction++) {
    const clusters = { [run]: interaction % 3 === 0 ? cluster : null, [pending]: waiting };
    const places = interaction % 4 === 0 ? ['0-1', '2-3'] : ['0-1'];
    for (const place of places)
      addChange(database, { interaction, place, mode: interaction % 2 === 0 ? 1 : null, clusters });
  }
  const ids = prepare(database, 'SELECT id FROM interactions ORDER BY seq').pluck().all().map(String);
  for (const [index, id] of ids.entries()) {
    if (index % 8 === 0)
      addImportedSpan(database, id, 'Bo', {
        start: 0,
        end: 3,
        severity: severityAt(index),
        failureMode: 'mode-1',
      });
    if (index % 9 === 0) addImportedLabel(database, id, 'Ana', 'failure_mode', 'mode-1');
    if (index % 10 === 0) addImportedLabel(database, id, 'Bo', 'failure_mode', 'mode-1');
    if (index % 10 === 1)
      addImportedLabel(database, id, 'Bo', 'topics', index % 4 === 1 ? ['a', 'b'] : ['b']);
    if (index % 10 === 2) addImportedLabel(database, id, 'Bo', 'polite', index % 4 === 0);
    if (index % 10 === 3) addImportedLabel(database, id, 'Bo', 'note', `words of ${index}`);
  }
  return database;
}

function severityAt(index: number): string {
  return index % 3 === 0 ? 'critical' : 'minor';
}

function filterOf(query: string): Filter {
  const filter = parseQuery(query);
  if (!filter.ok) throw new Error(filter.error.message);
  return filter.value;
}

async function facetsOf(database: Database, query: string, patience = 10_000): Promise<Facet[]> {
  const counted = await countFacets(database, { filter: filterOf(query), patience });
  if (!counted.ok) throw new Error(counted.error.message);
  return counted.value.facets;
}

describe('countFacets', () => {
  it.each([
    '',
    'refund',
    '-refund',
    'refun*',
    'model=large',
    'labelled:yes',
    'label.verdict=good edited:yes',
    'source="first file" rating>2',
    'model!=large rating=3 action=accepted',
    'failure_mode="too long"',
    'near_duplicate:yes',
    'labelled_by=Ana refund',
    'span.failure_mode="too long" severity>=major',
    'severity:minor edited:yes',
    'mode="too long" rating>2',
    'cluster:c1',
    '-cluster=none mode!=none',
    '-severity:minor refund',
    'nowhere',
    'model=unknown',
  ])('counts for %j what each value would find in its place', async (query) => {
    const database = await project();
    const filter = filterOf(query);
    let compared = 0;
    for (const { field, isAbout, values, more } of await facetsOf(database, query)) {
      expect([field, isAbout, more]).toEqual([field, false, 0]);
      const others = filter.filter((clause) => clause.field !== field);
      for (const { value, count } of values) {
        const total = countItems(database, { filter: [...others, { field, operator: '=', value }] });
        expect([field, value, count]).toEqual([field, value, total.ok ? total.value.total : total.error]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(8);
  });

  it('names what it counts, and leaves texts of their own out', async () => {
    const database = await project();
    expect((await facetsOf(database, '')).map(({ field }) => field).join(' ')).toBe(
      'labelled edited label.verdict label.failure_mode mode cluster span.failure_mode span.severity signal.action signal.rating labelled_by source model ' +
        'prompt_version near_duplicate label.polite label.topics',
    );
    const facets = await facetsOf(database, 'failure_mode="too long"');
    const by = Object.fromEntries(facets.map((facet) => [facet.field, facet]));
    expect(by['label.failure_mode']?.values).toEqual([
      { value: 'Too long', name: 'Too long', count: 12, isChosen: true },
    ]);
    expect(by['label.verdict']?.values.map(({ name }) => name)).toEqual(['Good', 'Needs work', 'Bad']);
    expect(by['signal.rating']?.values.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('estimates from an even part when patience ends', async () => {
    const { database } = newProject();
    addInteractions(database, 2);
    database.exec(`INSERT INTO prompt_versions (id, name) VALUES ('v1', 'v1');
      WITH RECURSIVE n (x) AS (SELECT 3 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)
      INSERT INTO interactions (seq, id, source_seq, content_hash, messages, output, meta, model)
      SELECT x, 'i' || x, 1, CAST(x AS BLOB), '[]', '', '{}', iif(x % 4, 'large', 'small') FROM n;
      INSERT INTO interactions_text (rowid, input) SELECT seq, iif(seq % 3, 'hello refund', 'hello') FROM interactions`);
    const model = (await facetsOf(database, '', 0)).find(({ field }) => field === 'model');
    expect(model?.isAbout).toBe(true);
    for (const { value, count } of model?.values.filter(({ value: name }) => name !== '') ?? [])
      expect([value, count]).toEqual([
        value,
        value === 'small' ? expect.closeTo(5000, -4) : expect.closeTo(15_000, -4),
      ]);
    expect(model?.values.length).toBeGreaterThan(1);
    const exact = (await facetsOf(database, '')).find(({ field }) => field === 'model');
    expect(exact?.values.map(({ count }) => count)).toEqual([14_998, 5000, 2]);
    for (const query of ['hello', '"hello refund"', 'hello -refund', 'refu*', '-refund']) {
      const edited = (await facetsOf(database, query)).find(({ field }) => field === 'edited');
      const all = countItems(database, { filter: filterOf(query) });
      expect([query, edited?.isAbout, edited?.values[1]?.count]).toEqual([
        query,
        false,
        all.ok && all.value.total,
      ]);
    }
  });

  it('stops between two steps when it is not wanted any more', async () => {
    const { database } = newProject();
    addInteractions(database, 2);
    const aborted = AbortSignal.abort(new Error('The query has changed.'));
    database.exec(`WITH RECURSIVE n (x) AS (SELECT 3 UNION ALL SELECT x + 1 FROM n WHERE x < 50000)
      INSERT INTO interactions (seq, id, source_seq, content_hash, messages, output, meta)
      SELECT x, 'i' || x, 1, CAST(x AS BLOB), '[]', '', '{}' FROM n`);
    await expect(countFacets(database, { signal: aborted, patience: 60_000 })).rejects.toThrow('has changed');
  });

  it('refuses what is no filter', async () => {
    const { database } = newProject();
    const filter: Filter = [{ field: 'labelled', operator: '<', value: 'yes' }];
    expect(await countFacets(database, { filter })).toMatchObject({ error: { code: 'FILTER_INVALID' } });
  });
});

describe('queries of facets', () => {
  it.each([
    ['columns', columnsSql, 'SEARCH i USING COVERING INDEX interactions_in_order (seq=?)'],
    ['signals', signalsSql, 'SEARCH s USING INDEX signals_by_interaction (interaction_seq=?)'],
    ['labels', labelsSql, 'SEARCH l USING PRIMARY KEY (interaction_seq=?)'],
    ['annotators', annotatorsSql, 'SEARCH l USING PRIMARY KEY (interaction_seq=?)'],
    ['spans', spansSql, 'SEARCH s USING PRIMARY KEY (interaction_seq=?)'],
    ['changes', changesSql, 'SEARCH c USING COVERING INDEX changes_by_interaction (interaction_seq=?)'],
    ['near-duplicates', nearDuplicatesSql, 'SEARCH n USING INTEGER PRIMARY KEY (rowid=?)'],
  ])('of %s look only at the interactions they are given', (_, sql, step) => {
    const { database } = newProject();
    const parameters = [...sql.matchAll(/\?/gu)].map(() => '[]');
    const plan = prepare(database, `EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map((row) => JSON.stringify(row));
    expect(plan.join('\n')).toContain(step);
    expect(plan.join('\n')).not.toMatch(/SCAN (i|s|l|n|c|m|g)\b/u);
  });
});

describe('evenOrder', () => {
  it.each([0, 1, 2, 3, 7, 8, 100])('goes through %i, each once, from the middle of what is left', (count) => {
    const order = [...evenOrder(count)];
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
  });

  it('spreads evenly from the start', () => {
    expect([...evenOrder(8)]).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
  });
});
