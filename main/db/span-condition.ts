import type { Clause } from '../../shared/domain/filter/filter.ts';
import { severities } from '../../shared/domain/spans/severity.ts';
import { namedModes } from './failure-mode-sql.ts';
import { likePattern, type Sql, sql } from './sql.ts';

/**
 * The interactions with a label on a part of their output of which the clause holds; null where the clause is about
 * something else. A failure mode is meant by its id, its name or a part of that.
 */
export function spanCondition(clause: Clause): { readonly set: Sql; readonly test: Sql } | null {
  switch (clause.field) {
    case 'span.failure_mode':
      return onSpans('span_labels_by_failure_mode', failureModeCondition(clause));
    case 'span.severity':
      return onSpans('span_labels_by_severity', severityCondition(clause));
    default:
      return null;
  }
}

/** Indexes are named as for labels: the planner thinks a range of values as narrow as the few of one interaction. */
function onSpans(index: string, { text, parameters }: Sql): { readonly set: Sql; readonly test: Sql } {
  return {
    set: {
      text: `SELECT interaction_seq AS seq FROM span_labels INDEXED BY ${index} WHERE ${text}`,
      parameters,
    },
    test: {
      text:
        'EXISTS (SELECT 1 FROM span_labels INDEXED BY sqlite_autoindex_span_labels_1 ' +
        `WHERE interaction_seq = i.seq AND ${text})`,
      parameters,
    },
  };
}

function failureModeCondition({ operator, value }: Clause): Sql {
  if (value === '') return sql('failure_mode IS NOT NULL');
  const ids = `SELECT id FROM (${namedModes}) WHERE`;
  if (operator === '~') {
    return sql(`failure_mode IN (${ids} name LIKE ? ESCAPE '\\')`, likePattern(value));
  }
  return sql(
    `failure_mode IN (SELECT ? UNION ${ids} own = ? OR name = ? OR name = (SELECT name FROM (${namedModes}) WHERE id = ?))`,
    value,
    value,
    value,
    value,
  );
}

function severityCondition({ operator, value }: Clause): Sql {
  if (value === '') return sql('severity IS NOT NULL');
  const wanted = JSON.stringify(severitiesOf(operator, value));
  return sql('severity IN (SELECT value FROM json_each(?))', wanted);
}

/** Severities are in order: `span.severity>=major` asks for critical as well. */
function severitiesOf(operator: Clause['operator'], value: string): readonly string[] {
  const place = severities.findIndex((severity) => severity === value);
  return severities.filter((_, index) => {
    switch (operator) {
      case '<':
        return index < place;
      case '<=':
        return index <= place;
      case '>':
        return index > place;
      case '>=':
        return index >= place;
      default:
        return index === place;
    }
  });
}
