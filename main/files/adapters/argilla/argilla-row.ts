import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingEdit, ArrivingLabel, ArrivingSignal, Expansion } from '../adapter.ts';
import { isCommentName } from '../support/comment-name.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { column, without } from '../support/fields.ts';
import { askedMessages, judgedText, type JudgedText } from '../support/judged-text.ts';
import { humanOrigin } from '../support/person-name.ts';
import { snakeCase } from '../support/signals.ts';
import { answerValue } from './answer-value.ts';
import type { ArgillaRecord, Response, Suggestion } from './read-record.ts';
import type { TextQuestions } from './text-questions.ts';

/** One row as an interaction; responses that were not submitted are counted and kept as they are. */
export function argillaRow(given: ArgillaRecord, questions: TextQuestions): Expansion {
  const submitted = given.responses.filter(({ status }) => status === 'submitted');
  const others = given.responses.filter(({ status }) => status !== 'submitted');
  const skipped = others.map(({ status }) =>
    status === 'draft' || status === 'discarded'
      ? `a response that is ${status}`
      : 'a response not submitted',
  );
  const texts = questions.of(given).filter((question) => !isCommentName(question));
  const offered = given.suggestions.find(({ question }) => texts.includes(question));
  const judged = offeredText(offered, given.fields) ?? judgedText(given.fields);
  if (judged === undefined) return { rows: [], skipped: [...skipped, 'a row without a text to judge'] };
  const edited = offered?.question ?? texts[0];
  const arriving = arrivingRow(
    {
      output: judged.output,
      messages: judged.messages,
      model: judged.model,
      external_id: given.id,
      edits: submitted.flatMap((response) => editOf(response, edited)),
      labels: submitted.flatMap((response) => labelOf(response, edited)),
      signals: [
        ...submitted.flatMap(commentOf),
        ...given.suggestions.flatMap((suggestion) =>
          suggestion === offered ? [] : suggestionSignal(suggestion),
        ),
      ],
    },
    {
      ...given.rest,
      ...column('fields', without(given.fields, judged.taken)),
      ...column('responses_not_submitted', others.map(responseColumn)),
      ...column('raw_answers', submitted.filter(isRaw).map(responseColumn)),
    },
  );
  return { rows: [arriving], skipped };
}

function offeredText(offered: Suggestion | undefined, fields: JsonObject): JudgedText | undefined {
  if (offered === undefined || typeof offered.value !== 'string') return undefined;
  return { output: offered.value, model: offered.agent, ...askedMessages(fields) };
}

function editOf({ question, value, user }: Response, edited: string | undefined): readonly ArrivingEdit[] {
  return question === edited && typeof value === 'string' ? [{ text: value, annotator: user ?? null }] : [];
}

function labelOf(response: Response, edited: string | undefined): readonly ArrivingLabel[] {
  const { question, user } = response;
  if (isComment(response) || (question === edited && typeof response.value === 'string')) return [];
  const value = answerValue(response.value);
  return value === undefined ? [] : [{ question, value, annotator: user ?? null }];
}

function isComment({ question, value }: Response): boolean {
  return typeof value === 'string' && isCommentName(question);
}

function commentOf(response: Response): readonly ArrivingSignal[] {
  if (!isComment(response) || typeof response.value !== 'string') return [];
  return [{ kind: 'explicit', name: 'comment', value: response.value, origin: humanOrigin(response.user) }];
}

function suggestionSignal({ question, value, agent }: Suggestion): readonly ArrivingSignal[] {
  const answer = answerValue(value);
  if (answer === undefined) return [];
  const plain = typeof answer === 'object' ? answer.join(', ') : answer;
  return [
    { kind: 'explicit', name: snakeCase(question), value: plain, origin: `model:${agent ?? 'unknown'}` },
  ];
}

/** Answers with more to them than a label can say, such as ranks and spans. */
function isRaw({ value }: Response): boolean {
  return Array.isArray(value) ? value.some((item) => typeof item === 'object') : typeof value === 'object';
}

function responseColumn({ question, value, user, status }: Response): { readonly [name: string]: Json } {
  return { question, value, status, ...(user === undefined ? {} : { user }) };
}
