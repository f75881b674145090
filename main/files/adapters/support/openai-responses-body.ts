import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { millisBetween, measured } from './signals.ts';
import { chatMessages, readAssistant, systemMessages } from './chat-messages.ts';
import { toolCall } from './content-parts.ts';
import { column, field, numberField, objectField, objectsField, textField, without } from './fields.ts';
import { answerColumns, tokenSignals, type ProviderReply, type ProviderRequest } from './provider-body.ts';

export function isResponsesReply(body: JsonObject): boolean {
  return body['object'] === 'response' && Array.isArray(body['output']);
}

/** A request to the Responses API. The answer repeats all of it but the input, so both are read by this. */
export function responsesRequest(body: JsonObject): ProviderRequest {
  return {
    messages: [...systemMessages(field(body, 'instructions')), ...chatMessages(field(body, 'input'))],
    model: textField(body, 'model'),
    user: textField(body, 'safety_identifier', 'user'),
    session: textField(objectField(body, 'conversation'), 'id') ?? textField(body, 'conversation'),
    promptVersion: promptVersion(objectField(body, 'prompt')),
    rest: without(body, requestNames),
  };
}

export function responsesReply(body: JsonObject): ProviderReply {
  const items = objectsField(body, 'output');
  const answers = items.filter(({ type }) => type === 'message').map(readAssistant);
  const calls = items.filter(({ type }) => type === 'function_call').map(callOf);
  const reasoning = items.filter(({ type }) => type === 'reasoning').map(readReasoning);
  const usage = objectField(body, 'usage');
  const taken = new Set<Json | undefined>(['message', 'function_call', 'reasoning']);
  return {
    output: answers.map(({ text }) => text).join('\n\n'),
    id: textField(body, 'id'),
    model: textField(body, 'model'),
    createdAt: field(body, 'created_at'),
    request: { ...responsesRequest(body), rest: {} },
    signals: [
      ...measured({ latency_ms: millisBetween(field(body, 'created_at'), field(body, 'completed_at')) }),
      ...tokenSignals({
        prompt: numberField(usage, 'input_tokens'),
        completion: numberField(usage, 'output_tokens'),
        total: numberField(usage, 'total_tokens'),
      }),
    ],
    rest: {
      ...without(body, [...requestNames, ...replyNames]),
      ...answerColumns({
        toolCalls: calls,
        reasoning: reasoning.filter((text) => text !== '').join('\n\n'),
        others: [...answers.flatMap(({ others }) => others), ...items.filter(({ type }) => !taken.has(type))],
      }),
      ...column('usage', without(usage, ['input_tokens', 'output_tokens', 'total_tokens'])),
    },
  };
}

const requestNames = [
  'instructions',
  'input',
  'model',
  'safety_identifier',
  'user',
  'conversation',
  'prompt',
] as const;

const replyNames = ['id', 'object', 'created_at', 'output', 'usage', 'output_text'] as const;

function promptVersion(prompt: JsonObject): string | undefined {
  const [id, version] = [textField(prompt, 'id'), textField(prompt, 'version')];
  return id === undefined || version === undefined ? (id ?? version) : `${id}@${version}`;
}

function callOf(item: JsonObject): JsonObject {
  return toolCall(textField(item, 'call_id', 'id'), textField(item, 'name') ?? '', field(item, 'arguments'));
}

function readReasoning(item: JsonObject): string {
  return objectsField(item, 'summary')
    .concat(objectsField(item, 'content'))
    .flatMap((part) => textField(part, 'text') ?? [])
    .join('\n\n');
}
