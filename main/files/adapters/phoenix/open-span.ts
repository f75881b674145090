import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { parseInstant } from '../../../../shared/domain/time/parse-instant.ts';
import type { Span, SpanEvent } from '../otlp/span.ts';
import { column, field, objectField, objectsField, openJson, textField, without } from '../support/fields.ts';

const attributeColumn = 'attributes.';
const contextColumn = 'context.';

/** A span as Phoenix's REST interface returns it, or a row of its data frame with a column per attribute. */
export function isPhoenixSpan(row: JsonObject): boolean {
  if (!Object.hasOwn(row, 'span_kind')) return false;
  if (textField(row, `${contextColumn}span_id`) !== undefined) return true;
  const context = row['context'];
  return isJsonObject(context) && textField(context, 'span_id') !== undefined && 'attributes' in row;
}

export function openPhoenixSpan(row: JsonObject): Span {
  const context = { ...objectField(row, 'context'), ...columnsOf(row, contextColumn) };
  const written = { ...objectField(row, 'attributes'), ...columnsOf(row, attributeColumn) };
  const attributes = new Map<string, Json>();
  for (const [name, value] of Object.entries(written)) flatten(attributes, name, value, maxLevels);
  const kind = textField(row, 'span_kind');
  if (kind !== undefined && !attributes.has('openinference.span.kind'))
    attributes.set('openinference.span.kind', kind);
  return {
    name: textField(row, 'name') ?? '',
    traceId: textField(context, 'trace_id'),
    spanId: textField(context, 'span_id'),
    parentId: textField(row, 'parent_id'),
    startMs: parseInstant(field(row, 'start_time'))?.ms,
    endMs: parseInstant(field(row, 'end_time'))?.ms,
    attributes,
    events: objectsField(row, 'events').map(openEvent),
    rest: restOf(row),
  };
}

/** Nesting as the conventions have it; what is deeper stays one value. */
const maxLevels = 12;

/** Attributes that are one value, whatever they hold. */
const whole: ReadonlySet<string> = new Set([
  'metadata',
  'tag.tags',
  'input.value',
  'output.value',
  'llm.invocation_parameters',
  'llm.prompt_template.variables',
]);

/** Attributes that hold lists, which a CSV has as JSON text. */
const lists = /^llm\.(?:input_messages|output_messages|tools)$/;

/** `llm.model_name` from a nested `llm`, and `llm.input_messages.0.message.role` from a list of messages. */
function flatten(attributes: Map<string, Json>, name: string, written: Json, levels: number): void {
  if (written === null) return;
  // A number too large for one says more as text than not at all.
  const isNoNumber = typeof written === 'number' && !Number.isFinite(written);
  const value = isNoNumber ? String(written) : lists.test(name) ? openJson(written) : written;
  const isObject = isJsonObject(value);
  const isListOfObjects = isJsonList(value) && value.length > 0 && value.every(isJsonObject);
  if (whole.has(name) || levels === 0 || !(isObject || isListOfObjects)) attributes.set(name, value);
  else
    for (const [key, item] of Object.entries(value)) flatten(attributes, `${name}.${key}`, item, levels - 1);
}

function columnsOf(row: JsonObject, prefix: string): JsonObject {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name, value]) => name.startsWith(prefix) && value !== null)
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

function openEvent(event: JsonObject): SpanEvent {
  return {
    name: textField(event, 'name') ?? '',
    atMs: parseInstant(field(event, 'timestamp'))?.ms,
    attributes: new Map(Object.entries(objectField(event, 'attributes'))),
    body: null,
  };
}

function restOf(row: JsonObject): JsonObject {
  const names = [
    'name',
    'context',
    'span_kind',
    'parent_id',
    'start_time',
    'end_time',
    'attributes',
    'events',
    'id',
  ];
  const columns = Object.keys(row).filter(
    (name) => name.startsWith(attributeColumn) || name.startsWith(contextColumn),
  );
  return { ...without(row, [...names, ...columns]), ...column('phoenix_id', field(row, 'id')) };
}
