import type { MappedLabel } from '../../../shared/domain/mapping/mapped-row.ts';
import { checkAnswer } from '../../../shared/domain/schema/check-answer.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import type { FailureModeFinder } from './failure-mode-finder.ts';

/**
 * Gives imported labels the form that answering in the app gives them: an option's id for its name, a failure mode's
 * id for its name (an unknown name makes one). Labels of questions that the schema does not have, or of values that
 * it does not allow, stay as they came: they are somebody's judgement all the same.
 */
export function createAnswerReader(
  database: Database,
  failureModeOf: FailureModeFinder,
): (label: MappedLabel) => MappedLabel {
  const questions = new Map<string, Question>(
    currentLabelSchema(database).questions.map((question) => [question.id, question]),
  );

  return (label) => {
    const question = questions.get(label.question);
    if (!question) return label;
    const answer = checkAnswer(question, label.value);
    if (!answer.ok || answer.value === null) return label;
    if (question.kind === 'failure_mode' && typeof answer.value === 'string') {
      return { ...label, value: failureModeOf(answer.value) };
    }
    return { ...label, value: answer.value };
  };
}
