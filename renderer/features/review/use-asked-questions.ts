import { useMemo } from 'react';
import type { LabelSchema, Question } from '../../../shared/domain/schema/label-schema.ts';
import { type Answers, visibleQuestions } from '../../../shared/domain/schema/visible-questions.ts';

/**
 * The questions that these answers ask. It is the same list as long as the same are asked, so that an answer which
 * asks nothing more makes no new keys.
 */
export function useAskedQuestions(schema: LabelSchema, answers: Answers): readonly Question[] {
  const ids = visibleQuestions(schema, answers)
    .map(({ id }) => id)
    .join(' ');
  return useMemo(() => {
    const asked = new Set(ids.split(' '));
    return schema.questions.filter(({ id }) => asked.has(id));
  }, [schema, ids]);
}
