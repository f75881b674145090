import type { Database } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';
import type { SetCondition, SqlFilter } from '../filter-to-sql.ts';
import { joinSql, type Sql, sql } from '../sql.ts';

/**
 * Which interactions match a filter, in import order, reading narrow indexes only where that is possible: rows are
 * a thousand times wider than index entries. Three ways, by what the filter offers:
 * - a text query, or a condition that few interactions meet, drives and the rest is checked on what it yields;
 * - conditions that many meet are checked along the narrow copy of all interactions in order;
 * - otherwise the ranges of one index for each (source, labelled, edited) are merged in seq order, so that a page
 *   costs a page, however many interactions match.
 */
export interface SeqRange {
  readonly after?: number;
  readonly before?: number;
  readonly limit: number;
}

/** Up to `limit` matching seqs, ascending: the nearest ones after `after` or before `before`, or the first ones. */
export function matchingSeqs(database: Database, filter: SqlFilter, range: SeqRange): number[] {
  if (filter.impossible) return [];
  const { text, parameters } = seqQuery(database, filter, range);
  const seqs = valuesOf<number>(database, text).all(...parameters);
  return range.before === undefined ? seqs : seqs.toReversed();
}

/**
 * Matching seqs behind `after` up to `through`, ascending. The full-text index does not stop at the end of a range, so
 * the reader does.
 */
export function seqsThrough(database: Database, filter: SqlFilter, after: number, through: number): number[] {
  const { text, parameters } = seqQuery(database, filter, { after, limit: through - after });
  const seqs: number[] = [];
  for (const seq of valuesOf<number>(database, text).iterate(...parameters)) {
    if (seq > through) break;
    seqs.push(seq);
  }
  return seqs;
}

/** The query behind `matchingSeqs`; its result is descending where the range has `before`. */
export function seqQuery(database: Database, filter: SqlFilter, range: SeqRange): Sql {
  const order = sql(`ORDER BY seq ${range.before === undefined ? 'ASC' : 'DESC'} LIMIT ?`, range.limit);
  const driver = findDriver(database, filter);
  if (driver !== null) {
    const driven = drivenSelect(`${driver.seq} AS seq`, filter, driver, rangeOf(range, driver.seq));
    return joinSql([driven, order], ' ');
  }
  const branches = branchesOf(database, filter).map((branch) =>
    select('i.seq AS seq', sql(branch.from), [
      ...branch.conditions,
      ...rangeOf(range, 'i.seq'),
      ...testsOf(filter.conditions),
    ]),
  );
  return joinSql([joinSql(branches, ' UNION ALL '), order], ' ');
}

export interface ItemCounts {
  readonly total: number;
  readonly labelled: number;
  readonly edited: number;
}

const none: ItemCounts = { total: 0, labelled: 0, edited: 0 };

export function countMatching(database: Database, filter: SqlFilter): ItemCounts {
  if (filter.impossible) return none;
  const columns = 'count(*) AS total, total(i.labelled) AS labelled, total(i.edited) AS edited';
  const { text, parameters } = wholeQuery(database, filter, columns, []);
  return rowsOf<ItemCounts>(database, text).get(...parameters) ?? none;
}

/** How many matching interactions this annotator has labelled. */
export function countLabelledBy(database: Database, filter: SqlFilter, annotatorSeq: number): number {
  if (filter.impossible) return 0;
  const set = sql('SELECT interaction_seq AS seq FROM labels WHERE annotator_seq = ?', annotatorSeq);
  const by: SetCondition = { set, test: sql(`i.seq IN (${set.text})`, annotatorSeq), negated: false };
  const { text, parameters } = wholeQuery(
    database,
    { ...filter, conditions: [...filter.conditions, by] },
    'count(*)',
    [],
  );
  return numberOf(database, text, ...parameters);
}

