import type { MappedLabel } from '../../../shared/domain/mapping/mapped-row.ts';
import { checkAnswer } from '../../../shared/domain/schema/check-answer.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { ensureImportedFailureMode } from '../../db/tables/failure-modes.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';

/**
 * Gives imported labels the form that answering in the app gives them: an option's id for its name, a failure mode's
 * id for its name (an unknown name makes one). Labels of questions that the schema does not have, or of values that
 * it does not allow, stay as they came: they are somebody's judgement all the same.
 */
export function createAnswerReader(database: Database, now: number): (label: MappedLabel) => MappedLabel {
  const questions = new Map<string, Question>(
    currentLabelSchema(database).questions.map((question) => [question.id, question]),
  );
  const failureModes = new Map<string, string>();

  const failureModeOf = (name: string) => {
    const known = failureModes.get(name) ?? ensureImportedFailureMode(database, name.trim(), now);
    failureModes.set(name, known);
    return known;
  };

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
