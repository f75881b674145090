import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { chatMessages, readAssistant, systemMessages } from './chat-messages.ts';
import { column, field, numberField, objectField, objectsField, textField, without } from './fields.ts';
import { answerColumns, tokenSignals, type ProviderReply, type ProviderRequest } from './provider-body.ts';
import { readReply, readRequest, replyBody } from './read-reply.ts';
import { measured } from './signals.ts';

/** The input of a model on Bedrock: Converse, Anthropic, Nova, or one of the models that take a text. */
export function bedrockRequest(value: Json): ProviderRequest | undefined {
  if (!isJsonObject(value)) return undefined;
  if (field(value, 'anthropic_version') !== undefined) return readRequest(value, 'anthropic');
  const prompt = field(value, 'inputText', 'prompt');
  return {
    messages: [
      ...systemMessages(field(value, 'system')),
      ...chatMessages(field(value, 'messages')),
      ...chatMessages(prompt),
    ],
    model: undefined,
    user: undefined,
    session: undefined,
    promptVersion: undefined,
    rest: without(value, ['system', 'messages', 'inputText', 'prompt']),
  };
}

/** The answer of a model on Bedrock; undefined where it holds no text and no tool call, as an embedding. */
export function bedrockReply(value: Json): ProviderReply | undefined {
  const known = replyBody(value);
  if (known !== undefined) return readReply(known);
  if (isJsonList(value)) return streamedReply(value.filter(isJsonObject));
  if (!isJsonObject(value)) return undefined;
  const message = objectField(objectField(value, 'output'), 'message');
  return Object.hasOwn(message, 'content') ? converseReply(message, value) : textReply(value);
}

function converseReply(message: JsonObject, body: JsonObject): ProviderReply {
  const answer = readAssistant(message);
  const usage = objectField(body, 'usage');
  return {
    output: answer.text,
    id: undefined,
    model: undefined,
    createdAt: undefined,
    signals: [
      ...measured({ latency_ms: numberField(objectField(body, 'metrics'), 'latencyMs') }),
      ...tokenSignals({
        prompt: numberField(usage, 'inputTokens'),
        completion: numberField(usage, 'outputTokens'),
        total: numberField(usage, 'totalTokens'),
      }),
    ],
    rest: { ...without(body, ['output', 'usage', 'metrics']), ...answerColumns(answer) },
  };
}

/** Titan, Llama, Mistral, Cohere and AI21 each put the text somewhere else. */
function textReply(body: JsonObject): ProviderReply | undefined {
  for (const name of ['results', 'outputs', 'generations', 'completions']) {
    const [first] = objectsField(body, name);
    const text = first === undefined ? undefined : textOf({ ...first, ...objectField(first, 'data') });
    if (text !== undefined) return plainReply(text, without(body, [name]));
  }
  const text = textOf(body);
  return text === undefined ? undefined : plainReply(text, without(body, textNames));
}

const textNames = ['outputText', 'text', 'generation', 'completion'] as const;

function textOf(holder: JsonObject): string | undefined {
  return textField(holder, ...textNames);
}

function plainReply(output: string, body: JsonObject): ProviderReply {
  const counts = {
    prompt: numberField(body, 'prompt_token_count', 'inputTextTokenCount'),
    completion: numberField(body, 'generation_token_count'),
    total: undefined,
  };
  const rest = without(body, ['prompt_token_count', 'inputTextTokenCount', 'generation_token_count']);
  return {
    output,
    id: undefined,
    model: undefined,
    createdAt: undefined,
    signals: tokenSignals(counts),
    rest,
  };
}

/** Pieces of a stream: those of Converse, else those of a model that writes text. */
function streamedReply(events: readonly JsonObject[]): ProviderReply | undefined {
  const deltas = events.map((event) => objectField(objectField(event, 'contentBlockDelta'), 'delta'));
  const isConverse = events.some((event) => 'contentBlockDelta' in event || 'messageStop' in event);
  if (!isConverse) {
    const pieces = events.flatMap((event) => textReply(event)?.output ?? []);
    return pieces.length === 0 ? undefined : plainReply(pieces.join(''), {});
  }
  const metadata = objectField(events.find((event) => 'metadata' in event) ?? {}, 'metadata');
  const stop = objectField(events.find((event) => 'messageStop' in event) ?? {}, 'messageStop');
  const text = deltas.map((delta) => textField(delta, 'text') ?? '').join('');
  return converseReply({ content: [{ text }, ...streamedCalls(events)] }, { ...metadata, ...stop });
}

function streamedCalls(events: readonly JsonObject[]): readonly JsonObject[] {
  const calls = new Map<Json, { readonly start: JsonObject; readonly inputs: string[] }>();
  for (const event of events) {
    const starting = objectField(event, 'contentBlockStart');
    const start = objectField(objectField(starting, 'start'), 'toolUse');
    if (Object.keys(start).length > 0) calls.set(starting['contentBlockIndex'] ?? 0, { start, inputs: [] });
    const piece = objectField(event, 'contentBlockDelta');
    const input = textField(objectField(objectField(piece, 'delta'), 'toolUse'), 'input');
    if (input !== undefined) calls.get(piece['contentBlockIndex'] ?? 0)?.inputs.push(input);
  }
  return [...calls.values()].map(({ start, inputs }) => {
    const [name, id] = [textField(start, 'name') ?? '', textField(start, 'toolUseId')];
    return { toolUse: { name, ...column('toolUseId', id), input: inputs.join('') } };
  });
}
