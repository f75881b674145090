import { isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { field, numberField, objectField, openJson, textField, without } from './fields.ts';
import { replyBody, type ReplyBody } from './read-reply.ts';

/** One answer of a provider in a log that holds nothing but answers. */
export interface LoggedReply {
  /** Undefined where the call brought no answer. */
  readonly reply: ReplyBody | undefined;
  /** Why there is none. */
  readonly failure: string;
  /** Ids that other files use for the call, such as a batch's `custom_id`. */
  readonly keys: readonly (string | undefined)[];
  readonly rest: JsonObject;
}

export const noAnswer = 'a call that brought no answer of an AI';
export const failedCall = 'a call that failed';

/**
 * The answers in a row: an answer itself, a list object of them, a recorded `{status, headers, body}`, or one result of
 * a batch (OpenAI's `response.body`, Anthropic's `result.message`).
 */
export function loggedReplies(row: JsonObject): readonly LoggedReply[] {
  const direct = replyBody(row);
  if (direct !== undefined) return [{ reply: direct, failure: '', keys: [], rest: {} }];
  if (isListObject(row)) return listed(row);
  const result = batchResult(row) ?? recorded(row);
  return result === undefined ? [] : [result];
}

function isListObject(row: JsonObject): boolean {
  return row['object'] === 'list' && Array.isArray(row['data']);
}

function listed(row: JsonObject): readonly LoggedReply[] {
  const data = openJson(row['data']);
  return (Array.isArray(data) ? data : []).map((item: Json) => {
    const reply = isJsonObject(item) ? replyBody(item) : undefined;
    return { reply, failure: noAnswer, keys: [], rest: {} };
  });
}

function batchResult(row: JsonObject): LoggedReply | undefined {
  const customId = textField(row, 'custom_id');
  if (customId === undefined) return undefined;
  if (isJsonObject(row['result'] ?? null)) {
    const result = objectField(row, 'result');
    const failure = `a batch request that was ${textField(result, 'type') ?? 'not answered'}`;
    const rest = { custom_id: customId, ...without(row, ['custom_id', 'result']) };
    return { reply: replyBody(result['message']), failure, keys: [customId], rest };
  }
  if (!Object.hasOwn(row, 'response')) return undefined;
  const response = objectField(row, 'response');
  const isFailed = field(row, 'error') !== undefined || (numberField(response, 'status_code') ?? 200) >= 400;
  return {
    reply: replyBody(response['body']),
    failure: isFailed ? failedCall : noAnswer,
    keys: [customId, textField(row, 'id'), textField(response, 'request_id')],
    rest: { custom_id: customId, ...without(row, ['custom_id', 'response', 'id']) },
  };
}

function recorded(row: JsonObject): LoggedReply | undefined {
  if (!Object.hasOwn(row, 'body') || !('status' in row || 'status_code' in row || 'headers' in row))
    return undefined;
  const isFailed = (numberField(row, 'status', 'status_code') ?? 200) >= 400;
  return {
    reply: replyBody(row['body']),
    failure: isFailed ? failedCall : noAnswer,
    keys: [],
    rest: without(row, ['body']),
  };
}