/** Every matching seq, ascending; eight bytes each. */
export function allMatchingSeqs(database: Database, filter: SqlFilter): Float64Array {
  if (filter.impossible) return new Float64Array();
  const { text, parameters } = wholeQuery(database, filter, 'i.seq', []);
  return Float64Array.from(valuesOf<number>(database, text).all(...parameters)).toSorted();
}

/** The query over all matches, for counts and exports. */
export function wholeQuery(
  database: Database,
  filter: SqlFilter,
  columns: string,
  extra: readonly Sql[],
): Sql {
  const driver = findDriver(database, filter);
  if (driver !== null && driver.answers !== 'text') return drivenSelect(columns, filter, driver, extra);
  // Without a small set to start from, one pass over a narrow index beside the sets is the cheapest.
  const narrow = filter.conditions.filter((condition) => condition.isNarrow === true);
  const sets = filter.conditions.filter((condition) => condition.isNarrow !== true).map(inSet);
  if (filter.text !== null) sets.push(inSet({ set: textSet(filter.text), negated: false }));
  if (narrow.length > 0)
    return select(columns, sql(inOrder), [...flagsOf(filter), ...testsOf(narrow), ...sets, ...extra]);
  const index = filter.sources === null ? 'interactions_by_labelled' : 'interactions_by_source';
  const flags = [
    ...(filter.sources === null ? [] : [oneOf('i.source_seq', filter.sources)]),
    oneOf('i.labelled', filter.labelled === null ? [0, 1] : [filter.labelled]),
    oneOf('i.edited', filter.edited === null ? [0, 1] : [filter.edited]),
  ];
  return select(columns, sql(`interactions AS i INDEXED BY ${index}`), [...flags, ...sets, ...extra]);
}

/** Below this size a set is cheaper to walk, row by row, than an index over everything. */
const smallSet = 2000;

/** What a query starts from, as `d`; the rest is checked on what it yields. */
interface Driver {
  readonly from: Sql;
  /** The column of `d` that holds seqs. */
  readonly seq: 'd.seq' | 'd.rowid';
  readonly conditions: readonly Sql[];
  /** The clauses it answers already. */
  readonly answers: SetCondition | 'text';
}

function findDriver(database: Database, filter: SqlFilter): Driver | null {
  for (const condition of filter.conditions) {
    const { set, negated } = condition;
    if (negated || !isSmall(database, set)) continue;
    const from = { ...set, text: `(SELECT DISTINCT seq FROM (${set.text})) AS d` };
    return { from, seq: 'd.seq', conditions: [], answers: condition };
  }
  if (filter.text === null) return null;
  const match = sql('d.interactions_text MATCH ?', filter.text);
  return { from: sql('interactions_text AS d'), seq: 'd.rowid', conditions: [match], answers: 'text' };
}

/** Whether a set of few interactions holds all that match. */
export function hasSmallDriver(database: Database, filter: SqlFilter): boolean {
  return filter.conditions.some(({ set, negated }) => !negated && isSmall(database, set));
}

function isSmall(database: Database, set: Sql): boolean {
  const bounded = `SELECT count(*) FROM (${set.text} LIMIT ${smallSet})`;
  return numberOf(database, bounded, ...set.parameters) < smallSet;
}

function drivenSelect(columns: string, filter: SqlFilter, driver: Driver, extra: readonly Sql[]): Sql {
  // In a cross join what drives stays first, whatever the planner thinks of an index or of a range on seq.
  const from = joinSql([driver.from, sql(`interactions AS i ON i.seq = ${driver.seq}`)], ' CROSS JOIN ');
  const flags = flagsOf(filter);
  const others = filter.conditions.filter((condition) => condition !== driver.answers);
  const isTextOpen = filter.text !== null && driver.answers !== 'text';
  const texts = isTextOpen ? [inSet({ set: textSet(filter.text), negated: false })] : [];
  return select(columns, from, [...driver.conditions, ...extra, ...flags, ...testsOf(others), ...texts]);
}

function textSet(query: string): Sql {
  return sql('SELECT rowid FROM interactions_text WHERE interactions_text MATCH ?', query);
}

