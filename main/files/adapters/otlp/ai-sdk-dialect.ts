import { readMessagesAttribute, type Dialect } from './content.ts';
import { plainText } from './read-turns.ts';
import type { Span } from './span.ts';

/** Vercel's AI SDK up to version 6, and the legacy telemetry of 7. Version 7 itself writes the GenAI conventions. */
export const aiSdkDialect: Dialect = {
  readInput: (span) =>
    readMessagesAttribute(span, 'ai.prompt.messages') ?? readMessagesAttribute(span, 'ai.prompt'),
  readOutput: (span) => {
    const key = outputKeys.find((name) => span.attributes.has(name));
    if (key !== undefined) return { text: plainText(span.attributes.get(key) ?? null), taken: [key] };
    return hasToolCalls(span) ? { text: '', taken: [] } : undefined;
  },
};

/** `result` until version 4, `response` since. */
const outputKeys = ['ai.response.text', 'ai.response.object', 'ai.result.text', 'ai.result.object'];

/** An answer of tool calls only has no text; the calls stay under their own name. */
function hasToolCalls(span: Span): boolean {
  return span.attributes.has('ai.response.toolCalls') || span.attributes.has('ai.result.toolCalls');
}
