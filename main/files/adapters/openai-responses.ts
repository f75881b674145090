import { expandEach, type Adapter } from './adapter.ts';
import { expandReplies, holdsReplyOf } from './support/expand-replies.ts';

export const openaiResponsesAdapter: Adapter = {
  id: 'openai-responses',
  title: 'OpenAI response',
  brings: 'interactions',
  fields: [
    { from: 'output[].content[].text', to: 'output', note: 'items of type message; refusals are read, too' },
    { from: 'output[] of type function_call', to: 'column tool_calls' },
    { from: 'output[] of type reasoning', to: 'column reasoning', note: 'its summary or text' },
    { from: 'output[] of other types', to: 'column other_content' },
    { from: 'instructions', to: 'messages', note: 'the system message; the input is not in a response' },
    { from: 'input', to: 'messages', note: 'where the log has added it' },
    { from: 'id', to: 'external_id' },
    { from: 'custom_id, request_id', to: 'keys', note: 'results of a batch' },
    { from: 'conversation.id', to: 'session' },
    { from: 'safety_identifier, else user', to: 'user' },
    { from: 'model', to: 'model' },
    { from: 'prompt.id and prompt.version', to: 'prompt_version', note: '`id@version`' },
    { from: 'created_at', to: 'created_at' },
    { from: 'completed_at − created_at', to: 'signal latency_ms', note: 'in whole seconds' },
    { from: 'usage.input_tokens', to: 'signal prompt_tokens' },
    { from: 'usage.output_tokens', to: 'signal completion_tokens' },
    { from: 'usage.total_tokens', to: 'signal total_tokens' },
  ],
  recognises: (row) => holdsReplyOf('openai-responses', row),
  open: () => expandEach(expandReplies),
};
