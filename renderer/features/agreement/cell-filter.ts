import type { Clause, Filter } from '../../../shared/domain/filter/filter.ts';
import { labelField } from '../../../shared/domain/filter/label-field.ts';
import { clauseToText, parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { Cell, Pair } from './agreement-address.ts';

/**
 * The query that finds the items of a cell. Answers of several choices are asked for choice by choice, so that more may be
 * found than the cell holds. Null where a name or an answer cannot stand in an address.
 */
export function cellFilter(question: string, [one, other]: Pair, { first, second }: Cell): Filter | null {
  const clauses = [...answered(question, one, first), ...answered(question, other, second)];
  return clauses.every(survives) ? clauses : null;
}

function answered(question: string, annotator: string, answer: LabelValue): Clause[] {
  const field = labelField({ question, annotator });
  const choices: readonly (string | number | boolean)[] = isList(answer) ? answer : [answer];
  return choices.map((choice) => ({ field, operator: '=', value: textOf(choice) }));
}

function survives(clause: Clause): boolean {
  const read = parseClause(clauseToText(clause));
  return (
    clause.value !== '' && read.ok && read.value.field === clause.field && read.value.value === clause.value
  );
}

function textOf(choice: string | number | boolean): string {
  if (typeof choice === 'boolean') return choice ? 'yes' : 'no';
  return String(choice);
}

function isList(answer: LabelValue): answer is readonly string[] {
  return Array.isArray(answer);
}
