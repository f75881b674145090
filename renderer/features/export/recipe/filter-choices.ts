import type { Source } from '../../../../shared/contract/import-operations.ts';
import type { FailureMode } from '../../../../shared/contract/review-operations.ts';
import type { Clause, Filter } from '../../../../shared/domain/filter/filter.ts';
import { clauseToText, parseClause } from '../../../../shared/domain/filter/parse-clause.ts';
import type { LabelSchema, Question } from '../../../../shared/domain/schema/label-schema.ts';

/** One thing to filter an export by, and what it can be. */
export interface FilterChoice {
  readonly field: Clause['field'];
  readonly name: string;
  readonly options: readonly FilterOption[];
}

export interface FilterOption {
  /** The clause as text; empty for no condition. */
  readonly value: string;
  readonly name: string;
}

const any: FilterOption = { value: '', name: 'Any' };

/** The filters that a project offers: its questions, its sources, and whether people edited or labelled. */
export function filterChoices(
  schema: LabelSchema | undefined,
  failureModes: readonly FailureMode[],
  sources: readonly Source[],
): readonly FilterChoice[] {
  return [
    {
      field: 'edited',
      name: 'Edited',
      options: [any, option('edited', '=', 'yes', 'Yes'), option('edited', '=', 'no', 'No')],
    },
    {
      field: 'labelled',
      name: 'Labelled',
      options: [any, option('labelled', '=', 'yes', 'Yes'), option('labelled', '=', 'no', 'No')],
    },
    ...(schema?.questions ?? []).flatMap((question) => {
      const options = optionsOf(question, failureModes);
      return options.length === 0
        ? []
        : [{ field: fieldOf(question), name: question.name, options: [any, ...options] }];
    }),
    {
      field: 'source',
      name: 'Source',
      options: [
        any,
        ...sources
          .filter((source) => source.state !== 'undone')
          .map((source) => option('source', '=', source.id, source.name)),
      ],
    },
  ];
}

/** The filter with this choice made; an empty value takes the condition away. */
export function choose(filter: Filter, field: Clause['field'], value: string): Filter {
  const others = filter.filter((clause) => clause.field !== field);
  const clause = parseClause(value);
  return value !== '' && clause.ok ? [...others, clause.value] : others;
}

/** Which option of a field the filter says. */
export function chosen(filter: Filter, field: Clause['field']): string {
  const clause = filter.find((candidate) => candidate.field === field);
  return clause === undefined ? '' : clauseToText(clause);
}

function fieldOf(question: Question): Clause['field'] {
  return `label.${question.id}`;
}

function optionsOf(question: Question, failureModes: readonly FailureMode[]): readonly FilterOption[] {
  const field = fieldOf(question);
  switch (question.kind) {
    case 'single_choice':
    case 'multiple_choice':
      return question.options.map(({ id, name }) => option(field, '=', id, name));
    case 'scale':
      return Array.from({ length: question.max - question.min + 1 }, (_, index) => {
        const value = String(question.max - index);
        return option(field, '>=', value, index === 0 ? value : `At least ${value}`);
      });
    case 'yes_no':
      return [option(field, '=', 'yes', 'Yes'), option(field, '=', 'no', 'No')];
    case 'failure_mode':
      return failureModes.map(({ id, name }) => option(field, '=', id, name));
    case 'text':
      return [];
    default:
      return question satisfies never;
  }
}

function option(
  field: Clause['field'],
  operator: Clause['operator'],
  value: string,
  name: string,
): FilterOption {
  return { value: clauseToText({ field, operator, value }), name };
}
