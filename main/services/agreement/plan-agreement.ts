import { createAnswerScale, type PlaceAnswer } from '../../../shared/domain/agreement/answer-scale.ts';
import { levelOf, type MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql, type SqlFilter } from '../../db/filter-to-sql.ts';
import { answeredQuestions } from '../../db/tables/agreement.ts';
import { type AnnotatorRow, listAnnotators } from '../../db/tables/annotators.ts';
import { failureModeNames } from '../../db/tables/failure-modes.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';

export interface AgreementQuestion {
  readonly question: string;
  readonly level?: MeasurementLevel | undefined;
  readonly filter?: Filter | undefined;
  readonly annotators?: readonly string[] | undefined;
}

/** Whose labels on what are compared, and how. */
export interface AgreementPlan {
  readonly question: string;
  readonly level: MeasurementLevel;
  readonly place: PlaceAnswer;
  /** By name; their places in this list are the raters' numbers. */
  readonly raters: readonly AnnotatorRow[];
  readonly filter: SqlFilter;
}

/** LABEL_INVALID for a question that cannot be measured, INPUT_INVALID for unknown annotators, FILTER_INVALID. */
export function planAgreement(database: Database, asked: AgreementQuestion): Result<AgreementPlan> {
  const question = currentLabelSchema(database).questions.find(({ id }) => id === asked.question) ?? null;
  if (question === null) {
    const answered = answeredQuestions(database);
    if (!answered.includes(asked.question)) return unknownQuestion(asked.question, answered);
  }
  if (question?.kind === 'text') {
    return fail(
      'LABEL_INVALID',
      `"${asked.question}" is answered in free text, which is never quite the same. Ask for a question with choices.`,
    );
  }
  const raters = ratersOf(database, asked.annotators);
  if (!raters.ok) return raters;
  const labelled = { field: 'labelled', operator: '=', value: 'yes' } as const;
  const filter = filterToSql(database, [...(asked.filter ?? []), labelled]);
  if (!filter.ok) return filter;
  const level = asked.level ?? levelOf(question);
  const names = question?.kind === 'failure_mode' ? failureModeNames(database) : new Map<string, string>();
  return succeed({
    question: asked.question,
    level,
    place: createAnswerScale(question, level, names),
    raters: raters.value,
    filter: filter.value,
  });
}

/** The annotators of these names, all where none are given. INPUT_INVALID. */
export function ratersOf(database: Database, names: readonly string[] | undefined): Result<AnnotatorRow[]> {
  const all = listAnnotators(database);
  if (names === undefined) return succeed(all);
  const unknown = names.find((name) => !all.some((annotator) => annotator.name === name));
  if (unknown === undefined) return succeed(all.filter(({ name }) => names.includes(name)));
  const known = all.slice(0, 20).map(({ name }) => name);
  return fail('INPUT_INVALID', `There is no annotator "${unknown}". There are: ${known.join(', ')}.`);
}

function unknownQuestion(id: string, answered: readonly string[]): Result<never> {
  const known = answered.slice(0, 20).join(', ');
  return fail(
    'LABEL_INVALID',
    known === ''
      ? `Nobody has answered "${id}", or any other question.`
      : `Nobody has answered "${id}". Questions with labels: ${known}.`,
  );
}
