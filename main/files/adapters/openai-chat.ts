import type { JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter } from './adapter.ts';
import { expandReplies, holdsReplyOf } from './support/expand-replies.ts';

/** Answers of OpenAI's chat completions, and of the many servers that speak the same language. */
export const openaiChatAdapter: Adapter = {
  id: 'openai-chat',
  title: 'OpenAI chat completion',
  brings: 'interactions',
  fields: [
    {
      from: 'choices[0].message.content',
      to: 'output',
      note: 'or its refusal; `choices[0].text` of completions',
    },
    { from: 'choices[0].message.tool_calls', to: 'column tool_calls' },
    { from: 'choices[0].message.reasoning_content', to: 'column reasoning' },
    { from: 'choices[1..]', to: 'column other_choices' },
    {
      from: 'messages',
      to: 'messages',
      note: 'where the log has added them; the answer itself holds no request',
    },
    { from: 'id', to: 'external_id' },
    { from: 'custom_id, request_id', to: 'keys', note: 'results of a batch' },
    { from: 'model', to: 'model' },
    { from: 'created', to: 'created_at' },
    { from: 'usage.prompt_tokens', to: 'signal prompt_tokens' },
    { from: 'usage.completion_tokens', to: 'signal completion_tokens' },
    { from: 'usage.total_tokens', to: 'signal total_tokens' },
  ],
  recognises: (row) => holdsReplyOf('openai-chat', row) || isFailedBatchResult(row),
  open: () => expandEach(expandReplies),
};

function isFailedBatchResult(row: JsonObject): boolean {
  const names = ['custom_id', 'response', 'error'] as const;
  return names.every((name) => Object.hasOwn(row, name)) && !holdsReplyOf('openai-responses', row);
}
