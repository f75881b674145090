import { isJsonObject, parseJson, type JsonObject } from '../../../../shared/domain/json.ts';

/** Whether a text is a recorded event stream (`data: {...}` lines, perhaps with `event:` lines) with JSON in it. */
export function isEventStream(text: string): boolean {
  return /^\s*(?:(?:event|id|retry):[^\n]*\r?\n|:[^\n]*\r?\n)*data:\s*\{/.test(text.slice(0, 4096));
}

/** The JSON objects of an event stream, in order. `[DONE]`, comments and broken events are left out. */
export function readEventStream(text: string): readonly JsonObject[] {
  const events: JsonObject[] = [];
  let data: string[] = [];
  const finish = (): void => {
    const event = parseEvent(data.join('\n'));
    if (event !== undefined) events.push(event);
    data = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') finish();
    else if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
  }
  finish();
  return events;
}

function parseEvent(data: string): JsonObject | undefined {
  if (!data.trimStart().startsWith('{')) return undefined;
  try {
    const event = parseJson(data);
    return isJsonObject(event) ? event : undefined;
  } catch {
    return undefined;
  }
}
