import { createAnswerScale } from '../../../shared/domain/agreement/answer-scale.ts';
import { levelOf } from '../../../shared/domain/agreement/measurement-level.ts';
import type { GivenAnswer } from '../../../shared/domain/queue/disagreement.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';

/** Reads the stored answers to a question, JSON, as they are compared; null for one without a place on its scale. */
export function answerScale(database: Database, question: string): (json: string) => GivenAnswer | null {
  const asked = currentLabelSchema(database).questions.find(({ id }) => id === question) ?? null;
  const level = levelOf(asked);
  const place = createAnswerScale(asked, level);
  return (json) => {
    const value: LabelValue = JSON.parse(json);
    const placed = place(value);
    if (placed === null) return null;
    return { key: placed.key, position: level === 'nominal' ? null : placed.position };
  };
}
