import { isJsonObject, type JsonObject } from '../../../../shared/domain/json.ts';
import { chatMessages, readAssistant } from './chat-messages.ts';
import { column, field, numberField, objectField, objectsField, textField, without } from './fields.ts';
import { answerColumns, tokenSignals, type ProviderReply, type ProviderRequest } from './provider-body.ts';

/** Whether a body is an answer of chat completions, or of the older completions. */
export function isOpenaiReply(body: JsonObject): boolean {
  const object = body['object'];
  const choices = body['choices'];
  if (!Array.isArray(choices)) return false;
  if (object === 'chat.completion' || object === 'text_completion') return true;
  // Servers that speak the same language leave `object` out.
  const first: unknown = choices[0];
  return isJsonObject(first) && object === undefined && isJsonObject(first['message']) && 'model' in body;
}

/** A request to chat completions (`messages`) or completions (`prompt`). */
export function openaiRequest(body: JsonObject): ProviderRequest {
  return {
    messages: [...chatMessages(field(body, 'messages')), ...chatMessages(field(body, 'prompt'))],
    model: textField(body, 'model'),
    user: textField(body, 'safety_identifier', 'user'),
    session: undefined,
    promptVersion: undefined,
    rest: without(body, ['messages', 'prompt', 'model', 'user', 'safety_identifier']),
  };
}

/** The first choice is the output; further ones are kept in `rest` as `other_choices`. */
export function openaiReply(body: JsonObject): ProviderReply {
  const [choice = {}, ...otherChoices] = objectsField(body, 'choices');
  const message = objectField(choice, 'message');
  const answer = readAssistant(message);
  const usage = objectField(body, 'usage');
  return {
    output: answer.text === '' ? (textField(choice, 'text') ?? '') : answer.text,
    id: textField(body, 'id'),
    model: textField(body, 'model'),
    createdAt: field(body, 'created'),
    signals: tokenSignals({
      prompt: numberField(usage, 'prompt_tokens'),
      completion: numberField(usage, 'completion_tokens'),
      total: numberField(usage, 'total_tokens'),
    }),
    rest: {
      ...without(body, ['id', 'object', 'model', 'created', 'choices', 'usage']),
      ...answerColumns(answer),
      ...column('annotations', field(message, 'annotations')),
      ...column('finish_reason', field(choice, 'finish_reason')),
      ...column('logprobs', field(choice, 'logprobs')),
      ...column('other_choices', otherChoices),
      ...column('usage', without(usage, ['prompt_tokens', 'completion_tokens', 'total_tokens'])),
    },
  };
}
