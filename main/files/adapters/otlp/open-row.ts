import { isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { decodeAttributes, listAt, objectOf, textOf } from './attributes.ts';
import { attributesSpan, bareSpan, loggedEvent, otlpSpan, type LoggedEvent, type Span } from './span.ts';

export interface OpenedRow {
  readonly spans: readonly Span[];
  readonly events: readonly LoggedEvent[];
  /** List elements that are neither. */
  readonly strange: number;
}

/** How a row carries telemetry; each form is one way in which exporters and SDKs write it. */
type Form = 'traces' | 'logs' | 'span' | 'bare span' | 'attributes';

/** Undefined where the row is no telemetry. Looks at names and a few types only. */
export function formOf(row: JsonObject): Form | undefined {
  if (['resourceSpans', 'scopeSpans'].some((key) => listAt(row, key) !== undefined)) return 'traces';
  if (['resourceLogs', 'scopeLogs'].some((key) => listAt(row, key) !== undefined)) return 'logs';
  if (textOf(row['spanId']) !== undefined && textOf(row['traceId']) !== undefined)
    return listAt(row, 'attributes') !== undefined && isWritten(row['startTimeUnixNano'])
      ? 'span'
      : undefined;
  if (textOf(row['name']) !== undefined && isJsonObject(row['attributes']))
    return hasContext(row) ? 'bare span' : undefined;
  return isAttributes(row) ? 'attributes' : undefined;
}

function isWritten(value: Json | undefined): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** Phoenix writes `context` too, but its ids have no `0x`. */
function hasContext(row: JsonObject): boolean {
  if (isJsonObject(row['spanContext'])) return textOf(row['spanContext']['traceId']) !== undefined;
  return textOf(objectOf(row['context'])['trace_id'])?.startsWith('0x') ?? false;
}

function isAttributes(row: JsonObject): boolean {
  const isText = (key: string): boolean => textOf(row[key]) !== undefined;
  if (isText('gen_ai.operation.name') || isText('openinference.span.kind') || isText('ai.operationId'))
    return true;
  return (isText('gen_ai.system') || isText('gen_ai.provider.name')) && isText('gen_ai.request.model');
}

export function openRow(row: JsonObject): OpenedRow {
  const form = formOf(row);
  const bag: Bag = { spans: [], events: [], strange: 0 };
  if (form === 'traces') openTraces(row, bag);
  else if (form === 'logs') openLogs(row, bag);
  else if (form === 'span') bag.spans.push(otlpSpan(row, {}));
  else if (form === 'bare span') bag.spans.push(bareSpan(row));
  else if (form === 'attributes') bag.spans.push(attributesSpan(row));
  else bag.strange += 1;
  return bag;
}

interface Bag {
  readonly spans: Span[];
  readonly events: LoggedEvent[];
  strange: number;
}

function openTraces(row: JsonObject, bag: Bag): void {
  forEachHolder(row, ['resourceSpans', 'scopeSpans', 'spans'], bag, (span, around) => {
    bag.spans.push(otlpSpan(span, around));
  });
}

function openLogs(row: JsonObject, bag: Bag): void {
  forEachHolder(row, ['resourceLogs', 'scopeLogs', 'logRecords'], bag, (entry, around) => {
    bag.events.push(loggedEvent(entry, around));
  });
}

/** Walks `resourceX[].scopeX[].x[]`; a row may also be one element of the outer list. */
function forEachHolder(
  row: JsonObject,
  [outer, middle, inner]: readonly [string, string, string],
  bag: Bag,
  take: (item: JsonObject, around: JsonObject) => void,
): void {
  const objectsIn = (list: readonly Json[] | undefined): readonly JsonObject[] => {
    const objects = (list ?? []).filter(isJsonObject);
    bag.strange += (list?.length ?? 0) - objects.length;
    return objects;
  };
  const resources = listAt(row, outer);
  for (const holder of resources === undefined ? [row] : objectsIn(resources)) {
    const resource = decodeAttributes(objectOf(holder['resource'])['attributes']);
    for (const scoped of objectsIn(listAt(holder, middle))) {
      const scope = objectOf(scoped['scope']);
      const around = {
        ...(resource.size === 0 ? {} : { resource: Object.fromEntries(resource) }),
        ...(Object.keys(scope).length === 0 ? {} : { scope: scopeOf(scope) }),
      };
      for (const item of objectsIn(listAt(scoped, inner))) take(item, around);
    }
  }
}

function scopeOf(scope: JsonObject): JsonObject {
  const attributes = decodeAttributes(scope['attributes']);
  return attributes.size === 0 ? scope : { ...scope, attributes: Object.fromEntries(attributes) };
}
