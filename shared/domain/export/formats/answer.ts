import type { JsonObject } from '../../json.ts';

/** An answer as a message of the assistant. */
export function answerOf(text: string): JsonObject {
  return { role: 'assistant', content: text.toWellFormed() };
}
