import { useQuery } from '@tanstack/react-query';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { useQueries } from '../../api/query-utils.ts';

export interface QueueChoices {
  readonly questions: readonly Question[];
  /** Names of signals that interactions have. */
  readonly signals: readonly string[];
}

const signalField = 'signal.';

/** What an order of a queue can go by in this project; null until it is known. */
export function useQueueChoices(): QueueChoices | null {
  const queries = useQueries();
  const questions = useQuery(queries.review.schema.queryOptions()).data?.questions;
  const fields = useQuery(
    queries.search.complete.queryOptions({ input: { query: signalField, caret: signalField.length } }),
  );
  if (questions === undefined || fields.isPending) return null;
  const signals = (fields.data?.options ?? []).flatMap(({ text }) => {
    const name = /^signal\.([^:<>=~\s]+)/u.exec(text)?.[1];
    return name === undefined ? [] : [name];
  });
  return { questions, signals: [...new Set(signals)] };
}
