import { fail, succeed, type Result } from '../../result/result.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { severities } from '../spans/severity.ts';
import type { Clause } from './filter.ts';
import { parseLabelField } from './label-field.ts';
import { textTerms } from './text-terms.ts';

/**
 * Whether a clause makes sense: yes-or-no fields take yes or no, times are times, and an operator fits its field.
 * An empty value with `=` or `!=` asks whether the field is set at all. Fails with FILTER_INVALID.
 */
export function validateClause(clause: Clause): Result<Clause> {
  const problem = problemOf(clause);
  return problem === null ? succeed(clause) : fail('FILTER_INVALID', problem);
}

function problemOf({ field, operator, value, not }: Clause): string | null {
  const isEquality = operator === '=' || operator === '!=';
  switch (field) {
    case 'labelled':
    case 'edited':
    case 'near_duplicate':
    case 'flagged':
      if (operator === '=' && (value === 'yes' || value === 'no')) return null;
      return `"${field}" is asked with yes or no. Write ${field}=yes or ${field}=no.`;
    case 'labelled_by':
      if (isEquality && value !== '') return null;
      return 'Name one annotator: labelled_by=NAME, or labelled_by!=NAME for what they have not labelled yet.';
    case 'near_duplicate_of':
      if (operator === '=' && value !== '') return null;
      return 'Name one interaction: near_duplicate_of=ID.';
    case 'disagreement':
    case 'resolved':
      if (isEquality) return null;
      return `Name a question: ${field}=QUESTION, ${field}!=QUESTION, or ${field}!= for any.`;
    case 'text':
    case 'input':
    case 'output':
    case 'edit':
      if (operator !== '~') return `"${field}" is searched with "~". Write ${field}~WORDS.`;
      if (not !== true || textTerms(value).length < 2) return null;
      return `One word or phrase can be excluded at a time. Write -${field}~WORD for each of them.`;
    case 'quality':
    case 'edit.hter':
    case 'edit.share_kept':
    case 'edit.length_change':
      if (isEquality && value === '') return null;
      if (operator !== '~' && value !== '' && Number.isFinite(Number(value))) return null;
      return `"${field}" is a number. Write for example ${field}>0.3, or ${field}!= for interactions that have one.`;
    case 'span.severity':
      if (isEquality && value === '') return null;
      if (operator !== '~' && severities.some((severity) => severity === value)) return null;
      return `A severity is minor, major or critical. Write for example ${field}>=major, or ${field}!= for any.`;
    case 'mode':
    case 'cluster':
    case 'span.failure_mode':
      if (isEquality || (operator === '~' && value !== '')) return null;
      return `"${field}" is a name. Compare it with "=" or "!=", or search in it with "~".`;
    case 'created_at':
      return timeProblem(operator, value);
    case 'source':
      if (isEquality && value !== '') return null;
      return 'Name one source: source=NAME or source!=NAME.';
    case 'model':
    case 'prompt_version':
    case 'session':
    case 'user':
    case 'external_id':
      if (isEquality || (operator === '~' && value !== '')) return null;
      return `"${field}" is text. Compare it with "=" or "!=", or search in it with "~".`;
    default:
      return labelProblem(field) ?? valueProblem(field, operator, value);
  }
}

function labelProblem(field: string): string | null {
  const label = parseLabelField(field);
  if (label === null || (label.question !== '' && label.annotator !== '')) return null;
  return 'Name a question, and an annotator after "@": label.verdict@NAME=good.';
}

function timeProblem(operator: Clause['operator'], value: string): string | null {
  if (operator === '~') return '"created_at" is a time. Compare it with =, !=, <, <=, > or >=.';
  if (value === '' && (operator === '=' || operator === '!=')) return null;
  if (parseInstant(value) !== undefined) return null;
  return `"${value}" is not a time. Write a date or ISO time, for example created_at>=2026-01-31.`;
}

function valueProblem(field: string, operator: Clause['operator'], value: string): string | null {
  if (operator === '=' || operator === '!=') return null;
  if (operator === '~') return value === '' ? `Write what to look for after "${field}~".` : null;
  if (value !== '' && Number.isFinite(Number(value))) return null;
  return `"${field}${operator}" compares numbers, and "${value}" is none. Write for example ${field}${operator}3.`;
}
