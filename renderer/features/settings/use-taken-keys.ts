import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerKeys } from '../../../shared/domain/schema/answer-keys.ts';
import { useQueries } from '../../api/query-utils.ts';
import type { TakenKey } from '../../app/keys/key-conflicts.ts';

/** The keys that answer the open project's questions, or go to them; none without a project. */
export function useTakenKeys(): readonly TakenKey[] {
  const queries = useQueries();
  const project = useQuery(queries.project.current.queryOptions()).data ?? null;
  const schema = useQuery({ ...queries.review.schema.queryOptions(), enabled: project !== null }).data;
  return useMemo(() => {
    const questions = schema?.questions ?? [];
    const answers = answerKeys({ questions }).map(({ keys, name }) => ({ keys, name }));
    const typed = questions.flatMap(({ kind, key, name }) =>
      key !== undefined && (kind === 'text' || kind === 'failure_mode') ? [{ keys: key, name }] : [],
    );
    return [...answers, ...typed];
  }, [schema]);
}
