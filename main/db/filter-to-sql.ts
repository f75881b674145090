import { validateClause } from '../../shared/domain/filter/validate-clause.ts';
import { type Clause, type Filter, isTextField } from '../../shared/domain/filter/filter.ts';
import { parseLabelField } from '../../shared/domain/filter/label-field.ts';
import { parseInstant } from '../../shared/domain/time/parse-instant.ts';
import { type Result, succeed } from '../../shared/result/result.ts';
import { changeCondition } from './change-condition.ts';
import type { Database } from './database.ts';
import { valuesOf } from './query.ts';
import { disputeCondition } from './dispute-condition.ts';
import { labelCondition, labelsOfQuestion } from './label-condition.ts';
import { flaggedCondition, measureCondition } from './measure-condition.ts';
import { signalCondition } from './signal-condition.ts';
import { spanCondition } from './span-condition.ts';
import { likePattern, type Sql, sql } from './sql.ts';
import { toTextQuery } from './text-query.ts';

/**
 * A filter taken apart into what the narrow indexes answer (source, labelled, edited) and conditions on the rest.
 * Values only ever travel as bound parameters.
 */
export interface SqlFilter {
  /** Seqs of the sources allowed; null for all. */
  readonly sources: readonly number[] | null;
  readonly labelled: 0 | 1 | null;
  readonly edited: 0 | 1 | null;
  /** An FTS5 query; null where no text is asked for. */
  readonly text: string | null;
  /** FTS5 queries of texts that are not wanted, where no text is wanted that they could be taken from. */
  readonly excluded: readonly string[];
  readonly conditions: readonly SetCondition[];
  /** Two clauses exclude each other, or one names what the project does not have. */
  readonly impossible: boolean;
}

/** Membership of an interaction in a set of seqs. */
export interface SetCondition {
  /** A subquery that yields the seqs of the set as `seq`, some perhaps twice. */
  readonly set: Sql;
  /** The same question asked of one row, `interactions AS i`. */
  readonly test: Sql;
  readonly negated: boolean;
  /** The index `interactions_in_order` answers the test, so that it costs next to nothing for each row. */
  readonly isNarrow?: boolean;
}

/** Fails with FILTER_INVALID where a clause makes no sense. */
export function filterToSql(database: Database, filter: Filter): Result<SqlFilter> {
  let compiled = everything;
  for (const clause of filter) {
    const valid = validateClause(clause);
    if (!valid.ok) return valid;
    compiled = isTextField(clause.field)
      ? withText(compiled, clause, toTextQuery(clause.value, clause.field))
      : withClause(database, compiled, clause);
  }
  return succeed(withoutExcluded(compiled));
}

const everything: SqlFilter = {
  sources: null,
  labelled: null,
  edited: null,
  text: null,
  excluded: [],
  conditions: [],
  impossible: false,
};

function withText(filter: SqlFilter, { not }: Clause, query: string | null): SqlFilter {
  if (not === true) return query === null ? filter : { ...filter, excluded: [...filter.excluded, query] };
  if (query === null) return { ...filter, impossible: true };
  return { ...filter, text: filter.text === null ? query : `(${filter.text}) AND (${query})` };
}

/** FTS5 can only take texts away from others; alone, what is not wanted is a set like any other. */
function withoutExcluded(filter: SqlFilter): SqlFilter {
  if (filter.excluded.length === 0) return filter;
  const either = filter.excluded.map((query) => `(${query})`).join(' OR ');
  if (filter.text !== null) return { ...filter, text: `(${filter.text}) NOT (${either})`, excluded: [] };
  const found = 'SELECT rowid AS seq FROM interactions_text WHERE interactions_text MATCH ?';
  const condition: SetCondition = {
    set: sql(found, either),
    // Looked up once: finding a row within a frequent word's is far slower than listing them all.
    test: sql(`+i.seq IN (${found})`, either),
    negated: true,
  };
  return { ...filter, conditions: [...filter.conditions, condition], excluded: [] };
}

