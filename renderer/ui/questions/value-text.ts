import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import { answerText } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { failureModeName } from './failure-mode-name.ts';

/** A value as people read it: names of options and failure modes instead of their ids. */
export function valueText(
  value: LabelValue,
  question: Question | undefined,
  failureModes: readonly FailureMode[],
): string {
  if (question === undefined) return Array.isArray(value) ? value.join(', ') : String(value);
  if (question.kind === 'failure_mode') return failureModeName(String(value), failureModes);
  if (question.kind === 'scale' && typeof value === 'number') return `${value} of ${question.max}`;
  return answerText(question, value);
}
