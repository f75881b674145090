import { describe, expect, it } from 'vitest';
import { negateClause } from '../../shared/domain/filter/negate-clause.ts';
import { parseClause } from '../../shared/domain/filter/parse-clause.ts';
import { addInteractions, newProject } from '../../tests/support/temp-project.ts';
import { addChange, addCluster, addMode, addRun } from '../../tests/support/failure-modes.ts';
import { type Database, prepare } from './database.ts';
import { filterToSql, type SqlFilter } from './filter-to-sql.ts';
import { countMatching, matchingSeqs, seqQuery } from './tables/item-query.ts';

/**
 * Interaction 1 has changes of two failure modes, 2 one of one of them, 3 a change of none, 4 no change. `m3` was merged
 * into `m2`. Interaction 2 was in another cluster in a run that waits for somebody's word.
 */
function project(): Database {
  const { database } = newProject();
  addInteractions(database, 4);
  const tooLong = addMode(database, 'm1', 'Too long');
  const cliche = addMode(database, 'm2', 'Cliche');
  addMode(database, 'm3', 'Worn out', { mergedInto: 'm2' });
  const current = addRun(database, 'current');
  const pending = addRun(database, 'pending');
  const hello = addCluster(database, current, 'c1', 'hello · hi');
  const bye = addCluster(database, pending, 'c2', 'bye');
  addChange(database, { interaction: 1, place: '0-1', mode: tooLong, clusters: { [current]: hello } });
  addChange(database, { interaction: 1, place: '2-3', mode: cliche, clusters: { [current]: null } });
  addChange(database, { interaction: 2, place: '0-1', mode: cliche, clusters: { [pending]: bye } });
  addChange(database, { interaction: 3, place: '0-1', mode: null, clusters: { [current]: hello } });
  return database;
}

function compile(database: Database, text: string, isNegated = false): SqlFilter {
  const clause = parseClause(text);
  if (!clause.ok) throw new Error(clause.error.message);
  const compiled = filterToSql(database, [isNegated ? negateClause(clause.value) : clause.value]);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

const asked: readonly (readonly [string, readonly number[]])[] = [
  ['mode=too LONG', [1]],
  ['mode=m2', [1, 2]],
  ['mode=Worn out', [1, 2]],
  ['mode~lich', [1, 2]],
  ['mode!=Too long', [2, 3, 4]],
  ['mode=unknown', []],
  ['mode=none', [3]],
  ['mode!=none', [1, 2, 4]],
  ['mode=', [3, 4]],
  ['mode!=', [1, 2]],
  ['cluster=c1', [1, 3]],
  ['cluster=Hello · hi', [1, 3]],
  ['cluster=c2', []],
  ['cluster=none', [2]],
  ['cluster!=', [1, 3]],
];

describe('a filter by the failure modes and clusters of changes', () => {
  it.each(asked)('finds of %s %j, and negated the others', (text, seqs) => {
    const database = project();
    const others = [1, 2, 3, 4].filter((seq) => !seqs.includes(seq));
    for (const [isNegated, wanted] of [
      [false, seqs],
      [true, others],
    ] as const) {
      const filter = compile(database, text, isNegated);
      expect(matchingSeqs(database, filter, { after: 0, limit: 100 })).toEqual(wanted);
      expect(countMatching(database, filter)).toMatchObject({ total: wanted.length });
    }
  });

  it('finds nothing in clusters before there is a run', () => {
    const { database } = newProject();
    addInteractions(database, 1);
    addChange(database, { interaction: 1, place: '0-1', mode: null, clusters: {} });
    expect(matchingSeqs(database, compile(database, 'cluster!='), { after: 0, limit: 9 })).toEqual([]);
    expect(matchingSeqs(database, compile(database, 'cluster=none'), { after: 0, limit: 9 })).toEqual([1]);
  });

  it.each(['mode>3', 'mode~', 'cluster<2', 'cluster~'])('refuses %s', (text) => {
    expect(parseClause(text)).toMatchObject({ ok: false, error: { code: 'FILTER_INVALID' } });
  });

  it.each([
    ['mode=Cliche', 'COVERING INDEX change_modes_by_mode (mode_seq=?'],
    ['mode!=', 'COVERING INDEX change_modes_by_mode'],
    ['mode=none', 'COVERING INDEX changes_by_interaction'],
    ['cluster=c1', 'COVERING INDEX change_clusters_by_cluster (run_seq=? AND cluster_seq=?'],
    ['cluster!=', 'COVERING INDEX change_clusters_by_cluster (run_seq=? AND cluster_seq>?'],
  ])('looks %s up by an index', (text, index) => {
    const database = project();
    const filter = compile(database, text);
    const set = filter.conditions[0]?.set;
    expect(planOf(database, set?.text ?? '', set?.parameters ?? [])).toContain(index);
    // Negated, no small set drives it: the test is asked of each row.
    const query = seqQuery(database, compile(database, text, true), { after: 0, limit: 100 });
    const plan = planOf(database, query.text, query.parameters);
    expect(plan).toContain('SEARCH c USING COVERING INDEX changes_by_interaction (interaction_seq=?)');
    expect(plan).not.toMatch(/SCAN (?:c|g|u|change_\w+)\b/u);
  });
});

function planOf(database: Database, sql: string, parameters: readonly unknown[]): string {
  const rows = prepare(database, `EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
  return rows.map((row) => String(Object(row).detail)).join('\n');
}
