import { useQuery } from '@tanstack/react-query';
import { checkSchema, type SchemaProblem } from '../../../shared/domain/schema/check-schema.ts';
import {
  compareSchemas,
  kindProblems,
  type SchemaChange,
} from '../../../shared/domain/schema/compare-schemas.ts';
import { retiredQuestions } from '../../../shared/domain/schema/known-questions.ts';
import type { LabelSchema, Question, SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import type { SchemaUsage } from '../../../shared/domain/schema/schema-usage.ts';
import { useQueries } from '../../api/query-utils.ts';
import { addQuestion, appendQuestion, changeQuestion, moveQuestion, removeQuestion } from './edit-draft.ts';
import { draftOf, dropChanges, keepChanges, useSchemaState } from './schema-draft.ts';

/** The schema on the screen: what it is, what is wrong with it, what it changes, and the ways to change it. */
export interface SchemaEditor {
  readonly saved: LabelSchema;
  /** The version that the draft was made from. */
  readonly basedOn: number;
  readonly draft: SchemaDraft;
  readonly place: number;
  readonly question: Question | undefined;
  /** Every question that was ever asked. */
  readonly known: readonly Question[];
  readonly retired: readonly Question[];
  readonly usage: SchemaUsage;
  readonly problems: readonly SchemaProblem[];
  /** Empty where the draft is as it was saved. */
  readonly changes: readonly SchemaChange[];
  readonly replace: (draft: SchemaDraft, place?: number) => void;
  readonly add: () => void;
  readonly askAgain: (question: Question) => void;
  readonly change: (question: Question) => void;
  readonly move: (step: 1 | -1) => void;
  readonly remove: () => void;
  readonly discard: () => void;
}

/** Undefined until the project has been asked. */
export function useSchemaEditor(): SchemaEditor | undefined {
  const queries = useQueries();
  const project = useQuery(queries.project.current.queryOptions()).data?.id;
  const saved = useQuery(queries.review.schema.queryOptions()).data;
  const known = useQuery(queries.schema.everyQuestion.queryOptions()).data;
  const usage = useQuery(queries.schema.usage.queryOptions()).data;
  const state = useSchemaState();
  if (project === undefined || saved === undefined || known === undefined || usage === undefined)
    return undefined;

  const begun = state.changes?.project === project ? state.changes : null;
  const before = draftOf(saved);
  const draft = begun?.draft ?? before;
  const basedOn = begun?.basedOn ?? saved.version;
  const place = Math.min(state.place, Math.max(0, draft.questions.length - 1));
  const keep = (next: SchemaDraft, nextPlace = place) =>
    keepChanges({ project, basedOn, draft: next }, nextPlace);
  return {
    saved,
    basedOn,
    draft,
    place,
    question: draft.questions[place],
    known,
    retired: retiredQuestions(known, draft),
    usage,
    problems: [...checkSchema(draft), ...kindProblems(known, draft, usage)],
    changes: compareSchemas(before, draft, usage),
    replace: (next, nextPlace = 0) => keep(next, nextPlace),
    add: () => keep(addQuestion(draft, place, new Set(known.map(({ id }) => id))), place + 1),
    askAgain: (question) => keep(appendQuestion(draft, question), draft.questions.length),
    change: (question) => keep(changeQuestion(draft, place, question, known)),
    move: (step) =>
      keep(moveQuestion(draft, place, step), Math.max(0, Math.min(draft.questions.length - 1, place + step))),
    remove: () => {
      if (draft.questions.length > 1) keep(removeQuestion(draft, place), Math.max(0, place - 1));
    },
    discard: dropChanges,
  };
}
