import { isJsonObject, type JsonObject } from '../../../shared/domain/json.ts';
import { nothing, type Adapter, type Expander, type Expansion } from './adapter.ts';
import { isAnthropicEvent } from './support/anthropic-stream.ts';
import { callRow } from './support/call-row.ts';
import { expandReplies, holdsReplyOf } from './support/expand-replies.ts';
import { textField } from './support/fields.ts';
import { readReply, replyBody } from './support/read-reply.ts';

export const anthropicAdapter: Adapter = {
  id: 'anthropic',
  title: 'Anthropic message',
  brings: 'interactions',
  fields: [
    { from: 'content[] of type text', to: 'output' },
    { from: 'content[] of type tool_use', to: 'column tool_calls' },
    { from: 'content[] of type thinking', to: 'column reasoning', note: 'without its signature' },
    { from: 'content[] of other types', to: 'column other_content' },
    { from: 'id', to: 'external_id' },
    { from: 'custom_id', to: 'keys', note: 'results of a batch' },
    { from: 'model', to: 'model' },
    {
      from: 'usage.input_tokens, cache_read_input_tokens, cache_creation_input_tokens',
      to: 'signal prompt_tokens',
      note: 'their sum, which is the whole prompt',
    },
    { from: 'usage.output_tokens', to: 'signal completion_tokens' },
    {
      from: 'message_start … message_stop',
      to: 'output',
      note: 'events of a stream are joined into one message',
    },
  ],
  recognises: (row) => isAnthropicEvent(row) || holdsReplyOf('anthropic', row) || isFailedBatchResult(row),
  open: openAnthropic,
};

const failures: ReadonlySet<string | undefined> = new Set(['errored', 'canceled', 'expired']);

function isFailedBatchResult(row: JsonObject): boolean {
  const result = row['result'];
  return Object.hasOwn(row, 'custom_id') && isJsonObject(result) && failures.has(textField(result, 'type'));
}

/** More events than an answer has, so that a stream without an end does not stay in memory. */
const maxEvents = 500_000;

/** Rows may be the single events of streams, one stream after the other. */
function openAnthropic(): Expander {
  let events: JsonObject[] = [];
  const finish = (): Expansion => {
    const reply = events.length === 0 ? undefined : replyBody(events);
    events = [];
    return reply === undefined ? nothing : { rows: [callRow(undefined, readReply(reply))], skipped: [] };
  };
  return {
    push: (row) => {
      if (row['type'] === 'ping') return nothing;
      if (!isAnthropicEvent(row)) return expandReplies(row);
      const isNext = row['type'] === 'message_start' || events.length >= maxEvents;
      const before = isNext ? finish() : nothing;
      events.push(row);
      return row['type'] === 'message_stop' ? finish() : before;
    },
    end: finish,
  };
}
