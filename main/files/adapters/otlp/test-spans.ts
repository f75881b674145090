import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { Adapter, Expansion } from '../adapter.ts';

/** Attributes as OTLP writes them. */
export function attributes(values: JsonObject): Json {
  return Object.entries(values).map(([key, value]) => ({ key, value: anyValue(value) }));
}

export function anyValue(value: Json): Json {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  if (value === null) return {};
  if (isJsonList(value)) return { arrayValue: { values: value.map(anyValue) } };
  return isJsonObject(value) ? { kvlistValue: { values: attributes(value) } } : {};
}

/** A span of one second, with an id made of the given digit. */
export function span(digit: string, values: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    traceId: 'A'.repeat(32),
    spanId: digit.repeat(16),
    name: 'chat some-model',
    kind: 3,
    startTimeUnixNano: '1766000000000000000',
    endTimeUnixNano: '1766000001234500000',
    attributes: attributes(values),
    ...more,
  };
}

export function traces(...spans: readonly JsonObject[]): JsonObject {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributes({ 'service.name': 'shop' }) },
        scopeSpans: [{ scope: { name: 'tracer' }, spans }],
      },
    ],
  };
}

export function logs(...logRecords: readonly JsonObject[]): JsonObject {
  return { resourceLogs: [{ resource: {}, scopeLogs: [{ scope: {}, logRecords }] }] };
}

/** A log entry at a second, in the span of the given digit. */
export function logEntry(
  digit: string,
  second: number,
  eventName: string,
  body: Json,
  values: JsonObject = {},
): JsonObject {
  return {
    traceId: 'a'.repeat(32),
    spanId: digit.repeat(16),
    timeUnixNano: `${1_766_000_000 + second}000000000`,
    eventName,
    body: anyValue(body),
    attributes: attributes(values),
  };
}

/** One whole reading, for assertions. */
export function readAll(adapter: Adapter, rows: readonly JsonObject[]): Expansion {
  const expander = adapter.open();
  const parts = [...rows.map((row) => expander.push(row)), expander.end()];
  return { rows: parts.flatMap((part) => part.rows), skipped: parts.flatMap((part) => part.skipped) };
}