interface Branch {
  readonly from: string;
  readonly conditions: readonly Sql[];
}

/** More ranges than this are not merged any more; a person who picks so many sources waits for one pass. */
const mostBranches = 64;

/** The index ranges that together hold every candidate, each in seq order. */
function branchesOf(database: Database, filter: SqlFilter): readonly Branch[] {
  const { sources, labelled, edited, conditions } = filter;
  if (sources === null && labelled === null && edited === null && conditions.length === 0) {
    return [{ from: 'interactions AS i', conditions: [] }];
  }
  if (conditions.length > 0 && hasManyCandidates(database, filter)) {
    return [{ from: inOrder, conditions: flagsOf(filter) }];
  }
  const flags = (labelled === null ? [0, 1] : [labelled]).flatMap((first) =>
    (edited === null ? [0, 1] : [edited]).map((second) =>
      sql('i.labelled = ? AND i.edited = ?', first, second),
    ),
  );
  if (sources === null) {
    return flags.map((flag) => ({
      from: 'interactions AS i INDEXED BY interactions_by_labelled',
      conditions: [flag],
    }));
  }
  if (sources.length * flags.length > mostBranches) {
    return [{ from: 'interactions AS i', conditions: [oneOf('+i.source_seq', sources), joinFlags(flags)] }];
  }
  return sources.flatMap((source) =>
    flags.map((flag) => ({
      from: 'interactions AS i INDEXED BY interactions_by_source',
      conditions: [sql('i.source_seq = ?', source), flag],
    })),
  );
}

/** From so many on, a pass over the narrow copy beats looking the tested columns up in each candidate's row. */
const manyCandidates = 20_000;

function hasManyCandidates(database: Database, { sources, labelled, edited }: SqlFilter): boolean {
  const index = sources === null ? 'interactions_by_labelled' : 'interactions_by_source';
  const { text, parameters } = select('1', sql(`interactions AS i INDEXED BY ${index}`), [
    ...(sources === null ? [] : [oneOf('i.source_seq', sources)]),
    oneOf('i.labelled', labelled === null ? [0, 1] : [labelled]),
    oneOf('i.edited', edited === null ? [0, 1] : [edited]),
  ]);
  const bounded = `SELECT count(*) FROM (${text} LIMIT ${manyCandidates})`;
  return numberOf(database, bounded, ...parameters) === manyCandidates;
}

const inOrder = 'interactions AS i INDEXED BY interactions_in_order';

function flagsOf({ sources, labelled, edited }: SqlFilter): Sql[] {
  return [
    ...(sources === null ? [] : [oneOf('i.source_seq', sources)]),
    ...(labelled === null ? [] : [sql('i.labelled = ?', labelled)]),
    ...(edited === null ? [] : [sql('i.edited = ?', edited)]),
  ];
}

function joinFlags(flags: readonly Sql[]): Sql {
  const either = joinSql(flags, ' OR ');
  return { ...either, text: `(${either.text})` };
}

function testsOf(conditions: readonly SetCondition[]): Sql[] {
  return conditions.map(({ test, negated }) => (negated ? { ...test, text: `NOT ${test.text}` } : test));
}

function inSet({ set, negated }: Pick<SetCondition, 'set' | 'negated'>): Sql {
  return { ...set, text: `+i.seq ${negated ? 'NOT IN' : 'IN'} (${set.text})` };
}

function oneOf(column: string, values: readonly number[]): Sql {
  return sql(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
}

function rangeOf({ after, before }: SeqRange, seq: string): Sql[] {
  return [
    ...(after === undefined ? [] : [sql(`${seq} > ?`, after)]),
    ...(before === undefined ? [] : [sql(`${seq} < ?`, before)]),
  ];
}

function select(columns: string, from: Sql, conditions: readonly Sql[]): Sql {
  const head = { ...from, text: `SELECT ${columns} FROM ${from.text}` };
  return conditions.length === 0 ? head : joinSql([head, joinSql(conditions, ' AND ')], ' WHERE ');
}