function withClause(database: Database, filter: SqlFilter, clause: Clause): SqlFilter {
  switch (clause.field) {
    case 'labelled':
    case 'edited': {
      const wanted = (clause.value === 'yes') === (clause.not !== true) ? 1 : 0;
      const known = filter[clause.field];
      return {
        ...filter,
        [clause.field]: wanted,
        impossible: filter.impossible || (known !== null && known !== wanted),
      };
    }
    case 'source': {
      const named = sourceSeqs(database, clause);
      const sources = filter.sources === null ? named : filter.sources.filter((seq) => named.includes(seq));
      return { ...filter, sources, impossible: filter.impossible || sources.length === 0 };
    }
    default:
      return { ...filter, conditions: [...filter.conditions, setCondition(database, clause)] };
  }
}

/** `!=` becomes the other sources: there are few, and each is a range of an index. */
function sourceSeqs(database: Database, { operator, value, not }: Clause): number[] {
  const comparison = (operator === '=') === (not !== true) ? 'id = ? OR name = ?' : 'id <> ? AND name <> ?';
  return valuesOf<number>(database, `SELECT seq FROM sources WHERE ${comparison}`).all(value, value);
}

function setCondition(database: Database, clause: Clause): SetCondition {
  const { field, operator, value, not } = clause;
  if (field === 'created_at') return columnCondition('created_at', timeCondition(clause), clause);
  if (field === 'labelled_by') {
    const by = '(SELECT seq FROM annotators WHERE name = ?)';
    return {
      set: sql(`SELECT interaction_seq AS seq FROM labels WHERE annotator_seq = ${by}`, value),
      test: sql(
        `EXISTS (SELECT 1 FROM labels WHERE interaction_seq = i.seq AND annotator_seq = ${by})`,
        value,
      ),
      negated: (operator === '!=') !== (not === true),
    };
  }
  if (field === 'near_duplicate') return nearDuplicateCondition((value === 'yes') === (not !== true));
  if (field === 'near_duplicate_of') return { ...sameGroupCondition(value), negated: not === true };
  if (field === 'disagreement' || field === 'resolved')
    return { ...disputeCondition(field, value), negated: isNegated(clause) };
  if (field === 'flagged') return { ...flaggedCondition, negated: (value === 'no') !== (not === true) };
  const measure = measureCondition(clause);
  if (measure !== null) return { ...measure, negated: isNegated(clause) };
  const span = spanCondition(clause);
  if (span !== null) return { ...span, negated: isNegated(clause) };
  const change = changeCondition(database, clause);
  if (change !== null) return { ...change, negated: isNegated(clause) };
  const label = parseLabelField(field);
  if (label !== null) {
    const { question, annotator } = label;
    const condition =
      value === '' ? labelsOfQuestion(question) : labelCondition(database, question, operator, value);
    return childCondition('labels', annotator === null ? condition : givenBy(annotator, condition), clause);
  }
  if (field.startsWith('signal.')) {
    return childCondition('signals', signalCondition(field.slice('signal.'.length), operator, value), clause);
  }
  if (field === 'prompt_version') {
    const seqs = '(SELECT seq FROM prompt_versions WHERE';
    const condition = textCondition(clause);
    return columnCondition(
      'prompt_version_seq',
      {
        text:
          value === ''
            ? '{column} IS NOT NULL'
            : `{column} IN ${seqs} ${condition.text.replaceAll('{column}', 'name')})`,
        parameters: condition.parameters,
      },
      clause,
    );
  }
  return columnCondition(field, textCondition(clause), clause);
}

/** A group of one is left over of a larger one until the next search for near-duplicates. */
const inGroups =
  'SELECT n.interaction_seq AS seq FROM near_duplicates AS n WHERE EXISTS ' +
  '(SELECT 1 FROM near_duplicates AS o WHERE o.group_seq = n.group_seq AND o.interaction_seq <> n.interaction_seq)';

function nearDuplicateCondition(isWanted: boolean): SetCondition {
  return {
    set: sql(inGroups),
    test: sql(`EXISTS (${inGroups} AND n.interaction_seq = i.seq)`),
    negated: !isWanted,
  };
}

/** The interaction itself, and those of its group. */
function sameGroupCondition(id: string): Omit<SetCondition, 'negated'> {
  const group =
    'SELECT n.group_seq FROM near_duplicates AS n JOIN interactions AS d ON d.seq = n.interaction_seq WHERE d.id = ?';
  return {
    set: sql(
      `SELECT interaction_seq AS seq FROM near_duplicates WHERE group_seq = (${group})
       UNION SELECT seq FROM interactions WHERE id = ?`,
      id,
      id,
    ),
    test: sql(
      `(i.id = ? OR EXISTS (SELECT 1 FROM near_duplicates WHERE interaction_seq = i.seq AND group_seq = (${group})))`,
      id,
      id,
    ),
  };
}

