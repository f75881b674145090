import { isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { normaliseMessages } from '../../../../shared/domain/mapping/normalise-messages.ts';
import { plainText } from './content-parts.ts';
import { field, textField } from './fields.ts';

/** One turn as a message with a text, whatever it holds: content that is no text is kept as its JSON. */
export function readTurn(item: Json): JsonObject {
  const [message] = normaliseMessages([item]) ?? [];
  if (message !== undefined) return { ...message };
  const turn = isJsonObject(item) ? item : {};
  const content = field(turn, 'content', 'value', 'parts', 'text') ?? item;
  return { role: textField(turn, 'role', 'from') ?? 'unknown', content: plainText(content) };
}

export function isAssistantTurn(turn: JsonObject | undefined): boolean {
  return turn?.['role'] === 'assistant';
}
