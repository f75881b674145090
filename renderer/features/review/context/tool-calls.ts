import type { Json } from '../../../../shared/domain/json.ts';

export interface ToolCall {
  /** What was called; null where the log names nothing. */
  readonly name: string | null;
  /** The call as JSON, laid out to be read. */
  readonly body: string;
}

/** The calls of a message in any form that logs have them in: a list or one, named directly or by its function. */
export function toolCallsOf(calls: Json): readonly ToolCall[] {
  return (Array.isArray(calls) ? calls : [calls]).map((call) => {
    const described = fieldOf(call, 'function') ?? call;
    const name = fieldOf(described, 'name');
    const given = fieldOf(described, 'arguments') ?? fieldOf(described, 'input') ?? call;
    return {
      name: typeof name === 'string' ? name : null,
      body: typeof given === 'string' ? readableJson(given) : JSON.stringify(given, null, 2),
    };
  });
}

/** A text that is JSON, laid out to be read; any other text as it is. */
export function readableJson(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function fieldOf(value: Json, name: string): Json | undefined {
  return isObject(value) ? value[name] : undefined;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
