import { describe, expect, it } from 'vitest';
import { negateClause } from '../../shared/domain/filter/negate-clause.ts';
import { parseClause } from '../../shared/domain/filter/parse-clause.ts';
import { addImportedSpan, addInteractions, newProject } from '../../tests/support/temp-project.ts';
import { type Database, prepare } from './database.ts';
import { filterToSql, type SqlFilter } from './filter-to-sql.ts';
import { countMatching, matchingSeqs, seqQuery } from './tables/item-query.ts';

function project(): Database {
  const { database } = newProject();
  const ids = addInteractions(database, 6);
  database.exec(
    `INSERT INTO failure_modes (id, name, created_at) VALUES ('m1', 'Too long', 0), ('m2', 'Cliche', 0)`,
  );
  const mark = (item: number, start: number, severity: string, failureMode?: string) =>
    addImportedSpan(database, ids[item] ?? '', 'Ana', {
      start,
      end: start + 2,
      severity,
      ...(failureMode === undefined ? {} : { failureMode }),
    });
  mark(0, 0, 'minor', 'm1');
  mark(0, 2, 'critical', 'm2');
  mark(1, 0, 'major', 'm1');
  mark(3, 0, 'major');
  return database;
}

function compile(database: Database, text: string, isNegated = false): SqlFilter {
  const clause = parseClause(text);
  if (!clause.ok) throw new Error(clause.error.message);
  const filter = filterToSql(database, [isNegated ? negateClause(clause.value) : clause.value]);
  if (!filter.ok) throw new Error(filter.error.message);
  return filter.value;
}

const asked: readonly (readonly [string, readonly number[]])[] = [
  ['span.failure_mode=too long', [1, 2]],
  ['span.failure_mode=m2', [1]],
  ['span.failure_mode~lich', [1]],
  ['span.failure_mode!=Too long', [3, 4, 5, 6]],
  ['span.failure_mode=unknown', []],
  ['span.failure_mode=', [3, 4, 5, 6]],
  ['span.failure_mode!=', [1, 2]],
  ['severity=major', [2, 4]],
  ['span.severity>=major', [1, 2, 4]],
  ['span.severity<major', [1]],
  ['severity>critical', []],
  ['severity!=', [1, 2, 4]],
  ['severity=', [3, 5, 6]],
];

describe('a filter by labels on parts of outputs', () => {
  it.each(asked)('finds of %s %j, and negated the others', (text, seqs) => {
    const database = project();
    const all = [1, 2, 3, 4, 5, 6];
    for (const [isNegated, wanted] of [
      [false, seqs],
      [true, all.filter((seq) => !seqs.includes(seq))],
    ] as const) {
      const filter = compile(database, text, isNegated);
      expect(matchingSeqs(database, filter, { after: 0, limit: 100 })).toEqual(wanted);
      expect(countMatching(database, filter)).toMatchObject({ total: wanted.length });
    }
  });

  it.each(['severity=bad', 'severity~maj', 'severity>', 'span.failure_mode>3', 'span.failure_mode~'])(
    'refuses %s',
    (text) => {
      expect(parseClause(text)).toMatchObject({ ok: false, error: { code: 'FILTER_INVALID' } });
    },
  );

  it.each([
    ['span.failure_mode=Cliche', 'span_labels_by_failure_mode (failure_mode=?'],
    ['span.failure_mode!=', 'span_labels_by_failure_mode'],
    ['severity>=major', 'span_labels_by_severity (severity=?'],
  ])('looks %s up by an index', (text, index) => {
    const database = project();
    const query = seqQuery(database, compile(database, text), { after: 0, limit: 100 });
    const plan = prepare(database, `EXPLAIN QUERY PLAN ${query.text}`).all(...query.parameters);
    const steps = plan.map((row) => String(Object(row).detail)).join('\n');
    expect(steps).toMatch(/span_labels_by_|sqlite_autoindex_span_labels_1|PRIMARY KEY/u);
    expect(steps).not.toMatch(/SCAN span_labels(?! USING COVERING INDEX span_labels_by_)/u);
    const set = compile(database, text).conditions[0]?.set;
    const setPlan = prepare(database, `EXPLAIN QUERY PLAN ${set?.text ?? ''}`).all(
      ...(set?.parameters ?? []),
    );
    expect(JSON.stringify(setPlan)).toContain(index);
  });
});
