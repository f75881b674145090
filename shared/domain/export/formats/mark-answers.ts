import type { JsonObject } from '../../json.ts';

/** Messages whose assistant's are marked, such as with `weight: 0`, as not to be learned. */
export function markAnswers(messages: readonly JsonObject[], mark: JsonObject): readonly JsonObject[] {
  return messages.map((message) => (message['role'] === 'assistant' ? { ...message, ...mark } : message));
}
