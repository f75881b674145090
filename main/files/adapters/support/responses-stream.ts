import { isJsonObject, type JsonObject } from '../../../../shared/domain/json.ts';
import { objectField, textField } from './fields.ts';

export function isResponsesEvent(event: JsonObject): boolean {
  const type = textField(event, 'type') ?? '';
  return type.startsWith('response.') && (isJsonObject(event['response']) || 'sequence_number' in event);
}

/** The body at the end of the stream; of a stream that was cut off, its first state with the text until then. */
export function joinResponsesEvents(events: readonly JsonObject[]): JsonObject {
  const states = events.flatMap((event) => (isJsonObject(event['response']) ? [event['response']] : []));
  const last = states.at(-1) ?? { object: 'response' };
  const isFinished = events.some(({ type }) => endings.has(type));
  if (isFinished) return last;
  const done = events
    .filter(({ type }) => type === 'response.output_item.done')
    .map((event) => objectField(event, 'item'));
  if (done.length > 0) return { ...last, output: done };
  const text = events.flatMap((event) =>
    event['type'] === 'response.output_text.delta' ? (textField(event, 'delta') ?? []) : [],
  );
  return { ...last, output: [{ type: 'message', role: 'assistant', content: text.join('') }] };
}

const endings: ReadonlySet<unknown> = new Set([
  'response.completed',
  'response.incomplete',
  'response.failed',
]);
