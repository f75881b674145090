import type { AgreementQuestion } from '../../../shared/contract/agreement-operations.ts';
import { levelOf } from '../../../shared/domain/agreement/measurement-level.ts';
import type { Database } from '../../db/database.ts';
import { answeredQuestions } from '../../db/tables/agreement.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';

/** The questions with labels that can be compared: those of the schema in its order, then others by their id. */
export function agreementQuestions(database: Database): AgreementQuestion[] {
  const { questions } = currentLabelSchema(database);
  const answered = answeredQuestions(database);
  const asked = questions.filter(({ id, kind }) => kind !== 'text' && answered.includes(id));
  const others = answered.filter((id) => !questions.some((question) => question.id === id));
  return [
    ...asked.map((question) => ({ question: question.id, name: question.name, level: levelOf(question) })),
    ...others.map((id) => ({ question: id, name: id, level: levelOf(null) })),
  ];
}
