import type { JsonObject } from '../../../../shared/domain/json.ts';
import { chatMessages, readAssistant, systemMessages } from './chat-messages.ts';
import { column, field, numberField, objectField, textField, without } from './fields.ts';
import { answerColumns, tokenSignals, type ProviderReply, type ProviderRequest } from './provider-body.ts';

export function isAnthropicReply(body: JsonObject): boolean {
  return body['type'] === 'message' && body['role'] === 'assistant' && Array.isArray(body['content']);
}

/** A request to the Messages API: the system prompt stands beside the messages. */
export function anthropicRequest(body: JsonObject): ProviderRequest {
  const metadata = objectField(body, 'metadata');
  return {
    messages: [...systemMessages(field(body, 'system')), ...chatMessages(field(body, 'messages'))],
    model: textField(body, 'model'),
    user: textField(metadata, 'user_id'),
    session: undefined,
    promptVersion: undefined,
    rest: {
      ...without(body, ['system', 'messages', 'model', 'metadata']),
      ...column('metadata', without(metadata, ['user_id'])),
    },
  };
}

export function anthropicReply(body: JsonObject): ProviderReply {
  const answer = readAssistant(body);
  const usage = objectField(body, 'usage');
  return {
    output: answer.text,
    id: textField(body, 'id'),
    model: textField(body, 'model'),
    createdAt: undefined,
    signals: tokenSignals({
      prompt: promptTokens(usage),
      completion: numberField(usage, 'output_tokens'),
      total: undefined,
    }),
    rest: {
      ...without(body, ['id', 'type', 'role', 'model', 'content', 'usage']),
      ...answerColumns(answer),
      ...column('usage', without(usage, ['output_tokens'])),
    },
  };
}

/** `input_tokens` leaves out what came from and went to the cache; other providers count the whole prompt. */
function promptTokens(usage: JsonObject): number | undefined {
  const fresh = numberField(usage, 'input_tokens');
  if (fresh === undefined) return undefined;
  const cached = ['cache_read_input_tokens', 'cache_creation_input_tokens'] as const;
  return cached.reduce((sum, name) => sum + (numberField(usage, name) ?? 0), fresh);
}