/** The index of answers holds who gave them, so that the rest of the label is not read. */
function givenBy(annotator: string, { text, parameters }: Sql): Sql {
  return {
    text: `${text} AND annotator_seq = (SELECT seq FROM annotators WHERE name = ?)`,
    parameters: [...parameters, annotator],
  };
}

/** Interactions with an answer to a question, or with a resolution of it where that counts as one. */
export function answeredCondition(question: string, orResolved: boolean): SetCondition {
  const labels = `SELECT interaction_seq AS seq FROM labels INDEXED BY ${setIndexes.labels} WHERE question = ?`;
  const resolved = 'SELECT interaction_seq AS seq FROM resolutions WHERE question = ?';
  const set = orResolved ? sql(`${labels} UNION ALL ${resolved}`, question, question) : sql(labels, question);
  return { set, test: { ...set, text: `i.seq IN (${set.text})` }, negated: false };
}

/** `=` with an empty value asks for rows without any value, `!=` for rows with one. */
export function isNegated({ operator, value, not }: Clause): boolean {
  return (value === '' ? operator === '=' : operator === '!=') !== (not === true);
}

const narrowColumns = new Set(['created_at', 'model', 'prompt_version_seq']);

/** A condition written on `{column}`, asked of the column's index or of the row. */
function columnCondition(column: string, condition: Sql, clause: Clause): SetCondition {
  const on = (name: string): Sql => ({ ...condition, text: condition.text.replaceAll('{column}', name) });
  const inTable = on(column);
  const inRow = on(`i.${column}`);
  return {
    set: { ...inTable, text: `SELECT seq FROM interactions WHERE ${column} IS NOT NULL AND ${inTable.text}` },
    // A missing value is not NULL but false, so that its negation is true.
    test: { ...inRow, text: `(i.${column} IS NOT NULL AND ${inRow.text})` },
    negated: isNegated(clause),
    isNarrow: narrowColumns.has(column),
  };
}

/** Named, because a range on seq beside them makes the planner prefer going through everything in seq order. */
const setIndexes = { labels: 'labels_by_answer', signals: 'signals_by_name' };

/** Named, because the planner thinks a range of answers or numbers as narrow as the few of one interaction. */
const rowIndexes = { labels: 'sqlite_autoindex_labels_1', signals: 'signals_by_interaction' };

function childCondition(table: 'labels' | 'signals', condition: Sql, clause: Clause): SetCondition {
  const { text, parameters } = condition;
  return {
    set: {
      text: `SELECT interaction_seq AS seq FROM ${table} INDEXED BY ${setIndexes[table]} WHERE ${text}`,
      parameters,
    },
    test: {
      text: `EXISTS (SELECT 1 FROM ${table} INDEXED BY ${rowIndexes[table]} WHERE interaction_seq = i.seq AND ${text})`,
      parameters,
    },
    negated: isNegated(clause),
  };
}

function textCondition({ operator, value }: Clause): Sql {
  if (value === '') return sql('{column} IS NOT NULL');
  if (operator === '~') return sql(`{column} LIKE ? ESCAPE '\\'`, likePattern(value));
  return sql('{column} = ?', value);
}

const dayMs = 86_400_000;

/** A date without a time stands for its whole UTC day, on whichever side of the comparison it is. */
function timeCondition({ operator, value }: Clause): Sql {
  const from = parseInstant(value)?.ms;
  if (from === undefined) return sql('{column} IS NOT NULL');
  const isDay = /^\d{4}-?\d{2}-?\d{2}$/.test(value.trim());
  const until = isDay ? from + dayMs : from + 1;
  switch (operator) {
    case '<':
      return sql('{column} < ?', from);
    case '<=':
      return sql('{column} < ?', until);
    case '>':
      return sql('{column} >= ?', until);
    case '>=':
      return sql('{column} >= ?', from);
    default:
      return sql('{column} >= ? AND {column} < ?', from, until);
  }
}
