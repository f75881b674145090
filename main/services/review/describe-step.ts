import { answerText } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import type { AppEdit } from '../../db/tables/app-edits.ts';
import { findFailureMode } from '../../db/tables/failure-modes.ts';
import { everyQuestion } from '../schema/read-schemas.ts';

/** "Verdict: Good → not set". Names as the schema has them now, or had them last. */
export function describeLabelStep(
  database: Database,
  questionId: string,
  before: LabelValue | null,
  after: LabelValue | null,
): string {
  const question = everyQuestion(database).find(({ id }) => id === questionId);
  const text = (value: LabelValue | null) => describeValue(database, question, value);
  return `${question?.name ?? questionId}: ${text(before)} → ${text(after)}`;
}

export function describeEditStep(before: AppEdit | null, after: AppEdit | null): string {
  if (!after) return 'Edit withdrawn';
  return before ? 'Edit: earlier text is back' : 'Edit is back';
}

function describeValue(database: Database, question: Question | undefined, value: LabelValue | null): string {
  if (value === null) return 'not set';
  if (!question) return String(value);
  if (question.kind === 'failure_mode' && typeof value === 'string') {
    return findFailureMode(database, value, [])?.name ?? value;
  }
  const text = answerText(question, value);
  if (question.kind !== 'text') return text;
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > maxQuote ? `“${line.slice(0, maxQuote)}…”` : `“${line}”`;
}

const maxQuote = 60;
