import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { anthropicReply, anthropicRequest, isAnthropicReply } from './anthropic-body.ts';
import { isAnthropicEvent, joinAnthropicEvents } from './anthropic-stream.ts';
import { field, openJson } from './fields.ts';
import { isOpenaiReply, openaiReply, openaiRequest } from './openai-body.ts';
import { isResponsesReply, responsesReply, responsesRequest } from './openai-responses-body.ts';
import { isOpenaiChunk, joinOpenaiChunks } from './openai-stream.ts';
import type { ProviderReply, ProviderRequest } from './provider-body.ts';
import { isResponsesEvent, joinResponsesEvents } from './responses-stream.ts';
import { isEventStream, readEventStream } from './sse.ts';

export type Provider = 'openai-chat' | 'openai-responses' | 'anthropic';

export interface ReplyBody {
  readonly provider: Provider;
  readonly body: JsonObject;
}

/**
 * The body of a model's answer and whose form it has: an object, its JSON text, the text of an event stream, or a list
 * of a stream's events. Undefined where it is no answer of a known form.
 */
export function replyBody(value: Json | undefined): ReplyBody | undefined {
  const opened = openJson(value);
  if (typeof opened === 'string') return isEventStream(opened) ? joined(readEventStream(opened)) : undefined;
  if (isJsonList(opened)) return joined(opened.filter(isJsonObject));
  if (!isJsonObject(opened)) return undefined;
  if (isOpenaiReply(opened)) return { provider: 'openai-chat', body: opened };
  if (isResponsesReply(opened)) return { provider: 'openai-responses', body: opened };
  return isAnthropicReply(opened) ? { provider: 'anthropic', body: opened } : undefined;
}

export function readReply({ provider, body }: ReplyBody): ProviderReply {
  if (provider === 'anthropic') return anthropicReply(body);
  return provider === 'openai-chat' ? openaiReply(body) : responsesReply(body);
}

/** The request to a provider; where the answer does not tell which one it is, its form does. */
export function readRequest(body: JsonObject, provider: Provider = requestForm(body)): ProviderRequest {
  if (provider === 'anthropic') return anthropicRequest(body);
  return provider === 'openai-chat' ? openaiRequest(body) : responsesRequest(body);
}

function requestForm(body: JsonObject): Provider {
  if (field(body, 'messages', 'prompt') === undefined) return 'openai-responses';
  return field(body, 'system', 'anthropic_version') === undefined ? 'openai-chat' : 'anthropic';
}

function joined(events: readonly JsonObject[]): ReplyBody | undefined {
  const isAny = (is: (event: JsonObject) => boolean): boolean => events.some(is);
  if (isAny(isAnthropicEvent)) return { provider: 'anthropic', body: joinAnthropicEvents(events) };
  if (isAny(isOpenaiChunk)) return { provider: 'openai-chat', body: joinOpenaiChunks(events) };
  if (isAny(isResponsesEvent)) return { provider: 'openai-responses', body: joinResponsesEvents(events) };
  return undefined;
}
