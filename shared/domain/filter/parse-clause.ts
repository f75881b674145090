import { fail, type Result } from '../../result/result.ts';
import { type Clause, clauseSchema } from './filter.ts';
import { validateClause } from './validate-clause.ts';

/** Signals that every project has under these names, so that `rating<=2` reads like the other fields. */
const signalFields = new Set(['rating', 'thumbs', 'action', 'comment']);

/**
 * Reads one clause as people write it: `labelled=no`, `label.verdict=good`, `signal.rating<=2`, `rating<=2`,
 * `text~refund`, `created_at>=2026-01-01`, `source=lamp`. The first operator separates field and value; spaces
 * around both are dropped. Fails with FILTER_INVALID and a sentence that names the fields.
 */
export function parseClause(text: string): Result<Clause> {
  const match = /^([^=!<>~]+)(!=|<=|>=|=|<|>|~)(.*)$/su.exec(text);
  if (match === null) {
    return fail(
      'FILTER_INVALID',
      `"${text}" is not a filter. Write a field, an operator and a value: ${forms}`,
    );
  }
  const [, name = '', operator, value = ''] = match;
  const field = name.trim();
  const clause = clauseSchema.safeParse({
    field: signalFields.has(field) ? `signal.${field}` : field,
    operator,
    value: value.trim(),
  });
  if (!clause.success) return fail('FILTER_INVALID', `There is no field "${field}" to filter by. ${forms}`);
  return validateClause(clause.data);
}

const forms =
  'Fields are source, model, prompt_version, session, user, external_id, labelled, labelled_by, edited, ' +
  'near_duplicate, near_duplicate_of, created_at, text, label.<question>, signal.<name>, rating, thumbs, action and comment; operators are =, !=, <, <=, >, >= and ~ ' +
  '(contains). Examples: labelled=no, label.verdict=good, text~refund.';

/** The text that `parseClause` reads back as the same clause. */
export function clauseToText(clause: Clause): string {
  return `${clause.field}${clause.operator}${clause.value}`;
}
