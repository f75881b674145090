import { answerText } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import type { SpanValue } from '../../../shared/domain/spans/span-value.ts';
import type { Database } from '../../db/database.ts';
import type { AppEdit } from '../../db/tables/app-edits.ts';
import { findFailureMode } from '../../db/tables/failure-modes.ts';
import type { ResolutionState } from '../../db/tables/resolutions.ts';
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

/** "Resolution of Verdict: not set → Good". */
export function describeResolutionStep(
  database: Database,
  questionId: string,
  before: Pick<ResolutionState, 'value'> | null,
  after: Pick<ResolutionState, 'value'> | null,
): string {
  const step = describeLabelStep(database, questionId, before?.value ?? null, after?.value ?? null);
  return `Resolution of ${step}`;
}

/** "Verdict on 12 interactions". */
export function describeManyLabels(database: Database, questionId: string, count: number): string {
  const question = everyQuestion(database).find(({ id }) => id === questionId);
  return `${question?.name ?? questionId} on ${count} ${count === 1 ? 'interaction' : 'interactions'}`;
}

/** "“a silent hymn”: Cliché, major → not set"; of a change also what the edit put there. */
export function describeSpanStep(
  database: Database,
  { quote, added }: { readonly quote: string; readonly added: string | null },
  before: SpanValue | null,
  after: SpanValue | null,
): string {
  const parts = added === null ? [quote] : [quote, added].filter((text) => text !== '');
  const place = parts.map(quoted).join(' to ');
  return `${place}: ${describeSpan(database, before)} → ${describeSpan(database, after)}`;
}

function describeSpan(database: Database, value: SpanValue | null): string {
  if (value === null) return 'not set';
  const { failureMode, severity, note } = value;
  const name =
    failureMode === null ? null : (findFailureMode(database, failureMode, [])?.name ?? failureMode);
  return [name, severity, note === null ? null : quoted(note)].filter((part) => part !== null).join(', ');
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
  return question.kind === 'text' ? quoted(text) : text;
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > maxQuote ? `“${line.slice(0, maxQuote)}…”` : `“${line}”`;
}

const maxQuote = 60;
