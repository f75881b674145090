import { fail, type Result } from '../../result/result.ts';
import { fieldFromName } from './field-name.ts';
import { type Clause, clauseSchema } from './filter.ts';
import { negateClause } from './negate-clause.ts';
import { validateClause } from './validate-clause.ts';

/**
 * Reads one clause as people write it: `labelled=no`, `label.verdict=good`, `signal.rating<=2`, `rating<=2`,
 * `text~refund`, `created_at>=2026-01-01`, `source=lamp`, and `-text~refund` for its opposite. The first operator
 * separates field and value; spaces around both are dropped. Fails with FILTER_INVALID and a sentence that names the fields.
 */
export function parseClause(text: string): Result<Clause> {
  const match = /^\s*(-?)([^=!<>~]+)(!=|<=|>=|=|<|>|~)(.*)$/su.exec(text);
  if (match === null) {
    return fail(
      'FILTER_INVALID',
      `"${text}" is not a filter. Write a field, an operator and a value: ${forms}`,
    );
  }
  const [, minus = '', name = '', operator = '', value = ''] = match;
  const clause = clauseOf(name, operator, value);
  if (clause === null)
    return fail('FILTER_INVALID', `There is no field "${name.trim()}" to filter by. ${forms}`);
  return validateClause(minus === '' ? clause : negateClause(clause));
}

/** The clause of these parts, not yet checked for sense; null where there is no such field. */
export function clauseOf(name: string, operator: string, value: string): Clause | null {
  const field = fieldFromName(name.trim());
  // As text, such a name would end at the operator in it.
  if (/[=!<>~]/u.test(field)) return null;
  const clause = clauseSchema.safeParse({ field, operator, value: value.trim() });
  return clause.success ? clause.data : null;
}

const forms =
  'Fields are source, model, prompt_version, session, user, external_id, labelled, labelled_by, edited, flagged, ' +
  'edit.hter, edit.share_kept, edit.length_change, quality, mode, cluster, near_duplicate, near_duplicate_of, disagreement, resolved, created_at, text, input, output, edit, label.<question>, ' +
  'label.<question>@<annotator>, signal.<name>, span.failure_mode, span.severity, ' +
  'failure_mode, severity, rating, thumbs, action and comment; operators are =, !=, <, <=, >, >= and ~ ' +
  '(contains). Examples: labelled=no, label.verdict=good, text~refund.';

/** The text that `parseClause` reads back as the same clause. */
export function clauseToText(clause: Clause): string {
  return `${clause.not === true ? '-' : ''}${clause.field}${clause.operator}${clause.value}`;
}
