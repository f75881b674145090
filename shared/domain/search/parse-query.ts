import type { Failure, Result } from '../../result/result.ts';
import { fieldFromName } from '../filter/field-name.ts';
import { type Clause, type Filter, isTextField } from '../filter/filter.ts';
import { negateClause } from '../filter/negate-clause.ts';
import { clauseOf } from '../filter/parse-clause.ts';
import { isSearchable } from '../filter/text-terms.ts';
import { validateClause } from '../filter/validate-clause.ts';
import { type QueryToken, tokenizeQuery } from './query-token.ts';

/** What is wrong with a query, and where: offsets in its text, the end exclusive. */
export interface QueryProblem extends Failure {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a query as people write it in one line: words, "phrases", beginnings (`refu*`), `input:word`, `output:word`
 * and `edit:word`, any clause of a filter (`labelled:no`, `label.verdict=good`, `signal.latency_ms>800`), and `-` before any of them
 * for its opposite. All must hold. The result is a filter, so that lists, counts, addresses and exports take it as
 * they take any other. Fails with FILTER_INVALID, where it is and what to write.
 */
export function parseQuery(text: string): Result<Filter, QueryProblem> {
  const clauses: Clause[] = [];
  for (const token of tokenizeQuery(text)) {
    const clause = readClause(token, text);
    if (typeof clause === 'string') return { ok: false, error: problem(clause, token) };
    clauses.push(clause);
  }
  return { ok: true, value: clauses };
}

function problem(sentence: string, { from, to }: QueryToken): QueryProblem {
  return { code: 'FILTER_INVALID', message: `At character ${from + 1}: ${sentence}`, from, to };
}

/** The clause, or a sentence about what is wrong with it. */
function readClause(token: QueryToken, text: string): Clause | string {
  const written = text.slice(token.from, token.to);
  if (token.isOpen) return `The quote in ${written} is not closed. Write another " where it ends.`;
  if (written === '-') return 'Write the word or filter to leave out right behind the "-".';
  const { field: name, operator } = token;
  if (name === '') return `There is no field before "${operator}". ${asText(written)}`;
  const field = name === null ? 'text' : fieldFromName(name.trim());
  const clause = isTextField(field) ? textClause(field, token) : plainClause(token);
  if (clause === null) return `There is no field "${name ?? ''}". ${asText(written)} ${fieldsHelp}`;
  if (typeof clause === 'string') return clause;
  const valid = validateClause(clause);
  if (!valid.ok) return valid.error.message;
  return token.isNegated ? negateClause(clause) : clause;
}

function textClause(field: Clause['field'], { value, operator, isPrefix }: QueryToken): Clause | string {
  const content = value.replaceAll(/[\s"]+/gu, ' ').trim();
  if (!isSearchable(content)) return `"${content}" has no letter or number to look for.`;
  const isMatch = operator === '' || operator === ':' || operator === '~';
  return {
    field,
    operator: isMatch ? '~' : toOperator(operator),
    value: `"${content}"${isPrefix ? '*' : ''}`,
  };
}

function plainClause({ field, operator, value, isPrefix }: QueryToken): Clause | null {
  return clauseOf(field ?? '', operator === ':' ? '=' : operator, isPrefix ? `${value}*` : value);
}

/** Only what names itself; `validateClause` refuses all of them for texts. */
function toOperator(operator: string): Clause['operator'] {
  return operator === '!=' ? '!=' : '=';
}

function asText(written: string): string {
  return `To look for this text, put it in quotes: "${written.replaceAll('"', '')}".`;
}

const fieldsHelp =
  'Fields are input, output, edit, source, model, prompt_version, session, user, external_id, labelled, labelled_by, ' +
  'edited, flagged, edit.hter, edit.share_kept, edit.length_change, quality, mode, cluster, near_duplicate, near_duplicate_of, created_at, failure_mode, rating, thumbs, action, comment, ' +
  'label.QUESTION, label.QUESTION@ANNOTATOR and signal.NAME.';
