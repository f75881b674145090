import { isJsonList, isJsonObject, type Json } from '../../json.ts';

export function roleOf(message: Json): Json | undefined {
  return isJsonObject(message) ? message['role'] : undefined;
}

/** The text of a message; undefined where it has none or has it in parts. */
export function contentOf(message: Json): string | undefined {
  const content = isJsonObject(message) ? message['content'] : undefined;
  return typeof content === 'string' ? content : undefined;
}

export function listOf(value: Json | undefined): readonly Json[] {
  return isJsonList(value) ? value : [];
}

/** The functions that a message calls, by name. */
export function calledTools(message: Json): readonly string[] {
  const calls = isJsonObject(message) ? listOf(message['tool_calls']) : [];
  return calls.flatMap((call) => {
    const fn = isJsonObject(call) ? call['function'] : undefined;
    const name = isJsonObject(fn) ? fn['name'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}
