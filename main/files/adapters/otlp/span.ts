import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { parseInstant } from '../../../../shared/domain/time/parse-instant.ts';
import { decodeAttributes, decodeValue, objectOf, textOf, type Attributes } from './attributes.ts';

/** A span in whatever form it was written, or what log events of one span tell of it. */
export interface Span {
  readonly name: string;
  /** Ids in lower case hex. */
  readonly traceId: string | undefined;
  readonly spanId: string | undefined;
  readonly parentId: string | undefined;
  readonly startMs: number | undefined;
  readonly endMs: number | undefined;
  readonly attributes: Attributes;
  readonly events: readonly SpanEvent[];
  /** What else is known of it, under the names it is written with: status, kind, links, resource, scope. */
  readonly rest: JsonObject;
}

export interface SpanEvent {
  readonly name: string;
  readonly atMs: number | undefined;
  readonly attributes: Attributes;
  readonly body: Json;
}

/** A log entry with the span it was written in. */
export interface LoggedEvent extends SpanEvent {
  readonly traceId: string | undefined;
  readonly spanId: string | undefined;
  readonly rest: JsonObject;
}

/** A span as OTLP/JSON writes it; `around` holds what its resource and scope say. */
export function otlpSpan(span: JsonObject, around: JsonObject): Span {
  return {
    name: textOf(span['name']) ?? '',
    traceId: hexId(span['traceId']),
    spanId: hexId(span['spanId']),
    parentId: hexId(span['parentSpanId']),
    startMs: nanosToMs(span['startTimeUnixNano']),
    endMs: nanosToMs(span['endTimeUnixNano']),
    attributes: decodeAttributes(span['attributes']),
    events: eventsOf(span['events']),
    rest: { ...pick(span, ['kind', 'status', 'links', 'traceState']), ...around },
  };
}

/** A span as SDKs print it: JavaScript's `{spanContext, startTime: [s, ns]}` and Python's `{context, start_time}`. */
export function bareSpan(span: JsonObject): Span {
  const context = objectOf(span['spanContext'] ?? span['context']);
  const parent = objectOf(span['parentSpanContext']);
  return {
    name: textOf(span['name']) ?? '',
    traceId: hexId(context['traceId'] ?? context['trace_id']),
    spanId: hexId(context['spanId'] ?? context['span_id']),
    parentId: hexId(parent['spanId'] ?? span['parentSpanId'] ?? span['parent_id']),
    startMs: clockToMs(span['startTime'] ?? span['start_time']),
    endMs: clockToMs(span['endTime'] ?? span['end_time']),
    attributes: decodeAttributes(span['attributes']),
    events: eventsOf(span['events']),
    rest: pick(span, ['kind', 'status', 'links', 'resource', 'instrumentationScope']),
  };
}

/** A span of which only the attributes were written. */
export function attributesSpan(attributes: JsonObject): Span {
  return {
    name: '',
    traceId: undefined,
    spanId: undefined,
    parentId: undefined,
    startMs: undefined,
    endMs: undefined,
    attributes: decodeAttributes(attributes),
    events: [],
    rest: {},
  };
}

export function loggedEvent(entry: JsonObject, around: JsonObject): LoggedEvent {
  const attributes = decodeAttributes(entry['attributes']);
  return {
    name: textOf(entry['eventName']) ?? textOf(attributes.get('event.name')) ?? '',
    atMs: nanosToMs(entry['timeUnixNano']) ?? nanosToMs(entry['observedTimeUnixNano']),
    attributes,
    body: decodeValue(entry['body'] ?? null),
    traceId: hexId(entry['traceId']),
    spanId: hexId(entry['spanId']),
    rest: around,
  };
}

function eventsOf(value: Json | undefined): readonly SpanEvent[] {
  if (!isJsonList(value)) return [];
  return value.filter(isJsonObject).map((event) => ({
    name: textOf(event['name']) ?? '',
    atMs: nanosToMs(event['timeUnixNano']) ?? clockToMs(event['time'] ?? event['timestamp']),
    attributes: decodeAttributes(event['attributes']),
    body: decodeValue(event['body'] ?? null),
  }));
}

/** Ids differ in case between exporters, and Python's are written with `0x`. All zeros mean that there is none. */
function hexId(value: Json | undefined): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const plain = text.replace(/^0x/i, '');
  if (/^0*$/.test(plain)) return undefined;
  return /^[\da-f]+$/i.test(plain) ? plain.toLowerCase() : text;
}

/** The years that a time can be in; zero is how exporters write that they know none. */
const [minMs, maxMs] = [Date.UTC(1990), Date.UTC(2200)];

function nanosToMs(value: Json | undefined): number | undefined {
  const isWritten = typeof value === 'number' || (typeof value === 'string' && /^\d{1,20}$/.test(value));
  return isWritten ? plausible(Number(value) / 1e6) : undefined;
}

/** `[seconds, nanoseconds]`, ISO 8601 or Unix time. */
function clockToMs(value: Json | undefined): number | undefined {
  if (!isJsonList(value)) return plausible(parseInstant(value)?.ms);
  const [seconds, nanos] = value;
  return typeof seconds === 'number' && typeof nanos === 'number'
    ? plausible(seconds * 1e3 + nanos / 1e6)
    : undefined;
}

function plausible(ms: number | undefined): number | undefined {
  return ms !== undefined && ms >= minMs && ms < maxMs ? ms : undefined;
}

function pick(holder: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
      return value === undefined || value === null || isEmpty(value) ? [] : [[key, value] as const];
    }),
  );
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
